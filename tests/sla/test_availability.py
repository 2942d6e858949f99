from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from docgen.model.sla import Exclusion, Period, WeekWindow
from docgen.sla.availability import (
    ServiceTime,
    agreed_minutes,
    availability,
    exclusions_weigh,
    measure,
)
from docgen.sla.calendar import period_of
from docgen.sla.intervals import Interval
from docgen.text.quantities import TimeSpan

PARIS = ZoneInfo("Europe/Paris")
JUNE = period_of(Period.MONTH, date(2026, 6, 1), "Europe/Paris")
ALWAYS = WeekWindow("always", "around the clock", always=True)
OFFICE = WeekWindow("office", "office hours", days=((TimeSpan(480, 1080),),) * 5 + ((), ()))


def span(start: int, end: int, day: int = 8) -> Interval:
    return Interval(datetime(2026, 6, day, start, tzinfo=PARIS), datetime(2026, 6, day, end, tzinfo=PARIS))


def test_an_overrun_of_maintenance_is_downtime_from_its_announced_end() -> None:
    time = measure(ALWAYS, JUNE, [span(1, 5)], planned=[span(1, 4)])
    assert time == ServiceTime(43200, 180, 0, 60, 180)


def test_only_real_downtime_counts_under_method_n() -> None:
    # Three hours of maintenance, in one of which the service was down.
    time = measure(ALWAYS, JUNE, [span(3, 4)], planned=[span(1, 4)])
    assert availability(time, Exclusion.NONE) == Decimal(100) * (43200 - 60) / 43200
    assert availability(time, Exclusion.BOTH) == 100


def test_time_both_planned_and_excluded_leaves_the_base_once() -> None:
    time = measure(ALWAYS, JUNE, [], planned=[span(1, 4)], excluded=[span(3, 6)])
    assert (time.planned, time.excluded) == (180, 120)
    assert agreed_minutes(time, Exclusion.BOTH) == 43200 - 300
    assert agreed_minutes(time, Exclusion.DOWNTIME) == agreed_minutes(time, Exclusion.NONE) == 43200


def test_maintenance_outside_the_window_takes_nothing_off() -> None:
    time = measure(OFFICE, JUNE, [span(6, 7)], planned=[span(1, 4)])
    assert (time.planned, time.downtime) == (0, 0)


def test_two_outages_at_once_count_once() -> None:
    assert measure(ALWAYS, JUNE, [span(1, 3), span(2, 4)]).downtime == 180


def test_no_service_time_is_not_applicable() -> None:
    assert availability(ServiceTime(0, 0, 0, 0), Exclusion.NONE) is None
    assert availability(ServiceTime(60, 60, 0, 0), Exclusion.BOTH) is None


def test_exclusions_weigh_above_a_tenth() -> None:
    assert not exclusions_weigh(ServiceTime(1000, 500, 100, 0))
    assert exclusions_weigh(ServiceTime(1000, 0, 101, 0))


@pytest.mark.parametrize("exclusion", Exclusion)
def test_without_exclusions_the_three_methods_agree(exclusion: Exclusion) -> None:
    assert availability(ServiceTime(43200, 0, 0, 432), exclusion) == 99
