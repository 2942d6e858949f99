"""Half-open intervals of time [start, end), with the resolution of the minute.

Instants are aware datetimes; lengths are elapsed minutes, computed in UTC, so a change of the clocks neither
adds nor loses one. The seconds of an instant are dropped.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

MINUTE = timedelta(minutes=1)


class Interval(NamedTuple):
    """From `start`, included, to `end`, excluded."""

    start: datetime
    end: datetime


def instant(moment: datetime) -> datetime:
    """Return the moment in UTC without its seconds. Raises ValueError for a naive datetime."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} names no time zone")
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def length(interval: Interval) -> int:
    """Elapsed minutes of an interval; an interval that ends before it starts has none."""
    return max(0, (instant(interval.end) - instant(interval.start)) // MINUTE)


def total(intervals: Iterable[Interval]) -> int:
    """Sum of the elapsed minutes, each interval on its own (merge first where they may overlap)."""
    return sum(map(length, intervals))


def merge(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the union in UTC, in order, without overlap: two outages at once count once."""
    merged: list[Interval] = []
    for start, end in sorted(Interval(instant(i.start), instant(i.end)) for i in intervals):
        if start >= end:
            continue
        if merged and start <= merged[-1].end:
            merged[-1] = Interval(merged[-1].start, max(merged[-1].end, end))
        else:
            merged.append(Interval(start, end))
    return tuple(merged)


def clip(intervals: Iterable[Interval], limits: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the part of the union of `intervals` that lies inside the union of `limits`."""
    bounds = merge(limits)
    return tuple(
        Interval(max(one.start, limit.start), min(one.end, limit.end))
        for one in merge(intervals)
        for limit in bounds
        if one.start < limit.end and limit.start < one.end
    )


def subtract(intervals: Iterable[Interval], removed: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the part of the union of `intervals` that lies outside the union of `removed`."""
    holes = merge(removed)
    return tuple(rest for one in merge(intervals) for rest in without(one, holes))


def without(interval: Interval, holes: tuple[Interval, ...]) -> Iterator[Interval]:
    """Yield the parts of one interval outside the holes (merged, in order)."""
    start, end = instant(interval.start), instant(interval.end)
    for hole in holes:
        if hole.start >= end:
            break
        if hole.end > start:
            if hole.start > start:
                yield Interval(start, hole.start)
            start = hole.end
    if start < end:
        yield Interval(start, end)
