from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from docgen.model.sla import Period, WeekWindow, ordered
from docgen.sla.calendar import (
    elapsed,
    open_intervals,
    open_minutes,
    period_of,
    window_minutes,
)
from docgen.sla.intervals import MINUTE, Interval
from docgen.text.quantities import TimeSpan

PARIS = ZoneInfo("Europe/Paris")
NINE_TO_FIVE = (TimeSpan(540, 720), TimeSpan(780, 1020))
LUNCH = WeekWindow("lunch", "office hours with a lunch break", days=(NINE_TO_FIVE,) * 5 + ((), ()))
ALWAYS = WeekWindow("always", "around the clock", always=True)


def nightly(*spans: tuple[int, int]) -> WeekWindow:
    return WeekWindow("night", "night", days=(tuple(TimeSpan(*span) for span in spans),) * 7, holidays="")


def at(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


def of_day(month: int, day: int) -> Interval:
    return Interval(at(month, day), at(month, day + 1))


def test_the_clock_stands_still_at_lunch() -> None:
    assert open_minutes(LUNCH, of_day(6, 8)) == 420
    assert elapsed(LUNCH, at(6, 8, 11, 30), at(6, 8, 13, 30)) == 60


def test_opening_is_included_and_closing_excluded() -> None:
    def is_open(moment: datetime) -> bool:
        return open_minutes(LUNCH, Interval(moment, moment + MINUTE)) == 1

    assert is_open(at(6, 8, 9))
    assert not is_open(at(6, 8, 8, 59))
    assert is_open(at(6, 8, 11, 59))
    assert not is_open(at(6, 8, 12))
    assert not is_open(at(6, 7, 10))


def test_the_clock_of_a_ticket_opened_at_closing_starts_the_next_day() -> None:
    assert elapsed(LUNCH, at(6, 8, 17), at(6, 9, 9)) == 0
    assert elapsed(LUNCH, at(6, 8, 17), at(6, 9, 9, 1)) == 1


def test_holidays_of_the_region_close_the_window() -> None:
    good_friday = of_day(4, 3)
    assert open_minutes(LUNCH, good_friday) == 420
    assert open_minutes(replace(LUNCH, holidays="FR-57"), good_friday) == 0
    assert open_minutes(replace(LUNCH, holidays=""), of_day(5, 1)) == 420


def test_own_closed_and_worked_days() -> None:
    own = replace(LUNCH, closed=(date(2026, 5, 15),), worked=(date(2026, 5, 25),))
    assert open_minutes(own, of_day(5, 15)) == 0
    assert open_minutes(own, of_day(5, 25)) == 420
    assert open_minutes(LUNCH, of_day(5, 25)) == 0


def test_a_day_that_is_closed_and_worked_is_closed() -> None:
    own = replace(LUNCH, closed=(date(2026, 5, 25),), worked=(date(2026, 5, 25),))
    assert open_minutes(own, of_day(5, 25)) == 0


def test_around_the_clock_is_open_on_a_holiday() -> None:
    assert open_minutes(replace(ALWAYS, closed=(date(2026, 5, 1),)), of_day(5, 1)) == 1440


def test_a_night_window_loses_and_gains_an_hour() -> None:
    night = nightly((60, 300))
    assert open_minutes(night, of_day(6, 7)) == 240
    assert open_minutes(night, of_day(3, 29)) == 180
    assert open_minutes(night, Interval(at(10, 25), at(10, 26))) == 300


def test_full_days_are_around_the_clock_in_every_month() -> None:
    whole = nightly((0, 1440))
    for month in range(1, 13):
        first = date(2026, month, 1)
        assert window_minutes(whole, Period.MONTH, first) == window_minutes(ALWAYS, Period.MONTH, first)


@pytest.mark.parametrize("day", [(3, 29), (10, 25)])
@pytest.mark.parametrize("cut", [119, 120, 130, 150, 179, 180, 181])
def test_spans_that_touch_lose_and_repeat_no_minute(day: tuple[int, int], cut: int) -> None:
    period = Interval(at(*day), at(day[0], day[1] + 1))
    assert open_minutes(nightly((0, cut), (cut, 1440)), period) == open_minutes(ALWAYS, period)


def test_a_span_that_the_clocks_skip_is_empty() -> None:
    assert open_minutes(nightly((130, 170)), of_day(3, 29)) == 0
    (opening,) = open_intervals(nightly((130, 300)), of_day(3, 29))
    assert opening == Interval(datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 3, 29, 3, tzinfo=UTC))


def test_the_zone_of_the_window_counts_not_that_of_the_instant() -> None:
    reunion = replace(LUNCH, zone="Indian/Reunion", holidays="FR-974")
    nine = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Indian/Reunion"))
    assert elapsed(reunion, at(1, 5, 0), nine) == 0
    assert elapsed(reunion, at(1, 5, 0), nine + MINUTE) == 1
    assert elapsed(LUNCH, datetime(2026, 6, 8, 7, 30, tzinfo=UTC), at(6, 8, 10)) == 30


@pytest.mark.parametrize(("period", "days"), [(Period.MONTH, 31), (Period.QUARTER, 92), (Period.YEAR, 365)])
def test_periods_are_calendar_periods(period: Period, days: int) -> None:
    summer = period_of(period, date(2026, 8, 20), "UTC")
    assert (summer.end - summer.start).days == days


def test_a_quarter_starts_in_its_first_month() -> None:
    assert period_of(Period.QUARTER, date(2026, 12, 31), "Europe/Paris") == Interval(
        at(10, 1), datetime(2027, 1, 1, tzinfo=PARIS)
    )


def test_overlapping_suspensions_count_once() -> None:
    pauses = [Interval(at(6, 8, 10), at(6, 8, 11)), Interval(at(6, 8, 10, 30), at(6, 8, 11, 30))]
    assert elapsed(LUNCH, at(6, 8, 9), at(6, 8, 12), pauses) == 90


def test_a_suspension_outside_the_window_changes_nothing() -> None:
    pauses = [Interval(at(6, 8, 18), at(6, 9, 8))]
    assert elapsed(LUNCH, at(6, 8, 16), at(6, 9, 10), pauses) == 120


def test_a_clock_suspended_from_the_start_starts_afterwards() -> None:
    assert elapsed(ALWAYS, at(6, 8, 9), at(6, 8, 11), [Interval(at(6, 8, 8), at(6, 8, 10))]) == 60


def test_an_end_before_the_start_takes_no_time() -> None:
    assert elapsed(LUNCH, at(6, 8, 12), at(6, 8, 9)) == 0
    assert elapsed(ALWAYS, at(6, 8, 12), at(6, 8, 9)) == 0


@pytest.mark.parametrize(
    "spans",
    [
        ((600, 540),),
        ((540, 540),),
        ((540, 700), (660, 800)),
        ((780, 1020), (540, 720)),
        ((1200, 1500),),
        ((-10, 60),),
    ],
)
def test_malformed_spans(spans: tuple[tuple[int, int], ...]) -> None:
    day = tuple(TimeSpan(*span) for span in spans)
    assert not ordered(day)
    with pytest.raises(ValueError, match="ordered spans"):
        WeekWindow("bad", "bad", days=(day,) * 7)


def test_a_window_that_never_opens_is_malformed() -> None:
    with pytest.raises(ValueError, match="one of them open"):
        WeekWindow("never", "never", days=((),) * 7)
