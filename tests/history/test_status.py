"""What falls due, on the dates of a term."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from docgen.history.status import Due, due
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
