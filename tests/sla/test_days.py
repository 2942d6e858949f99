from datetime import date

import pytest

from docgen.model.sla import DayKind
from docgen.sla.days import (
    add_days,
    add_duration,
    add_months,
    counts,
    month_end,
    public_holidays,
)
from docgen.text.quantities import Duration, Unit


def extra(calendar: str, year: int = 2026) -> set[date]:
    return set(public_holidays(calendar, year) - public_holidays("FR", year))


def test_the_eleven_national_holidays() -> None:
    assert len(public_holidays("FR", 2026)) == 11
    assert public_holidays("", 2026) == frozenset()


@pytest.mark.parametrize("calendar", ["FR-57", "FR-67", "FR-68", "FR-6AE"])
def test_alsace_and_moselle_add_good_friday_and_the_day_after_christmas(calendar: str) -> None:
    assert extra(calendar) == {date(2026, 4, 3), date(2026, 12, 26)}


@pytest.mark.parametrize(
    ("calendar", "abolition"),
    [
        ("FR-971", date(2026, 5, 27)),
        ("FR-972", date(2026, 5, 22)),
        ("FR-973", date(2026, 6, 10)),
        ("FR-974", date(2026, 12, 20)),
        ("FR-976", date(2026, 4, 27)),
        ("FR-BL", date(2026, 10, 9)),
        ("FR-MF", date(2026, 5, 28)),
    ],
)
def test_overseas_territories_add_the_abolition_of_slavery(calendar: str, abolition: date) -> None:
    assert abolition in extra(calendar)


def test_other_countries_have_their_own_holidays() -> None:
    assert date(2026, 7, 21) in public_holidays("BE", 2026)
    assert date(2026, 7, 14) not in public_holidays("BE", 2026)


def test_saturday_is_a_working_day_and_no_business_day() -> None:
    saturday = date(2026, 6, 6)
    assert not counts(saturday, DayKind.BUSINESS, "FR")
    assert counts(saturday, DayKind.WORKING, "FR")
    assert not counts(date(2026, 8, 15), DayKind.WORKING, "FR")
    assert counts(date(2026, 8, 15), DayKind.CALENDAR, "FR")


def test_the_day_of_the_event_does_not_count() -> None:
    assert add_days(date(2026, 6, 1), 1, DayKind.CALENDAR, "FR") == date(2026, 6, 2)


def test_business_days_jump_over_a_long_weekend() -> None:
    # Thursday 2 April 2026; Easter Monday is 6 April.
    assert add_days(date(2026, 4, 2), 2, DayKind.BUSINESS, "FR") == date(2026, 4, 7)
    assert add_days(date(2026, 4, 2), 2, DayKind.WORKING, "FR") == date(2026, 4, 4)
    assert add_days(date(2026, 4, 2), 2, DayKind.BUSINESS, "FR-57") == date(2026, 4, 8)


def test_business_days_before_a_date() -> None:
    assert add_days(date(2026, 4, 7), -2, DayKind.BUSINESS, "FR") == date(2026, 4, 2)


def test_no_day_is_the_day_itself_even_on_a_sunday() -> None:
    assert add_days(date(2026, 6, 7), 0, DayKind.BUSINESS, "FR") == date(2026, 6, 7)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_months_keep_the_day_or_end_with_the_month(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        (Duration(10, Unit.DAY), date(2026, 4, 12)),
        (Duration(2, Unit.WEEK), date(2026, 4, 16)),
        (Duration(2, Unit.BUSINESS_DAY), date(2026, 4, 7)),
        (Duration(2, Unit.WORKING_DAY), date(2026, 4, 4)),
        (Duration(3, Unit.MONTH), date(2026, 7, 2)),
        (Duration(3, Unit.YEAR), date(2029, 4, 2)),
    ],
)
def test_a_delay_in_its_unit(duration: Duration, end: date) -> None:
    assert add_duration(date(2026, 4, 2), duration, "FR") == end


def test_hours_are_no_delay_between_dates() -> None:
    with pytest.raises(ValueError, match="hour"):
        add_duration(date(2026, 4, 2), Duration(4, Unit.HOUR), "FR")


def test_month_end() -> None:
    assert month_end(date(2028, 2, 1)) == date(2028, 2, 29)
