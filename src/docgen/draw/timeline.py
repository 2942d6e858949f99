"""Escalation over time: when each level is reached for each priority, beside its GTI and GTR.

The time axis is schematic: marks are in order and roughly logarithmic, pushed apart until all can be
read; the true time is printed under each mark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from math import log

from docgen.draw.measure import Words, cut, width, words
from docgen.draw.place import spread
from docgen.draw.svg import WIDTH, arrow, diamond, dot, drawing, line, middle, rect, stack, tall, text

_LABELS = 92.0
_LEFT = _LABELS + 8
_RIGHT = WIDTH - 14
_PAD = 7.0


class Mark(Enum):
    """The kind of an event on the axis."""

    LEVEL = "level"
    RESPONSE = "response"
    RESTORATION = "restoration"


@dataclass(frozen=True, slots=True)
class Event:
    """Something due `minutes` after the start, with its name ("H2", "GTR") and printed time ("30 min")."""

    minutes: int
    label: str
    delay: str
    mark: Mark = Mark.LEVEL


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """The events of one priority, in any order."""

    priority: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """The words round the drawing: the three kinds of mark, the title of the axis."""

    level: str
    response: str
    restoration: str
    axis: str


def timeline(rows: Sequence[TimelineRow], names: TimelineWords) -> str:
    """Draw one line of events a priority; events at the same minute share a place."""
    latest = max((event.minutes for row in rows for event in row.events), default=1)
    elements: list[str] = [*_legend(names)]
    top = 32.0
    for index, row in enumerate(rows):
        drawn, height = _row(row, latest, top, index)
        elements += drawn
        top += height
    title = words(names.axis, _RIGHT - _LEFT, "t3", "soft", most=2)
    return drawing(top + 6 + tall(title), elements, stack(_RIGHT, top + 4, title, anchor="end"))


def place(minutes: int, latest: int) -> float:
    """The wanted place of a time, in px from the left, before marks are pushed apart."""
    return _LEFT + 26 + log(1 + max(0, minutes)) / log(1 + max(1, latest)) * (_RIGHT - _LEFT - 52)


def _legend(names: TimelineWords) -> Iterator[str]:
    x, third = _LEFT, (WIDTH - _LEFT) / 3
    for mark, name in (
        (Mark.LEVEL, names.level),
        (Mark.RESPONSE, names.response),
        (Mark.RESTORATION, names.restoration),
    ):
        label = cut(name, third - 36, "t3")
        yield _mark(mark, x + 6, 9)
        yield text(x + 17, 12.5, label, "ink", "t3")
        x += 17 + width(label, "t3") + 18


def _mark(mark: Mark, x: float, y: float) -> str:
    match mark:
        case Mark.LEVEL:
            return rect(x - 4.5, y - 4.5, 9, 9, "fill1 stroke-paper")
        case Mark.RESPONSE:
            return dot(x, y, 4.6, "paper stroke-accent thick")
        case Mark.RESTORATION:
            return diamond(x, y, 6.5, "accent stroke-paper")


@dataclass(frozen=True, slots=True)
class _Place:
    minutes: int
    marks: tuple[Mark, ...]
    names: tuple[Words, ...]
    delay: Words

    @property
    def width(self) -> float:
        return max(14.0 * len(self.marks), self.delay.width, *(name.width for name in self.names)) + _PAD


def _row(row: TimelineRow, latest: int, top: float, index: int) -> tuple[list[str], float]:
    ordered = sorted(row.events, key=lambda event: (event.minutes, event.mark.value, event.label))
    moments = [tuple(events) for _, events in groupby(ordered, key=lambda event: event.minutes)]
    limit = (_RIGHT - _LEFT) / max(1, len(moments)) - _PAD
    places = [_place(events, limit) for events in moments]
    above = max((tall(*place.names) for place in places), default=12.0)
    below = max((tall(place.delay) for place in places), default=12.0)
    height = above + below + 34
    y = top + above + 16
    centres = spread(
        [place(moment.minutes, latest) for moment in places],
        [moment.width for moment in places],
        _LEFT,
        _RIGHT,
    )
    elements = [rect(0, top, WIDTH, height, "fill4") if index % 2 == 0 else ""]
    elements += middle(6, y, words(row.priority, _LABELS - 10, "t2", most=3, strong=True))
    elements += arrow(((_LEFT, y), (WIDTH - 2, y)), "line", "fill1")
    elements.append(line(_LEFT, y - 5, _LEFT, y + 5))
    for x, moment in zip(centres, places, strict=True):
        first = x - (len(moment.marks) - 1) * 7
        elements += [_mark(mark, first + 14 * at, y) for at, mark in enumerate(moment.marks)]
        elements += stack(x, y - 10 - tall(*moment.names), *moment.names, anchor="middle")
        elements += stack(x, y + 9, moment.delay, anchor="middle")
    return [element for element in elements if element], height


def _place(events: tuple[Event, ...], limit: float) -> _Place:
    marks = tuple(dict.fromkeys(event.mark for event in events))
    names = tuple(words(event.label, limit, "t3", most=2, strong=True) for event in events)
    return _Place(events[0].minutes, marks, names, words(events[0].delay, limit, "t3", "soft", most=2))
