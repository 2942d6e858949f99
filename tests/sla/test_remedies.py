from datetime import date
from decimal import Decimal

import pytest

from docgen.model.sla import Bonus, Direction, EarnBack, EarnBackShare, TerminationTrigger
from docgen.sla import remedies


def test_the_run_in_ends_with_its_months() -> None:
    start = date(2026, 1, 15)
    assert remedies.first_penalty_day(start, 2) == date(2026, 3, 15)
    assert remedies.in_grace(start, 2, date(2026, 3, 14))
    assert not remedies.in_grace(start, 2, date(2026, 3, 15))
    assert not remedies.in_grace(start, 0, start)


@pytest.mark.parametrize(
    ("share", "compliant", "refund"),
    [
        (EarnBackShare.FULL, [True, True, True], "2000"),
        (EarnBackShare.FULL, [True, True], "0"),
        (EarnBackShare.FULL, [True, True, True, False], "2000"),
        (EarnBackShare.PARTIAL, [True, False, False], "666.67"),
        (EarnBackShare.PARTIAL, [True, True, True, True], "2000"),
        (EarnBackShare.PARTIAL, [], "0"),
    ],
)
def test_earn_back(share: EarnBackShare, compliant: list[bool], refund: str) -> None:
    assert remedies.earned_back(Decimal(2000), EarnBack(3, share), compliant).value == Decimal(refund)


@pytest.mark.parametrize(
    ("measured", "direction", "due"),
    [
        ("99.95", Direction.HIGHER, 200),
        ("99.94", Direction.HIGHER, 0),
        ("99.95", Direction.LOWER, 200),
        ("99.96", Direction.LOWER, 0),
    ],
)
def test_a_bonus_needs_its_threshold_at_least(measured: str, direction: Direction, due: int) -> None:
    bonus = Bonus(Decimal("99.95"), Decimal(1))
    amount = remedies.bonus_due(bonus, Decimal(20000), Decimal(measured), direction, Decimal(500))
    assert amount.value == due


@pytest.mark.parametrize(
    ("reached", "may"),
    [
        ([True, True], True),
        ([True, True, False], False),
        ([True, False, True, False, True], True),
        ([True, False, True], False),
        ([True] + [False] * 11 + [True], False),
        ([True, False, True] + [False] * 8 + [True], True),
        ([True, False, True] + [False] * 10 + [True], False),
        ([], False),
    ],
)
def test_termination_after_two_in_a_row_or_three_in_twelve(reached: list[bool], may: bool) -> None:
    assert remedies.may_terminate(TerminationTrigger(2, 3, 12), reached) is may


def test_a_half_of_the_trigger_may_be_left_out() -> None:
    assert not remedies.may_terminate(TerminationTrigger(count=3), [True, True])
    assert not remedies.may_terminate(TerminationTrigger(consecutive=3), [True, False, True, False, True])
    assert not remedies.may_terminate(TerminationTrigger(), [True] * 12)
