"""Penalty scale: the penalty against the measured value, with its steps or slopes, the target and the cap.

At a jump a full dot marks the level that holds at the boundary itself, an open dot the one that does not,
like "lower than" and "at least" in the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docgen.draw.measure import cut, width, words
from docgen.draw.place import stagger
from docgen.draw.svg import WIDTH, dot, drawing, line, polyline, rect, stack, tall, text

_LEFT = 62.0
_RIGHT = WIDTH - 24
_PLOT = 190.0
_ROW = 14.0
_NARROWEST = 30.0  # px that an interval between two ticks takes at least


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis with its printed form ("99,50 %")."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class DrawnBand:
    """Values from `lower` (included) to `upper` (excluded) and the penalty at both ends; equal on a step.

    `label` ("5 %") is printed at the band, unless the step is too short for it: then the axis shows the rate.
    """

    lower: Decimal
    upper: Decimal
    at_lower: Decimal
    at_upper: Decimal
    label: str = ""


@dataclass(frozen=True, slots=True)
class PenaltyScale:
    """The content of the drawing: bands, ticks of both axes, titles with their units.

    Bands are contiguous, ascending, none empty, one at least. The outer bands end where the drawing ends.
    `target` and `cap` are marked with their labels. `lower_holds` turns a boundary over to the band below it.
    """

    bands: tuple[DrawnBand, ...]
    values: tuple[Tick, ...]
    rates: tuple[Tick, ...]
    value_title: str
    rate_title: str
    target: Tick | None = None
    cap: Tick | None = None
    lower_holds: bool = False


def penalty(scale: PenaltyScale) -> str:
    """Draw a penalty scale.

    The value axis is linear, save that an interval between two ticks is never narrower than its label needs.
    """
    title = words(scale.rate_title, WIDTH, "t3", "soft", most=2)
    top = tall(title) + 34
    base = top + _PLOT
    axis = _Axis(scale, top, base)
    labels = [(axis.x(tick.value), cut(tick.label, 150, "t3")) for tick in scale.values]
    spans = [_span(x, label) for x, label in labels]
    rows = stagger(spans)
    below = base + 18 + _ROW * (max(rows, default=0) + 1)
    foot = words(scale.value_title, _RIGHT - _LEFT, "t3", "soft", most=2)
    return drawing(
        below + tall(foot),
        stack(0, 0, title),
        _rates(scale, axis),
        _values(labels, spans, rows, base),
        _curve(scale, axis),
        _marks(scale, axis),
        stack((_LEFT + _RIGHT) / 2, below - 6, foot, anchor="middle"),
    )


class _Axis:
    """Values and rates to px."""

    def __init__(self, scale: PenaltyScale, top: float, base: float) -> None:
        inner = {tick.value for tick in scale.values} | ({scale.target.value} if scale.target else set())
        first, last = scale.bands[0].lower, scale.bands[-1].upper
        self.stops = sorted({first, last} | {value for value in inner if first < value < last})
        self.places = _places(self.stops)
        tops = [rate for band in scale.bands for rate in (band.at_lower, band.at_upper)]
        tops += [tick.value for tick in (*scale.rates, *((scale.cap,) if scale.cap else ()))]
        self.highest = max(tops) or Decimal(1)
        self.top, self.base = top, base

    def x(self, value: Decimal) -> float:
        for (low, left), (high, right) in pairwise(zip(self.stops, self.places, strict=True)):
            if value <= high:
                share = float((max(value, low) - low) / (high - low))
                return left + share * (right - left)
        return self.places[-1]

    def y(self, rate: Decimal) -> float:
        return self.base - float(rate / self.highest) * (self.base - self.top)


def _places(stops: Sequence[Decimal]) -> tuple[float, ...]:
    shares = [float((high - low) / (stops[-1] - stops[0])) for low, high in pairwise(stops)]
    room = _RIGHT - _LEFT
    least = min(_NARROWEST, room / len(shares)) / room
    wide = [max(share, least) for share in shares]
    spare = [share - least for share in wide]
    excess = sum(wide) - 1
    taken = excess / sum(spare) if sum(spare) else 0.0
    places = [_LEFT]
    for share, free in zip(wide, spare, strict=True):
        places.append(places[-1] + (share - free * taken) * room)
    return tuple(places)


def _span(x: float, label: str) -> tuple[float, float]:
    half = width(label, "t3") / 2
    return max(0.0, x - half), min(WIDTH, x + half)


def _rates(scale: PenaltyScale, axis: _Axis) -> Iterator[str]:
    for tick in scale.rates:
        y = axis.y(tick.value)
        yield line(_LEFT, y, _RIGHT, y, "grid")
        yield text(_LEFT - 8, y + 3.5, cut(tick.label, _LEFT - 8, "t3"), "ink", "t3", "end")
    yield line(_LEFT, axis.top - 8, _LEFT, axis.base)


def _values(
    labels: Sequence[tuple[float, str]],
    spans: Sequence[tuple[float, float]],
    rows: Sequence[int],
    base: float,
) -> Iterator[str]:
    yield line(_LEFT, base, _RIGHT, base)
    for (x, label), (left, right), row in zip(labels, spans, rows, strict=True):
        y = base + 16 + _ROW * row
        yield line(x, base, x, y - 10)
        yield text((left + right) / 2, y, label, "ink", "t3", "middle")


def _marks(scale: PenaltyScale, axis: _Axis) -> Iterator[str]:
    target = axis.x(scale.target.value) if scale.target else _LEFT
    if scale.cap:
        y = axis.y(scale.cap.value)
        label = cut(scale.cap.label, _RIGHT - _LEFT - 12, "t3", True)
        size = width(label, "t3", True) + 8
        # On the side away from the target, so that the two labels do not meet.
        left = _LEFT + 1 if target > (_LEFT + _RIGHT) / 2 else _RIGHT - size
        yield line(_LEFT, y, _RIGHT, y, "stroke-warn dash")
        yield rect(left, y - 16, size, 13, "paper")
        yield text(left + 4, y - 6, label, "warn", "t3", strong=True)
    if scale.target:
        label = cut(scale.target.label, 240, "t3", True)
        half = width(label, "t3", True) / 2
        yield line(target, axis.top - 18, target, axis.base, "stroke-accent dash")
        yield text(min(max(target, half), WIDTH - half), axis.top - 22, label, "accent", "t3", "middle", True)


def _curve(scale: PenaltyScale, axis: _Axis) -> Iterator[str]:
    bands = scale.bands
    for band in bands:
        ends = (axis.x(band.lower), axis.y(band.at_lower)), (axis.x(band.upper), axis.y(band.at_upper))
        yield polyline(ends, "stroke1 thick")
    for left, right in pairwise(bands):
        if left.at_upper != right.at_lower:
            x, before, after = axis.x(right.lower), axis.y(left.at_upper), axis.y(right.at_lower)
            yield line(x, before, x, after, "stroke1 dash")
            held, other = (before, after) if scale.lower_holds else (after, before)
            yield dot(x, other, 3.4, "paper stroke1")
            yield dot(x, held, 3.4, "fill1 stroke1")
    for band in bands:
        yield _label(band, axis)


def _label(band: DrawnBand, axis: _Axis) -> str:
    left, right = axis.x(band.lower), axis.x(band.upper)
    centre, y = (left + right) / 2, axis.y((band.at_lower + band.at_upper) / 2)
    if band.at_lower > band.at_upper:
        return text(centre + 10, y - 6, cut(band.label, _RIGHT - centre - 10, "t2", True), strong=True)
    if band.at_lower < band.at_upper:
        return text(
            centre - 10, y - 6, cut(band.label, centre - _LEFT - 12, "t2", True), "ink", "t2", "end", True
        )
    if width(band.label, "t2", True) + 8 > right - left:
        return ""
    # Under its step, clear of the cap; over it where the step runs along the axis.
    baseline = y + 16 if y < axis.base - 24 else y - 8
    return text(centre, baseline, band.label, "ink", "t2", "middle", True)
