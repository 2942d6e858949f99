"""When the services run: the calendar, service windows, maintenance."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Duration, TimeSpan


class Holidays(StrEnum):
    """Sets of public holidays."""

    FR = "FR"
    FR_ALSACE_MOSELLE = "FR-alsace-moselle"
    FR_GUADELOUPE = "FR-guadeloupe"
    FR_MARTINIQUE = "FR-martinique"
    FR_GUYANE = "FR-guyane"
    FR_LA_REUNION = "FR-la-reunion"
    FR_MAYOTTE = "FR-mayotte"
    NONE = "none"


class Weekday(StrEnum):
    """Days of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Calendar(NamedTuple):
    """The time zone (IANA), public holidays and further closed days of all windows."""

    timezone: str
    holidays: Holidays
    closed: tuple[date, ...] = ()


class Week(NamedTuple):
    """Hours of each day; a day without hours is closed."""

    monday: tuple[TimeSpan, ...] = ()
    tuesday: tuple[TimeSpan, ...] = ()
    wednesday: tuple[TimeSpan, ...] = ()
    thursday: tuple[TimeSpan, ...] = ()
    friday: tuple[TimeSpan, ...] = ()
    saturday: tuple[TimeSpan, ...] = ()
    sunday: tuple[TimeSpan, ...] = ()

    @property
    def hours(self) -> Mapping[Weekday, tuple[TimeSpan, ...]]:
        """The hours by day."""
        return {day: getattr(self, day) for day in Weekday}


class ServiceWindow(NamedTuple):
    """A service window as it is stated; `holidays_closed` unless it says otherwise."""

    id: str
    name: str
    always: bool = False
    week: Week | None = None
    holidays_closed: bool = True
    on_call: bool = False


class MaintenanceSlot(NamedTuple):
    """When planned maintenance may take place."""

    day: Weekday
    hours: TimeSpan
    services: tuple[str, ...]


class Maintenance(NamedTuple):
    """Planned and urgent maintenance."""

    windows: tuple[MaintenanceSlot, ...]
    notice: Duration
    monthly_limit: Duration
    urgent_notice: Duration
