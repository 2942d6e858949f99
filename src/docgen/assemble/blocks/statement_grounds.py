"""The clauses on which a credit statement rests, each with its place and title."""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.blocks._statement import clauses_of
from docgen.assemble.grounds import GROUNDS, grounds_of
from docgen.assemble.settled import statements_of
from docgen.model.document import Block, Look, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the computation; () without measures."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-grounds")
    used = {name for line in history[-1].lines for name in grounds_of(line, history[-1])}
    rows = tuple(_rows(pack, [name for name in GROUNDS if name in used]))
    return (words.table(("place", "title"), rows, (40, 60), look=Look.COMPACT),)


def _rows(pack: Pack, names: list[str]) -> Iterator[Row]:
    for clause in clauses_of(pack, names):
        reference = refer(pack, clause.id)
        if reference is not None:
            place: Content = (reference,)
            yield row(pack.locale, place, clause.title)
