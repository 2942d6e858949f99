"""Days and dates: holidays, business and working days, months.

Public holidays are those of C. trav. L3133-1 (France), of the local law of Alsace and Moselle and of C. trav.
L3422-2 (overseas), as the `holidays` library lists them. That library also counts the customary days of some
territories, such as mid-Lent in Guadeloupe; a window that opens on them names them in `worked`.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from docgen.model.sla import DayKind, HolidayCalendar
from docgen.text.quantities import Duration, Unit

_ALSACE = {"67": "6AE", "68": "6AE"}
_LAST_WEEKDAY = {DayKind.CALENDAR: 6, DayKind.BUSINESS: 4, DayKind.WORKING: 5}
_DAY = timedelta(days=1)


@cache  # asked for each day that is counted; the first time imports the library of holidays
def public_holidays(calendar: HolidayCalendar, year: int) -> frozenset[date]:
    """Return the public holidays of a year in a country or region (`FR`, `FR-57`); none for `''`."""
    if not calendar:
        return frozenset()
    from holidays import country_holidays  # a slow import that only documents with a window need

    country, region = _split(calendar)
    return frozenset(country_holidays(country, subdiv=region or None, years=year, expand=False))


def _split(calendar: HolidayCalendar) -> tuple[str, str]:
    country, _, region = calendar.partition("-")
    return country, _ALSACE.get(region, region) if country == "FR" else region


def counts(day: date, kind: DayKind, calendar: HolidayCalendar) -> bool:
    """Tell whether a day is of a kind: business Monday to Friday, working to Saturday, no holiday."""
    if kind is DayKind.CALENDAR:
        return True
    return day.weekday() <= _LAST_WEEKDAY[kind] and day not in public_holidays(calendar, day.year)


def add_days(day: date, number: int, kind: DayKind, calendar: HolidayCalendar) -> date:
    """Return the end of a delay in days, or its beginning for a negative number.

    The day of the event does not count (CPC 641); only days of the kind do. Zero days is the day itself.
    """
    if kind is DayKind.CALENDAR:
        return day + _DAY * number
    step = _DAY if number > 0 else -_DAY
    for _ in range(abs(number)):
        day += step
        while not counts(day, kind, calendar):
            day += step
    return day


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, or the last day of that month if it has none (CPC 641)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_duration(day: date, duration: Duration, calendar: HolidayCalendar) -> date:
    """Return the end of a delay in days, weeks, months or years. Raises ValueError for hours and minutes."""
    match duration.unit:
        case Unit.DAY:
            return add_days(day, duration.amount, DayKind.CALENDAR, calendar)
        case Unit.WEEK:
            return add_days(day, duration.amount * 7, DayKind.CALENDAR, calendar)
        case Unit.BUSINESS_DAY:
            return add_days(day, duration.amount, DayKind.BUSINESS, calendar)
        case Unit.WORKING_DAY:
            return add_days(day, duration.amount, DayKind.WORKING, calendar)
        case _:
            return add_months(day, duration.months)


def month_end(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])
