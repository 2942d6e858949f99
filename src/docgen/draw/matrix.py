"""Priority matrix: impact by urgency as a grid; darker is more pressing, every cell prints its priority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.draw.measure import words
from docgen.draw.svg import WIDTH, drawing, middle, rect, stack, tall

_LABELS = 190.0
_LEFT = _LABELS + 12
_CELL = 150.0
_ROW = 46.0
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class PriorityCell:
    """A priority as printed ("P1") and its rank, 1 the most pressing; ranks beyond 4 look like 4."""

    label: str
    rank: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One degree of impact and its cells, in the order of the urgencies."""

    label: str
    cells: tuple[PriorityCell, ...]


def matrix(rows: Sequence[MatrixRow], columns: Sequence[str], row_title: str, column_title: str) -> str:
    """Draw the grid: `rows` by impact, `columns` by urgency, the worst first on both axes."""
    wide = min(_CELL, (WIDTH - _LEFT) / max(1, len(columns)))
    title = words(column_title, wide * len(columns), "t3", "soft", most=2)
    corner = words(row_title, _LABELS, "t3", "soft", most=2)
    heads = [words(column, wide - 8, "t2", most=3, strong=True) for column in columns]
    head_top = tall(title) + 4
    top = head_top + max((tall(head) for head in heads), default=0.0) + 8
    labels = [words(row.label, _LABELS, "t2", most=3, strong=True) for row in rows]
    height = max([_ROW, *(tall(label) + 8 for label in labels)])
    centre = _LEFT + wide * len(columns) / 2
    return drawing(
        max(top + height * len(rows), tall(corner)),
        stack(centre, 0, title, anchor="middle"),
        stack(_LABELS, top - tall(corner) - 8, corner, anchor="end"),
        *(
            stack(_LEFT + wide * (index + 0.5), top - tall(head) - 6, head, anchor="middle")
            for index, head in enumerate(heads)
        ),
        *(middle(_LABELS, top + height * (at + 0.5), label, anchor="end") for at, label in enumerate(labels)),
        *(_cells(row, top + height * at, wide, height) for at, row in enumerate(rows)),
    )


def _cells(row: MatrixRow, top: float, wide: float, height: float) -> Iterator[str]:
    for index, cell in enumerate(row.cells):
        left = _LEFT + wide * index
        shade = min(max(cell.rank, 1), 4)
        yield rect(left, top, wide - _GAP, height - _GAP, f"fill{shade}", 2)
        label = words(cell.label, wide - 12, "t1", f"on{shade}", most=1, strong=True)
        yield from middle(left + (wide - _GAP) / 2, top + (height - _GAP) / 2, label, anchor="middle")
