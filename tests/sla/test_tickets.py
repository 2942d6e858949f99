from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from docgen.model.sla import Period, Promise, ResponseTarget, WeekWindow
from docgen.sla.calendar import period_of
from docgen.sla.intervals import Interval
from docgen.sla.tickets import Ticket, counts_in, timing
from docgen.text.quantities import TimeSpan

PARIS = ZoneInfo("Europe/Paris")
OFFICE = WeekWindow("office", "office hours", days=((TimeSpan(480, 1080),),) * 5 + ((), ()))
TARGET = ResponseTarget("P2", "office", 30, 240)
JUNE = period_of(Period.MONTH, date(2026, 6, 1), "Europe/Paris")


def at(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


LATER = at(1, 0, month=7)
GOOD = Ticket("T1", "P2", at(8, 9), taken=at(8, 9, 30), restored=at(8, 13), closed=at(9, 9))
LATE = replace(GOOD, id="T2", restored=at(8, 13, 1))


def test_a_ticket_on_its_limit_is_on_time() -> None:
    timed = timing(GOOD, TARGET, OFFICE, Promise.GTR, LATER)
    assert timed is not None
    assert (timed.elapsed, timed.late, timed.met) == (240, 0, True)


def test_one_minute_more_is_late() -> None:
    timed = timing(LATE, TARGET, OFFICE, Promise.GTR, LATER)
    assert timed is not None
    assert (timed.late, timed.met) == (1, False)


def test_suspended_time_does_not_count() -> None:
    waiting = replace(GOOD, restored=at(8, 14), suspended=(Interval(at(8, 10), at(8, 11)),))
    timed = timing(waiting, TARGET, OFFICE, Promise.GTR, LATER)
    assert timed is not None
    assert (timed.elapsed, timed.met) == (240, True)


def test_an_open_ticket_runs_until_now_and_is_not_met() -> None:
    timed = timing(replace(GOOD, taken=None), TARGET, OFFICE, Promise.GTI, at(8, 9, 20))
    assert timed is not None
    assert (timed.elapsed, timed.done, timed.met) == (20, False, False)


def test_what_happens_after_now_is_not_known_yet() -> None:
    timed = timing(GOOD, TARGET, OFFICE, Promise.GTR, at(8, 10))
    assert timed is not None
    assert (timed.elapsed, timed.done) == (60, False)


def test_best_effort_has_no_limit() -> None:
    assert timing(GOOD, replace(TARGET, gtr_minutes=None), OFFICE, Promise.GTR, LATER) is None


def kept(ticket: Ticket, target: ResponseTarget = TARGET, period: Interval = JUNE) -> bool | None:
    """Whether a ticket that counts in a period was in time; None where it does not count there."""
    timed = counts_in(ticket, target, OFFICE, Promise.GTR, period)
    return None if timed is None else timed.met


@pytest.mark.parametrize(
    ("ticket", "result"),
    [
        (GOOD, True),
        (LATE, False),
        # Opened in May, closed in June.
        (Ticket("T", "P2", at(29, 17, month=5), restored=at(1, 9), closed=at(1, 10)), True),
        # Restored in time in June, closed in July.
        (replace(GOOD, closed=at(2, 9, month=7)), None),
        # Late and still open at the end of June: late now, not only once it is closed.
        (replace(LATE, restored=None, closed=None), False),
        (replace(LATE, restored=at(2, 9, month=7), closed=at(2, 10, month=7)), False),
        # Opened an hour before the end of the last day: neither done nor late.
        (Ticket("T", "P2", at(30, 17)), None),
        # Opened in July.
        (Ticket("T", "P2", at(1, 9, month=7), restored=at(1, 10, month=7)), None),
        # Closed in May.
        (Ticket("T", "P2", at(4, 9, month=5), restored=at(4, 10, month=5), closed=at(5, 9, month=5)), None),
        # Closed at the first and at the last instant of June, and at the first of July.
        (replace(GOOD, closed=JUNE.start, opened=at(29, 17, month=5), restored=at(29, 18, month=5)), True),
        (replace(GOOD, closed=JUNE.end), None),
    ],
)
def test_a_ticket_counts_in_the_month_of_its_closure(ticket: Ticket, result: bool | None) -> None:
    assert kept(ticket) is result


def test_best_effort_tickets_do_not_count() -> None:
    assert kept(LATE, replace(TARGET, gtr_minutes=None)) is None


def test_a_late_ticket_counts_in_one_month_only() -> None:
    """Late and open at the end of May, closed in June: it counted in May."""
    late = Ticket("T", "P2", at(20, 9, month=5), restored=at(2, 9), closed=at(2, 10))
    may = Interval(at(1, 0, month=5), at(1, 0))
    july = Interval(JUNE.end, at(1, 0, month=8))
    assert [kept(late, period=period) for period in (may, JUNE, july)] == [False, None, None]


def test_a_ticket_left_open_counts_in_the_first_month_that_ends_after_its_limit() -> None:
    left = Ticket("T", "P2", at(20, 9, month=5))
    assert kept(left, period=Interval(at(1, 0, month=5), at(1, 0))) is False
    assert kept(left) is None
