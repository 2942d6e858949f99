"""Every case in which the contract or a service ends: what, who ends it, and the article that says so.

The list is made from the clauses that state `ends`, in the order of the documents; nothing when no clause states it.
With the option `brief` it is a line for each who ends: the articles alone.
"""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Wording, bullets, lines, row
from docgen.assemble.blocks._references import refer
from docgen.model.document import Block, Inline, ItemList, Reference, Text
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, or a list; () without an exit."""
    locale, say = pack.locale, Wording(pack.locale, "exits")
    if options.get("brief"):
        return tuple(_briefly(pack, say))
    body = []
    for name, clause in pack.chosen.items():
        where = refer(pack, name)
        if clause.ends and where is not None:
            who = lines(locale, (say(f"by.{ender}") for ender, _ in clause.ends))
            what = lines(locale, dict.fromkeys(say(f"what.{extent}") for _, extent in clause.ends))
            body.append(row(locale, clause.title, who, what, (where,)))
    return (say.table(("case", "who", "ended", "where"), body, (37, 23, 23, 17)),) if body else ()


def _briefly(pack: Pack, say: Wording) -> Iterator[ItemList]:
    by: dict[str, list[Reference]] = {}
    for name, clause in pack.chosen.items():
        where = refer(pack, name, bare=True)
        if where is not None:
            for ender, _ in clause.ends:
                by.setdefault(say(f"by.{ender}"), []).append(where)
    if by:
        yield bullets(pack.locale, [_line(pack, say, who, articles) for who, articles in by.items()])


def _line(pack: Pack, say: Wording, who: str, articles: list[Reference]) -> tuple[Inline, ...]:
    joints = formats.listing(pack.locale, ["\0"] * len(articles)).split("\0")[1:]
    listed = (
        part for article, joint in zip(articles, joints, strict=True) for part in (article, Text(joint))
    )
    return (Text(say("briefly_one" if len(articles) == 1 else "briefly", who=who)), *listed)
