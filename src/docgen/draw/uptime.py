"""Downtime that each availability target allows, on one scale, with the measured downtime where it is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.draw.measure import Words, cut, words
from docgen.draw.svg import WIDTH, diamond, drawing, middle, rect, stack, tall, text

_LABELS = 200.0
_LEFT = _LABELS + 12
_RIGHT = WIDTH - 130
_ROW = 34.0
_BAR = 12.0


@dataclass(frozen=True, slots=True)
class Allowance:
    """A service, its target ("99,9 %"), the allowed minutes of downtime, their printed form ("43 min 12 s").

    `measured` are the minutes that were measured, None before the service runs; they are printed in `label`.
    """

    service: str
    target: str
    allowed: Decimal
    label: str
    measured: Decimal | None = None


def uptime(rows: Sequence[Allowance], title: str) -> str:
    """Draw allowed downtime by service; a diamond marks the measured downtime."""
    head = words(title, WIDTH - _LEFT, "t3", "soft", most=2)
    names = [_names(row) for row in rows]
    height = max([_ROW, *(tall(*pair) + 8 for pair in names)])
    top = tall(head) + 6
    values = [value for row in rows for value in (row.allowed, row.measured) if value is not None]
    most = max(values, default=Decimal(0)) or Decimal(1)
    return drawing(
        top + height * len(rows),
        stack(_LEFT, 0, head),
        *(
            _row(row, pair, top + height * index, height, most)
            for index, (row, pair) in enumerate(zip(rows, names, strict=True))
        ),
    )


def _names(row: Allowance) -> tuple[Words, Words]:
    return words(row.service, _LABELS - 6, "t2", most=2, strong=True), words(
        row.target, _LABELS - 6, "t3", "soft", 1
    )


def _row(
    row: Allowance, names: tuple[Words, Words], top: float, height: float, most: Decimal
) -> Iterator[str]:
    centre = top + height / 2
    room = _RIGHT - _LEFT
    end = _LEFT + float(row.allowed / most) * room
    yield rect(0, top + height - 0.5, WIDTH, 0.5, "fill3")
    yield from middle(6, centre, *names)
    yield rect(_LEFT, centre - _BAR / 2, max(1.0, end - _LEFT), _BAR, "fill2")
    reach = end
    if row.measured is not None:
        mark = _LEFT + float(row.measured / most) * room
        yield diamond(mark, centre, 6, "accent stroke-paper")
        reach = max(end, mark + 6)
    yield text(reach + 6, centre + 4, cut(row.label, WIDTH - reach - 8, "t3"), "ink", "t3")
