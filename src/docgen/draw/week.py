"""Week chart: when each service window is open, on a ribbon of seven days.

One row a window, so each carries its own name and no legend is needed; a night that crosses midnight
stays one bar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from docgen.draw.measure import Words, cut, words
from docgen.draw.svg import WIDTH, drawing, hatch, line, middle, outline, rect, tall, text

DAY = 24 * 60
WEEK = 7 * DAY

_LABELS = 158.0
_LEFT = _LABELS + 12
_TOP = 38.0
_ROW = 36.0
_BAR = 16.0
_SCALE = (WIDTH - 2 - _LEFT) / WEEK


@dataclass(frozen=True, slots=True)
class Opening:
    """Open minutes: weekday 0 (Monday) to 6, from minute to minute of that day; past 1440 is the next day."""

    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WindowRow:
    """One window: its label, a note under it ("lun.-ven. 08:00-18:00"), its openings.

    A `maintenance` window is drawn in the accent and outlined through the rows of the others.
    """

    label: str
    note: str
    openings: tuple[Opening, ...]
    maintenance: bool = False


def week(rows: Sequence[WindowRow], days: Sequence[str]) -> str:
    """Draw windows over a week; `days` are seven short names, Monday first."""
    labels = [_labels(row) for row in rows]
    edges = list(accumulate((max(_ROW, tall(*pair) + 8) for pair in labels), initial=_TOP))
    centres = [(top + bottom) / 2 for top, bottom in pairwise(edges)]
    return drawing(
        edges[-1] + 2,
        _grid(days, edges),
        *(middle(6, centre, *pair) for centre, pair in zip(centres, labels, strict=True)),
        *(_bars(row, at, centres[at], edges[-1]) for at, row in enumerate(rows)),
    )


def place(minute: int) -> float:
    """Where a minute of the week, 0 on Monday at midnight, lies from the left, in px."""
    return _LEFT + minute * _SCALE


def pieces(opening: Opening) -> tuple[tuple[int, int], ...]:
    """An opening as minutes of the week (start, end); one that runs past Sunday midnight is two."""
    start, end = opening.day * DAY + opening.start, opening.day * DAY + opening.end
    return ((start, end),) if end <= WEEK else ((start, WEEK), (0, end - WEEK))


def _labels(row: WindowRow) -> tuple[Words, Words]:
    return (
        words(row.label, _LABELS, "t2", most=2, strong=True),
        words(row.note, _LABELS, "t3", "soft", most=2),
    )


def _grid(days: Sequence[str], edges: Sequence[float]) -> Iterator[str]:
    bottom = edges[-1]
    for top, end in list(pairwise(edges))[::2]:
        yield rect(0, top, WIDTH, end - top, "fill4")
    for day, name in enumerate(days):
        left = place(day * DAY)
        yield text(
            left + DAY * _SCALE / 2, 13, cut(name, DAY * _SCALE - 6, "t2", True), "ink", "t2", "middle", True
        )
        for hour in (6, 12, 18):
            x = place(day * DAY + hour * 60)
            yield text(x, 30, str(hour), "soft", "t3", "middle")
            yield line(x, _TOP - 4, x, bottom, "grid")
    for day in range(8):
        yield line(place(day * DAY), 2, place(day * DAY), bottom)
    yield line(0, _TOP, WIDTH, _TOP)
    yield line(0, bottom, WIDTH, bottom)


def _bars(row: WindowRow, index: int, centre: float, bottom: float) -> Iterator[str]:
    # Shade and hatch change together, so neighbours differ in grey print too.
    shade, kind = (("accent", 0), ("fill2", 0), ("fill3", 1), ("fill3", 2), ("fill3", 3), ("fill1", 0))[
        0 if row.maintenance else 1 + index % 5
    ]
    edge = "stroke-accent" if row.maintenance else "stroke1"
    y = centre - _BAR / 2
    for opening in row.openings:
        for start, end in pieces(opening):
            x, wide = place(start), (end - start) * _SCALE
            if row.maintenance:
                yield outline(x, _TOP, wide, bottom - _TOP, "stroke-accent dash")
            yield rect(x, y, wide, _BAR, shade)
            yield hatch(x, y, wide, _BAR, kind)
            yield outline(x, y, wide, _BAR, edge)
