"""Phases of the contract on one time axis: bars of phases, diamonds of milestones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.draw.measure import Words, cut, width, words
from docgen.draw.place import stagger
from docgen.draw.svg import WIDTH, diamond, drawing, line, middle, outline, rect, text

_LABELS = 170.0
_LEFT = _LABELS + 12
_RIGHT = WIDTH - 12
_TOP = 30.0
_BAR = 16.0
_LINE = 15.0


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase from `start` to `end` (excluded) with its printed length ("3 mois"); or `optional`."""

    label: str
    start: date
    end: date
    length: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with its label: a milestone or a tick of the axis."""

    day: date
    label: str


def phases(rows: Sequence[Phase], milestones: Sequence[Moment], ticks: Sequence[Moment]) -> str:
    """Draw phases in the order given, below them the milestones."""
    days = [day for row in rows for day in (row.start, row.end)] + [
        moment.day for moment in (*milestones, *ticks)
    ]
    axis = _Axis(min(days, default=date.min), max(days, default=date.min))
    labels = [words(row.label, _LABELS - 6, "t2", most=2, strong=True) for row in rows]
    height = max([30.0, *(label.height + 6 for label in labels)])
    bottom = _TOP + height * len(rows)
    marks, below = _milestones(sorted(milestones, key=lambda moment: moment.day), axis, bottom)
    return drawing(
        below,
        _ticks(ticks, axis, bottom),
        marks,
        *(
            _phase(row, label, axis, _TOP + height * at, height)
            for at, (row, label) in enumerate(zip(rows, labels, strict=True))
        ),
    )


class _Axis:
    """Dates to px."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.days = max(1, (last - first).days)

    def x(self, day: date) -> float:
        return _LEFT + (day - self.first).days / self.days * (_RIGHT - _LEFT)


def _ticks(ticks: Sequence[Moment], axis: _Axis, bottom: float) -> Iterator[str]:
    free = _LEFT - 40
    for tick in sorted(ticks, key=lambda moment: moment.day):
        x = axis.x(tick.day)
        yield line(x, _TOP - 6, x, bottom, "grid")
        label = cut(tick.label, 90, "t3")
        size = width(label, "t3")
        centre = min(x, WIDTH - size / 2)
        if centre - size / 2 >= free:
            yield text(centre, _TOP - 12, label, "soft", "t3", "middle")
            free = centre + size / 2 + 5
    yield line(0, _TOP - 4, WIDTH, _TOP - 4)
    yield line(0, bottom, WIDTH, bottom)


def _phase(row: Phase, label: Words, axis: _Axis, top: float, height: float) -> Iterator[str]:
    start, end = axis.x(row.start), max(axis.x(row.end), axis.x(row.start) + 2)
    centre = top + height / 2
    y = centre - _BAR / 2
    yield from middle(6, centre, label)
    if row.optional:
        yield rect(start, y, end - start, _BAR, "paper")
        yield outline(start, y, end - start, _BAR, "stroke1 dash")
    else:
        yield rect(start, y, end - start, _BAR, "fill2")
    size = width(row.length, "t3")
    if size + 8 <= end - start:
        look = "ink" if row.optional else "on2"
        yield text((start + end) / 2, centre + 3.6, row.length, look, "t3", "middle")
    else:
        # Beside the bar, on the side with more room, on a plate that keeps the lines of milestones away.
        after = WIDTH - end >= start - _LEFT
        length = cut(row.length, max(WIDTH - end, start - _LEFT) - 8, "t3")
        left = end + 4 if after else start - 4 - width(length, "t3")
        yield rect(left - 1, y, width(length, "t3") + 2, _BAR, "paper")
        yield text(left, centre + 3.6, length, "ink", "t3")


def _milestones(moments: Sequence[Moment], axis: _Axis, bottom: float) -> tuple[list[str], float]:
    if not moments:
        return [], bottom + 1
    labels = [cut(moment.label, WIDTH / 2, "t3") for moment in moments]
    places = [axis.x(moment.day) for moment in moments]
    lefts = [min(x - 5, WIDTH - 2 - width(label, "t3")) for x, label in zip(places, labels, strict=True)]
    # Labels run to the right of their line and the last one is highest, so that no line crosses a label.
    mirrored = [(-left - width(label, "t3"), -left) for left, label in zip(lefts, labels, strict=True)]
    rows = tuple(reversed(stagger(mirrored[::-1])))
    elements: list[str] = []
    for x, row in zip(places, rows, strict=True):
        elements.append(line(x, _TOP - 4, x, bottom + 12 + row * _LINE, "line dash"))
        elements.append(diamond(x, bottom, 6, "accent stroke-paper"))
    for left, label, row in zip(lefts, labels, rows, strict=True):
        top = bottom + 11 + row * _LINE
        elements.append(rect(left - 1, top, width(label, "t3") + 2, 13, "paper"))
        elements.append(text(left, top + 10, label, "ink", "t3"))
    return elements, bottom + 26 + _LINE * max(rows)
