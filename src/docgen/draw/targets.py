"""Times to respond (GTI) and to restore (GTR) of every priority, on one logarithmic time axis, by window.

Fifteen minutes and fifty hours are both readable on it. Each mark carries its own time, so no reading off
is needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log

from docgen.draw.measure import cut, width, words
from docgen.draw.svg import WIDTH, diamond, dot, drawing, line, middle, rect, stack, tall, text

_LABELS = 118.0
_LEFT = _LABELS + 10
_FIRST = _LEFT + 74  # room for the label of the earliest mark
_LAST = WIDTH - 84
_ROW = 34.0
_HEADING = 24.0
_BAR = 7.0


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of time: whole minutes of the window and its printed form ("4 h")."""

    minutes: int
    label: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """The limits of one priority in one window; a limit that was not agreed is None."""

    priority: str
    window: str
    response: Limit | None
    restoration: Limit | None


@dataclass(frozen=True, slots=True)
class TargetWords:
    """The words round the drawing: both limits, the title of the axis."""

    response: str
    restoration: str
    axis: str


def targets(rows: Sequence[TargetRow], ticks: Sequence[Limit], names: TargetWords) -> str:
    """Draw limits; rows of one window are adjacent, in the order given. `ticks` mark the axis."""
    groups = [(window, tuple(members)) for window, members in groupby(rows, key=lambda row: row.window)]
    title = words(names.axis, WIDTH - _FIRST, "t3", "soft", most=2)
    top = 30.0
    base = top + len(groups) * _HEADING + len(rows) * _ROW + 4
    times = [limit.minutes for row in rows for limit in (row.response, row.restoration) if limit]
    axis = _Axis([*times, *(tick.minutes for tick in ticks)])
    return drawing(
        base + 20 + tall(title),
        _legend(names),
        _ticks(axis, ticks, top, base),
        _groups(axis, groups, top),
        stack((_FIRST + _LAST) / 2, base + 19, title, anchor="middle"),
    )


class _Axis:
    """Minutes to px, by logarithm."""

    def __init__(self, minutes: Sequence[int]) -> None:
        self.low = log(max(1, min(minutes, default=1)))
        self.reach = log(max((2, *minutes))) - self.low or 1.0

    def x(self, minutes: int) -> float:
        return _FIRST + (log(max(1, minutes)) - self.low) / self.reach * (_LAST - _FIRST)


def _legend(names: TargetWords) -> Iterator[str]:
    half = (WIDTH - _LEFT) / 2
    response = cut(names.response, half - 40, "t2")
    second = _LEFT + 30 + width(response, "t2")
    yield dot(_LEFT + 4, 9, 4, "paper stroke-accent")
    yield text(_LEFT + 14, 13, response)
    yield diamond(second + 4, 9, 5.5, "fill1")
    yield text(second + 15, 13, cut(names.restoration, WIDTH - second - 15, "t2"))


def _ticks(axis: _Axis, ticks: Sequence[Limit], top: float, base: float) -> Iterator[str]:
    free = 0.0
    for tick in sorted(ticks, key=lambda tick: tick.minutes):
        x = axis.x(tick.minutes)
        yield line(x, top, x, base, "grid")
        half = width(tick.label, "t3") / 2
        if x - half >= free and x + half <= WIDTH:
            yield text(x, base + 14, tick.label, "soft", "t3", "middle")
            free = x + half + 4
    yield line(_LEFT, base, WIDTH, base)


def _groups(axis: _Axis, groups: Sequence[tuple[str, tuple[TargetRow, ...]]], top: float) -> Iterator[str]:
    y = top
    for window, rows in groups:
        yield rect(0, y, WIDTH, _HEADING - 5, "fill4")
        yield text(6, y + 13.5, cut(window, WIDTH - 12, "t2", True), strong=True)
        y += _HEADING
        for row in rows:
            yield from _row(axis, row, y)
            y += _ROW


def _row(axis: _Axis, row: TargetRow, top: float) -> Iterator[str]:
    centre = top + _ROW / 2 + 3
    yield from middle(6, centre, words(row.priority, _LABELS, "t2", most=2, strong=True))
    start = _LEFT
    if row.restoration:
        yield rect(_LEFT, centre - _BAR / 2, axis.x(row.restoration.minutes) - _LEFT, _BAR, "fill3")
    if row.response:
        start = axis.x(row.response.minutes)
        yield rect(_LEFT, centre - _BAR / 2, start - _LEFT, _BAR, "accent")
        yield dot(start, centre, 4.5, "paper stroke-accent")
        label = cut(row.response.label, start - _LEFT, "t3")
        yield text(start - 2, centre - 8, label, "ink", "t3", "end")
    if row.restoration:
        end = axis.x(row.restoration.minutes)
        yield diamond(end, centre, 6, "fill1 stroke-paper")
        label = cut(row.restoration.label, WIDTH - end - 2, "t3", True)
        yield text(end + 2, centre - 8, label, "ink", "t3", strong=True)
