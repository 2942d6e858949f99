from decimal import Decimal
from typing import Any

import pytest

from docgen.model.sla import Caps, Cumulation, PenaltyTerms, Repetition, SettlementTreatment
from docgen.sla import capping
from docgen.sla.capping import Line
from docgen.sla.steps import Amount, money, percent, step

FEE = Decimal(20000)
GROWING = Repetition((Decimal(1), Decimal("1.5"), Decimal(2)))


def terms(cumulation: Cumulation = Cumulation.MAX, caps: Caps | None = None, **changes: Any) -> PenaltyTerms:
    treatment = SettlementTreatment.PRICE_REDUCTION
    return PenaltyTerms(cumulation, caps or Caps(), treatment, False, **changes)


def line(amount: int, **changes: Any) -> Line:
    return Line("i", Amount(Decimal(amount)), **changes)


def month(lines: list[Line], agreed: PenaltyTerms, already: int = 0) -> capping.MonthCredit:
    return capping.month_credit(lines, agreed, FEE, 12 * FEE, Decimal(already))


@pytest.mark.parametrize(("cumulation", "due"), [(Cumulation.MAX, 2700), (Cumulation.SUM, 3200)])
def test_one_cause_is_penalised_once_unless_agreed(cumulation: Cumulation, due: int) -> None:
    lines = [line(2000, cause="outage 7"), line(500, cause="outage 7"), line(400), line(300)]
    assert month(lines, terms(cumulation)).due == due


def test_different_causes_add_up() -> None:
    assert month([line(2000, cause="a"), line(500, cause="b")], terms()).due == 2500


def test_repetition_comes_before_the_cap() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15)), repetition=GROWING)
    result = month([line(1800, missed_months=2)], agreed)
    assert (result.due, result.lost) == (2700, 0)
    result = month([line(1800, missed_months=3)], agreed)
    assert (result.due, result.lost, result.cap_reached) == (3000, 600, True)


def test_a_repeated_amount_is_rounded_once() -> None:
    exact = Decimal("0.5525")  # 11.05 x 5 %; x 2 = 1.105, hence 1.11, where twice the rounded 0.55 is 1.10
    share = step(
        "share",
        (money("fee", Decimal("11.05")), percent("rate", Decimal(5))),
        money("amount", Decimal("0.55")),
    )
    once = capping.repeated(Amount(Decimal("0.55"), (share,), exact), GROWING, 3)
    assert once.value == Decimal("1.11")
    assert [one.result.value for one in once.steps] == [exact, Decimal("1.11")]
    assert once.steps[-1].operands[0].value == exact


def test_the_first_month_shows_its_rounded_amount() -> None:
    amount = Amount(Decimal("0.55"), (), Decimal("0.5525"))
    assert capping.repeated(amount, GROWING, 1) is amount


def test_the_last_multiplier_holds() -> None:
    assert [capping.multiplier(GROWING, k) for k in (1, 2, 3, 9)] == [1, Decimal("1.5"), 2, 2]


@pytest.mark.parametrize(
    ("history", "missed"),
    [([], 0), ([True, True], 2), ([True, False, True], 1), ([True, True, False], 0)],
)
def test_one_compliant_month_resets_the_repetition(history: list[bool], missed: int) -> None:
    assert capping.consecutive_missed(history) == missed


def test_the_cap_is_reached_exactly() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15)))
    assert month([line(3000)], agreed).cap_reached
    assert not month([line(2999)], agreed).cap_reached


def test_the_yearly_cap_follows_the_monthly_one() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15), yearly=Decimal(10)))
    result = month([line(5000)], agreed, already=22000)
    assert (result.due, result.lost) == (2000, 3000)


def test_an_overspent_year_leaves_nothing_and_takes_nothing_back() -> None:
    assert month([line(500)], terms(caps=Caps(yearly=Decimal(10))), already=25000).due == 0


def test_without_caps_all_is_due() -> None:
    result = month([line(50000)], terms())
    assert (result.due, result.lost, result.cap_reached) == (50000, 0, False)


def test_a_small_total_is_not_due_and_not_lost_to_a_cap() -> None:
    agreed = terms(exempt_upto=Decimal(100))
    result = month([line(60), line(40)], agreed)
    assert (result.due, result.lost) == (0, 0)
    assert month([line(60), line(41)], agreed).due == 101


def test_a_month_shows_its_work_to_the_amount_due() -> None:
    agreed = terms(caps=Caps(Decimal(15), Decimal(10)), repetition=GROWING)
    result = month([line(1800, missed_months=3)], agreed, already=22000)
    assert [(s.label_key.removeprefix("sla.steps."), s.result.value) for s in result.steps] == [
        ("repetition", 3600),
        ("cumulation.max", 3600),
        ("cap.monthly", 3000),
        ("cap.yearly", 2000),
    ]


def test_a_month_without_a_breach_costs_nothing() -> None:
    result = month([], terms(caps=Caps(monthly=Decimal(15))))
    assert (result.due, result.lost, result.cap_reached) == (0, 0, False)
