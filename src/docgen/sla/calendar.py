"""The clock of a service window: open minutes, calendar periods, elapsed time.

All lengths are integer minutes of elapsed time. A window is read in the wall time of its zone and computed in
UTC: a window such as 01:00-05:00 loses or gains an hour on the nights when the clocks change.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from docgen.model.sla import Period, Spans, WeekWindow
from docgen.sla.days import add_months, public_holidays
from docgen.sla.intervals import MINUTE, Interval, clip, instant, total


def spans_of(window: WeekWindow, day: date) -> Spans:
    """Spans at which a window that is not 24x7 opens on a day: none on a holiday or a closed day."""
    holiday = day in public_holidays(window.holidays, day.year) and day not in window.worked
    return () if holiday or day in window.closed else window.days[day.weekday()]


def open_intervals(window: WeekWindow, period: Interval) -> Iterator[Interval]:
    """Yield the open time of a window inside a period, in UTC and in order, without overlap."""
    start, end = instant(period.start), instant(period.end)
    if window.always:
        if start < end:
            yield Interval(start, end)
        return
    zone = ZoneInfo(window.zone)
    day = start.astimezone(zone).date()
    last = end.astimezone(zone).date()
    while day <= last:
        for span in spans_of(window, day):
            opening = max(start, _at(day, span.start, zone))
            closing = min(end, _at(day, span.end, zone))
            if opening < closing:
                yield Interval(opening, closing)
        day += timedelta(days=1)


def _at(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a wall time.

    The first of two equal wall times is taken, and the moment of the change for one that is skipped: so wall
    times in order are instants in order, and two spans that touch on the wall touch in time.
    """
    wall = datetime(day.year, day.month, day.day) + minute * MINUTE  # noqa: DTZ001  (the wall has no zone yet)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall:
        return moment
    before = wall.replace(tzinfo=zone, fold=0).utcoffset()
    earliest = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    minutes = range((moment - earliest) // MINUTE)
    return earliest + MINUTE * bisect_left(
        minutes, True, key=lambda m: (earliest + MINUTE * m).astimezone(zone).utcoffset() != before
    )


def open_minutes(window: WeekWindow, period: Interval) -> int:
    """Minutes of a period during which the window is open."""
    return total(open_intervals(window, period))


def period_of(period: Period, day: date, zone: str) -> Interval:
    """Return the calendar month, quarter or year that holds a day, from midnight to midnight in a zone."""
    months = period.months
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = add_months(first, months)
    return Interval(_at(first, 0, ZoneInfo(zone)), _at(after, 0, ZoneInfo(zone)))


def window_minutes(window: WeekWindow, period: Period, day: date, since: date | None = None) -> int:
    """Open minutes of the calendar month, quarter or year that holds a day (T of availability), from `since` on."""
    whole = period_of(period, day, window.zone)
    first = whole.start if since is None else max(whole.start, _at(since, 0, ZoneInfo(window.zone)))
    return open_minutes(window, Interval(first, whole.end))


def elapsed(window: WeekWindow, start: datetime, end: datetime, suspended: Iterable[Interval] = ()) -> int:
    """Minutes that the clock ran from start to end: open minutes less those suspended."""
    opening = tuple(open_intervals(window, Interval(start, end)))
    return total(opening) - total(clip(opening, suspended))
