"""What falls due, on the dates of a term."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from docgen.history.lock import Lock, Signed
from docgen.history.status import Due, due, state
from docgen.model.changes import Level
from docgen.model.deal import Renewal, RenewalMode, Term
from docgen.text.quantities import Duration, Unit


def months(number: int) -> Duration:
    return Duration(number, Unit.MONTH)


def engagement(mode: RenewalMode, **renewal: Any) -> Any:
    return SimpleNamespace(
        contract=SimpleNamespace(effective=date(2027, 1, 1)), term=Term(months(36), Renewal(mode, **renewal))
    )


TACIT = engagement(RenewalMode.TACIT, duration=months(12), max_count=2, notice=months(6))
FAR = 10_000


@pytest.mark.parametrize(
    ("deal", "today", "expected"),
    [
        # 36 months from 1 January 2027 end on 31 December 2029; six months back from there is 30 June 2029
        (TACIT, date(2027, 2, 1), [Due(date(2029, 6, 30), "notice"), Due(date(2029, 12, 31), "end")]),
        # the notice has passed, the term still runs
        (TACIT, date(2029, 7, 1), [Due(date(2029, 12, 31), "end")]),
        # renewed once, to 31 December 2030
        (TACIT, date(2030, 1, 1), [Due(date(2030, 6, 30), "notice"), Due(date(2030, 12, 31), "end")]),
        # the second and last renewal ends on 31 December 2031 whatever anybody says
        (TACIT, date(2031, 1, 1), [Due(date(2031, 12, 31), "end")]),
        (TACIT, date(2032, 1, 1), []),
        # an express renewal asks for an agreement before the end
        (
            engagement(RenewalMode.EXPRESS, duration=months(12), notice=months(3)),
            date(2027, 2, 1),
            [Due(date(2029, 9, 30), "notice"), Due(date(2029, 12, 31), "end")],
        ),
        (engagement(RenewalMode.NONE), date(2027, 2, 1), [Due(date(2029, 12, 31), "end")]),
    ],
)
def test_the_term(deal: Any, today: date, expected: list[Due]) -> None:
    assert list(due(deal, (), today, FAR)) == expected


def test_the_last_day_itself_is_still_told_and_the_horizon_ends_with_its_last_day() -> None:
    assert due(TACIT, (), date(2029, 6, 30), 0) == (Due(date(2029, 6, 30), "notice"),)
    assert due(TACIT, (), date(2029, 6, 29), 0) == ()
    assert due(TACIT, (), date(2029, 6, 29), 1) == (Due(date(2029, 6, 30), "notice"),)


def test_reviews_that_are_late_are_told_too() -> None:
    late = SimpleNamespace(id="a.late", review_by=date(2026, 1, 1))
    soon = SimpleNamespace(id="a.soon", review_by=date(2027, 3, 1))
    later = SimpleNamespace(id="a.later", review_by=date(2027, 3, 2))
    never = SimpleNamespace(id="a.never", review_by=None)
    found = due(engagement(RenewalMode.NONE), (soon, never, later, late), date(2027, 2, 1), 28)  # type: ignore[arg-type]
    assert [event.what for event in found] == ["a.late", "a.soon"]


def test_a_release_is_superseded_signed_or_released() -> None:
    made = Lock("demo", "D", "1.9.0", date(2027, 1, 1), Level.MAJOR, "x", (), {}, (), {}, {}, (), {})
    later = replace(made, version="1.10.0")
    signed = Signed(date(2027, 2, 1))
    assert state(made, later) == "superseded"
    assert state(replace(made, signed=signed), later) == "superseded"
    assert state(replace(later, signed=signed), later) == "signed"
    assert state(later, later) == "released"


def test_what_falls_due_on_one_day_stands_in_order() -> None:
    day = date(2029, 12, 31)
    reviews = [SimpleNamespace(id=name, review_by=day) for name in ("b", "a")]
    found = due(engagement(RenewalMode.NONE), reviews, day, 0)  # type: ignore[arg-type]
    assert found == (Due(day, "end"), Due(day, "review", "a"), Due(day, "review", "b"))


@pytest.mark.parametrize(
    "renewal",
    [
        {"mode": RenewalMode.TACIT, "duration": months(12), "max_count": 0, "notice": months(6)},
        {"mode": RenewalMode.TACIT, "duration": months(12), "notice": months(6)},
        {"mode": RenewalMode.TACIT, "max_count": 2, "notice": months(6)},
        {"mode": RenewalMode.NONE, "duration": months(12), "max_count": 2, "notice": months(6)},
    ],
)
def test_a_contract_that_does_not_go_on_asks_for_no_notice(renewal: Any) -> None:
    deal = engagement(**renewal)
    assert due(deal, (), date(2027, 2, 1), FAR) == (Due(date(2029, 12, 31), "end"),)
    assert due(deal, (), date(2030, 1, 1), FAR) == ()
