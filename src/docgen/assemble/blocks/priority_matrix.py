"""The priority of a ticket by its impact and its urgency: a table, which binds, and the same as a grid of shades."""

from docgen.assemble.blocks._layout import Wording, row, sentences
from docgen.assemble.setting import head
from docgen.draw.matrix import MatrixRow, PriorityCell, matrix
from docgen.model.document import Align, Block, Row, Table, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The table and the grid; () without a matrix."""
    locale, sla = pack.locale, pack.engagement.sla
    if not sla.matrix.cells:
        return ()
    words = Wording(locale, "priority-matrix")
    ranks = {one.priority.id: rank for rank, one in enumerate(sla.priorities, start=1)}
    count = len(sla.urgencies)
    centred = (Align.LEFT, *(Align.CENTER,) * count)
    table = Table(
        words("caption"),
        (Row(head(locale, (words("corner"), *sla.urgencies), centred)),),
        tuple(
            row(
                locale,
                impact,
                *cells,
                aligns=centred,
                tones=(Tone.PLAIN, *(Tone(f"p{min(ranks.get(cell, 4), 4)}") for cell in cells)),
            )
            for impact, cells in zip(sla.impacts, sla.matrix.cells, strict=False)
        ),
        (40, *(60 / count,) * count),
    )
    grid = matrix(
        [
            MatrixRow(locale.typeset(impact), tuple(PriorityCell(cell, ranks.get(cell, 4)) for cell in cells))
            for impact, cells in zip(sla.impacts, sla.matrix.cells, strict=False)
        ],
        [locale.typeset(urgency) for urgency in sla.urgencies],
        words("impact"),
        words("urgency"),
    )
    said = (
        words("alternative", impact=impact, urgency=urgency, priority=cell)
        for impact, cells in zip(sla.impacts, sla.matrix.cells, strict=False)
        for urgency, cell in zip(sla.urgencies, cells, strict=False)
    )
    return table, words.figure(grid, sentences(said))
