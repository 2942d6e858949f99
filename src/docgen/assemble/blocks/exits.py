"""Every case in which the contract or a service ends: what, who ends it, and the article that says so.

The list is made from the clauses that state `ends`, in the order of the documents; nothing when no clause states it.
"""

from docgen.assemble.blocks._layout import Wording, lines, row
from docgen.assemble.blocks._references import refer
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table; () without an exit."""
    locale, say = pack.locale, Wording(pack.locale, "exits")
    body = []
    for name, clause in pack.chosen.items():
        where = refer(pack, name)
        if clause.ends and where is not None:
            who = lines(locale, (say(f"by.{ender}") for ender, _ in clause.ends))
            what = lines(locale, dict.fromkeys(say(f"what.{extent}") for _, extent in clause.ends))
            body.append(row(locale, clause.title, who, what, (where,)))
    return (say.table(("case", "who", "ended", "where"), body, (37, 23, 23, 17)),) if body else ()
