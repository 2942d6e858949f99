"""Which part of a maintenance is planned, and so may be excluded, and which part is downtime.

Maintenance is planned if it was announced in time, lies in a maintenance window of its services, does not run past its announced
end and stays within the monthly limit, taken in the order of the maintenances. Lengths are elapsed minutes.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from functools import reduce
from typing import NamedTuple
from zoneinfo import ZoneInfo

from docgen.model.engagement import Engagement
from docgen.model.measures import MaintenanceRecord
from docgen.model.sla import WeekWindow
from docgen.sla.calendar import open_intervals
from docgen.sla.days import add_duration
from docgen.sla.intervals import MINUTE, Interval, clip, length, subtract, total
from docgen.text.quantities import Duration


class Refusal(StrEnum):
    """Why a part of a maintenance is downtime."""

    UNANNOUNCED = "unannounced"
    SHORT_NOTICE = "short-notice"
    OVERRUN = "overrun"
    OUTSIDE = "outside-window"
    OVER_LIMIT = "over-limit"


class Stretch(NamedTuple):
    """A part of a maintenance in one period; `refusal` is None if it is planned."""

    record: MaintenanceRecord
    intervals: tuple[Interval, ...]
    refusal: Refusal | None

    @property
    def minutes(self) -> int:
        """Elapsed minutes."""
        return total(self.intervals)


def admitted(
    records: Iterable[MaintenanceRecord], engagement: Engagement, month: Interval
) -> tuple[Stretch, ...]:
    """Divide the maintenances of a calendar month into planned time and downtime; empty parts are left out."""
    room = engagement.maintenance.monthly_limit.minutes
    stretches: list[Stretch] = []
    for record in sorted(records, key=lambda record: record.start):
        for intervals, refusal in _parts(record, engagement, month):
            if refusal is not None:
                stretches.append(Stretch(record, intervals, refusal))
                continue
            within = tuple(_first(intervals, room))
            room -= total(within)
            stretches.append(Stretch(record, within, None))
            stretches.append(Stretch(record, subtract(intervals, within), Refusal.OVER_LIMIT))
    return tuple(stretch for stretch in stretches if stretch.intervals)


def _parts(
    record: MaintenanceRecord, engagement: Engagement, month: Interval
) -> Iterator[tuple[tuple[Interval, ...], Refusal | None]]:
    whole = clip((Interval(record.start, record.end),), (month,))
    if record.announced is None:
        yield whole, Refusal.UNANNOUNCED
        return
    if not _in_time(record.announced, record.start, engagement):
        yield whole, Refusal.SHORT_NOTICE
        return
    announced = clip(whole, (Interval(record.start, record.until or record.end),))
    windows = [tuple(_windows(engagement, service, month)) for service in record.services]
    inside = reduce(clip, windows, announced)
    yield inside, None
    yield subtract(announced, inside), Refusal.OUTSIDE
    yield subtract(whole, announced), Refusal.OVERRUN


def _in_time(announced: datetime, start: datetime, engagement: Engagement) -> bool:
    """The day of the announcement does not count in a delay of days (CPC 641)."""
    notice: Duration = engagement.maintenance.notice
    if notice.clocked:
        return start - announced >= notice.minutes * MINUTE
    zone = ZoneInfo(engagement.calendar.timezone)
    calendar = next((window.holidays for window in engagement.sla.windows if window.holidays), "")
    return add_duration(announced.astimezone(zone).date(), notice, calendar) <= start.astimezone(zone).date()


def _windows(engagement: Engagement, service: str, month: Interval) -> Iterator[Interval]:
    zone = engagement.calendar.timezone
    for window in engagement.sla.maintenance:
        if service in window.services:
            days = tuple((window.hours,) if day == window.day else () for day in range(7))
            yield from open_intervals(WeekWindow("maintenance", "", days, zone, holidays=""), month)


def _first(intervals: Iterable[Interval], minutes: int) -> Iterator[Interval]:
    """The first minutes of intervals in order."""
    left = minutes
    for interval in intervals:
        if left <= 0:
            return
        taken = min(left, length(interval))
        left -= taken
        yield Interval(interval.start, interval.start + MINUTE * taken)
