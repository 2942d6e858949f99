"""The engine that bills, one rule of the contract after the other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docgen.model.measures import Carried
from docgen.model.sla import (
    Bonus,
    Caps,
    Cumulation,
    EarnBack,
    EarnBackShare,
    PenaltyTerms,
    Rounding,
    RoundingMode,
    TerminationTrigger,
)
from docgen.sla.rates import Compliance
from docgen.sla.settle import Base, Charge, Outcome, Part, Settlement, settle
from docgen.sla.steps import ComputedAmount, money, percent, step
from docgen.text.quantities import Month

from .months import ALL, FEE, GROWING, agreement, met, missed, month, one_month, terms

DESK = Base(("desk",), Decimal(10000))


def run(
    agreed: PenaltyTerms,
    *months: tuple[Outcome, ...],
    carried: Carried | None = None,
    effective: date = date(2027, 1, 1),
) -> tuple[Settlement, ...]:
    given = [month(index, *outcomes) for index, outcomes in enumerate(months)]
    return settle(agreement(agreed, effective=effective), given, carried or Carried())


def dues(settlements: tuple[Settlement, ...]) -> list[Decimal]:
    return [one.due for one in settlements]


# --- cumulation ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("cumulation", "due"), [(Cumulation.MAX, 2700), (Cumulation.SUM, 3200)])
def test_one_cause_is_penalised_once_unless_agreed(cumulation: Cumulation, due: int) -> None:
    outcomes = [
        missed("a", 2000, "outage 7"),
        missed("b", 500, "outage 7"),
        missed("c", 400),
        missed("d", 300),
    ]
    assert one_month(outcomes, terms(cumulation)).due == due


def test_different_causes_add_up() -> None:
    assert one_month([missed("a", 2000, "one"), missed("b", 500, "two")], terms()).due == 2500


def test_the_highest_is_kept_wherever_it_stands_and_the_first_of_two_equal_ones() -> None:
    settlement = one_month([missed("a", 500, "x"), missed("b", 2000, "x"), missed("c", 2000, "x")], terms())
    assert [charge.kept for charge in settlement.charges] == [False, True, False]
    assert (settlement.gross, settlement.cumulated, settlement.due) == (4500, 2000, 2000)


def test_the_highest_is_that_after_repetition() -> None:
    agreed = terms(repetition=GROWING)
    outcomes = [missed("a", 1500, "x"), missed("b", 1000, "x")]
    settlement = one_month(outcomes, agreed, Carried(missed={"b": 2}))
    assert [charge.kept for charge in settlement.charges] == [False, True]
    assert settlement.due == 2000


# --- minimum and repetition ---------------------------------------------------------------------------------


def test_below_the_minimum_nothing_is_due_even_when_repeated() -> None:
    agreed = terms(repetition=GROWING)
    low, enough = missed("a", "49.99", minimum=50), missed("b", 50, minimum=50)
    settlement = one_month([low, enough], agreed, Carried(missed={"a": 2, "b": 2}))
    assert [charge.raised.value for charge in settlement.charges] == [0, 100]


def test_repetition_comes_before_the_cap() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15)), repetition=GROWING)
    result = one_month([missed("a", 1800)], agreed, Carried(missed={"a": 1}))
    assert (result.due, result.lost, result.cap_reached) == (2700, 0, False)
    result = one_month([missed("a", 1800)], agreed, Carried(missed={"a": 2}))
    assert (result.due, result.lost, result.cap_reached) == (3000, 600, True)


def test_consecutive_misses_rise_to_the_last_multiplier() -> None:
    assert dues(run(terms(repetition=GROWING), *[(missed("a", 100),)] * 5)) == [100, 150, 200, 200, 200]


def test_a_good_month_resets_the_repetition() -> None:
    bad = (missed("a", 100),)
    found = run(terms(repetition=GROWING), bad, bad, (met("a"),), bad, bad)
    assert dues(found) == [100, 150, 0, 100, 150]
    assert [one.indicators[0].missed for one in found] == [1, 2, 0, 1, 2]


def test_a_month_without_a_measure_resets_the_repetition() -> None:
    bad = (missed("a", 100),)
    found = run(terms(repetition=GROWING), bad, (Outcome("a", Compliance.NOT_APPLICABLE),), bad)
    assert dues(found) == [100, 0, 100]


def test_what_is_carried_counts_until_the_first_good_month() -> None:
    bad, carried = (missed("a", 100),), Carried(missed={"a": 1, "b": 5})
    assert dues(run(terms(repetition=GROWING), bad, bad, (met("a"),), bad, carried=carried)) == [
        150,
        200,
        0,
        100,
    ]


def test_each_indicator_has_its_own_rank() -> None:
    found = run(terms(repetition=GROWING), (missed("a", 100), met("b")), (missed("a", 100), missed("b", 10)))
    assert dues(found) == [100, 160]


def test_a_period_of_several_months_ranks_among_its_own_periods() -> None:
    """A quarterly indicator is missed in March and June: the months between have no period of it."""
    bad, none = (missed("q", 100),), ()
    assert dues(run(terms(repetition=GROWING), none, none, bad, none, none, bad)) == [0, 0, 100, 0, 0, 150]


def test_a_repeated_amount_is_rounded_once() -> None:
    exact = Decimal("0.5525")  # 11.05 x 5 %; x 2 = 1.105, hence 1.11, where twice the rounded 0.55 is 1.10
    share = step(
        "share",
        (money("fee", Decimal("11.05")), percent("rate", Decimal(5))),
        money("amount", Decimal("0.55")),
    )
    once = Outcome(
        "a", Compliance.MISSED, (Charge("a", "", ALL, ComputedAmount(Decimal("0.55"), (share,), exact)),)
    )
    (charge,) = one_month([once], terms(repetition=GROWING), Carried(missed={"a": 2})).charges
    assert charge.raised.value == Decimal("1.11")
    assert [one.result.value for one in charge.raised.steps] == [exact, Decimal("1.11")]
    assert charge.raised.steps[-1].operands[0].value == exact
    (first,) = one_month([once], terms(repetition=GROWING)).charges
    assert first.raised == first.scaled == once.charges[0].amount, "the first month shows its rounded amount"


def test_a_rate_of_the_run_in_is_shown_and_not_due_and_counts_in_the_rank() -> None:
    graced = missed("a", 100, grace=True)
    first, second = run(terms(repetition=GROWING), (graced,), (missed("a", 100),))
    assert (first.due, first.charges[0].scaled.value, first.charges[0].raised.value) == (0, 100, 0)
    assert second.due == 150


# --- exempt amount and caps ---------------------------------------------------------------------------------


def test_a_cap_does_not_turn_a_breach_into_a_small_one() -> None:
    """3 000 euros were incurred, more than the 2 000 exempt: 1 800 are due under the cap, not nothing."""
    agreed = terms(caps=Caps(monthly=Decimal(9)), exempt_upto=Decimal(2000))
    result = one_month([missed("a", 3000)], agreed)
    assert (result.due, result.lost, result.cap_reached) == (1800, 1200, True)


def test_a_small_total_is_not_due_and_not_lost_to_a_cap() -> None:
    agreed = terms(caps=Caps(monthly=Decimal("0.1")), exempt_upto=Decimal(100))
    result = one_month([missed("a", 60), missed("b", 40)], agreed)
    assert (result.due, result.lost, result.cap_reached) == (0, 0, False)
    assert [one.label_key for one in result.steps] == ["sla.steps.exempt"]
    assert [one.credited for one in result.indicators] == [0, 0]
    assert one_month([missed("a", 60), missed("b", 41)], terms(exempt_upto=Decimal(100))).due == 101


def test_the_cap_is_reached_exactly() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15)))
    reached, below = (one_month([missed("a", amount)], agreed) for amount in (3000, "2999.99"))
    assert (reached.cap_reached, reached.lost) == (True, 0)
    assert not below.cap_reached


def test_a_base_without_fee_reaches_no_cap() -> None:
    free = one_month([missed("a", 0, base=Base(("gift",), Decimal(0)))], terms(caps=Caps(Decimal(15))))
    assert not free.cap_reached


def test_each_base_has_its_own_cap_and_one_suffices_for_the_month() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15)))
    result = one_month([missed("a", 1000), missed("b", 9000, base=DESK), missed("c", 500)], agreed)
    assert [(one.base, one.total, one.limit, one.due, one.reached) for one in result.bases] == [
        (ALL, 1500, 3000, 1500, False),
        (DESK, 9000, 1500, 1500, True),
    ]
    assert (result.due, result.lost, result.cap_reached) == (3000, 7500, True)


def test_a_cap_is_rounded_as_the_contract_says() -> None:
    odd = Base(("odd",), Decimal("100.05"))
    agreed = terms(caps=Caps(monthly=Decimal(10)), rounding=Rounding(2, RoundingMode.DOWN))
    assert one_month([missed("a", 50, base=odd)], agreed).due == Decimal("10.00")


def test_the_yearly_cap_follows_the_monthly_one() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15), yearly=Decimal(10)))
    result = one_month([missed("a", 5000)], agreed, Carried(applied=Decimal(22000)))
    assert (result.due, result.lost, result.already, result.yearly_limit) == (2000, 3000, 22000, 24000)
    assert result.cap_reached, "the monthly cap was reached whatever the year leaves"


def test_an_overspent_year_leaves_nothing_and_takes_nothing_back() -> None:
    agreed = terms(caps=Caps(yearly=Decimal(10)))
    assert one_month([missed("a", 500)], agreed, Carried(applied=Decimal(25000))).due == 0


def test_without_caps_all_is_due() -> None:
    result = one_month([missed("a", 50000)], terms())
    assert (result.due, result.lost, result.cap_reached, result.yearly_limit) == (50000, 0, False, None)


def test_a_month_shows_its_work_to_the_amount_due() -> None:
    agreed = terms(caps=Caps(Decimal(15), Decimal(10)), repetition=GROWING)
    carried = Carried(applied=Decimal(22000), missed={"a": 2})
    result = one_month([missed("a", 1800)], agreed, carried)
    (charge,) = result.charges
    shown = [
        (one.label_key.removeprefix("sla.steps."), one.result.value)
        for one in (*charge.raised.steps, *result.steps)
    ]
    assert shown == [("repetition", 3600), ("cap.monthly", 3000), ("cap.yearly", 2000)]
    assert {one.name: one.value for one in result.steps[-1].operands} == {
        "total": 3000,
        "fee": 240000,
        "rate": 10,
        "cap": 24000,
        "already": 22000,
    }


def test_a_month_without_a_breach_costs_nothing() -> None:
    result = one_month([], terms(caps=Caps(monthly=Decimal(15))))
    assert (result.due, result.lost, result.cap_reached, result.payable) == (0, 0, False, 0)


def test_the_shares_of_a_capped_total_add_up() -> None:
    agreed = terms(caps=Caps(Decimal(5)))
    result = one_month([missed("a", 1000), missed("b", 1000), missed("c", 1000)], agreed)
    assert [one.credited for one in result.indicators] == [
        Decimal("333.33"),
        Decimal("333.34"),
        Decimal("333.33"),
    ]


# --- contract year ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effective", "month_", "year"),
    [
        (date(2027, 1, 1), Month(2027, 12), 0),
        (date(2027, 1, 1), Month(2028, 1), 1),
        (date(2027, 4, 15), Month(2028, 3), 0),
        (date(2027, 4, 15), Month(2028, 4), 1),
        (date(2027, 4, 30), Month(2028, 4), 1),
        (date(2027, 3, 31), Month(2028, 2), 0),
        (date(2027, 3, 31), Month(2028, 3), 1),
        (date(2028, 2, 29), Month(2029, 1), 0),
        (date(2028, 2, 29), Month(2029, 2), 1),
        (date(2027, 4, 15), Month(2027, 4), 0),
        (date(2027, 4, 15), Month(2029, 4), 2),
    ],
)
def test_a_month_belongs_to_the_contract_year_in_which_it_ends(
    effective: date, month_: Month, year: int
) -> None:
    assert agreement(terms(), effective=effective).year(month_) == year


def test_the_yearly_cap_begins_anew_with_the_contract_year() -> None:
    """5 % of 240 000 are 12 000: the anniversary of 15 March falls in the third month, which has room again."""
    agreed, bad = terms(caps=Caps(yearly=Decimal(5))), (missed("a", 8000),)
    carried = Carried(applied=Decimal(1000))
    found = run(agreed, bad, bad, bad, bad, carried=carried, effective=date(2026, 3, 15))
    assert dues(found) == [8000, 3000, 8000, 4000]
    assert [one.already for one in found] == [1000, 9000, 0, 8000]


def test_what_is_carried_lasts_while_the_contract_year_of_the_first_month_does() -> None:
    agreed, bad = terms(caps=Caps(yearly=Decimal(5))), (missed("a", 100),)
    carried = Carried(applied=Decimal(11950))
    assert dues(run(agreed, bad, bad, carried=carried)) == [50, 0]
    assert dues(run(agreed, bad, bad, carried=carried, effective=date(2026, 2, 1))) == [50, 100]


# --- termination --------------------------------------------------------------------------------------------

AT_CAP, BELOW = (missed("a", 3000),), (missed("a", "2999.99"),)


def may(trigger: TerminationTrigger, *months: tuple[Outcome, ...], capped: int = 0) -> list[bool]:
    agreed = terms(caps=Caps(monthly=Decimal(15)), termination=trigger)
    return [one.may_terminate for one in run(agreed, *months, carried=Carried(capped=capped))]


def test_a_monthly_cap_reached_exactly_counts_for_termination() -> None:
    assert may(TerminationTrigger(2), AT_CAP, AT_CAP) == [False, True]
    assert may(TerminationTrigger(2), AT_CAP, BELOW) == [False, False]


def test_months_at_the_cap_in_a_row_begin_anew_after_one_below() -> None:
    assert may(TerminationTrigger(2), AT_CAP, BELOW, AT_CAP, AT_CAP) == [False, False, False, True]


def test_months_at_the_cap_count_in_their_window() -> None:
    trigger = TerminationTrigger(None, 3, 4)
    assert may(trigger, AT_CAP, AT_CAP, BELOW, AT_CAP, AT_CAP) == [False, False, False, True, True]
    assert may(trigger, AT_CAP, AT_CAP, BELOW, BELOW, AT_CAP) == [False] * 5


def test_carried_months_at_the_cap_count() -> None:
    assert may(TerminationTrigger(3), AT_CAP, capped=2) == [True]
    assert may(TerminationTrigger(3), BELOW, AT_CAP, AT_CAP, capped=2) == [False] * 3


def test_without_a_trigger_there_is_no_termination() -> None:
    agreed = terms(caps=Caps(monthly=Decimal(15)))
    assert not any(one.may_terminate for one in run(agreed, *[AT_CAP] * 12))


# --- earn-back ----------------------------------------------------------------------------------------------


def refunds(share: EarnBackShare, *months: tuple[Outcome, ...]) -> list[Decimal]:
    agreed = terms(earn_back=EarnBack(2, share), caps=Caps(monthly=Decimal(15)))
    return [one.refunded for one in run(agreed, *months)]


GOOD, BAD = (met("a"),), (missed("a", 5000),)


def test_the_whole_penalty_comes_back_after_all_the_months_and_once() -> None:
    assert refunds(EarnBackShare.FULL, BAD, GOOD, GOOD, GOOD) == [0, 0, 3000, 0]
    assert refunds(EarnBackShare.FULL, BAD, GOOD, BAD, GOOD, GOOD) == [0, 0, 0, 0, 3000]


def test_a_part_comes_back_for_each_month_and_a_part_is_lost_for_good() -> None:
    assert refunds(EarnBackShare.PARTIAL, BAD, GOOD, GOOD, GOOD) == [0, 1500, 1500, 0]
    assert refunds(EarnBackShare.PARTIAL, BAD, BAD, GOOD, GOOD) == [0, 0, 3000, 1500]


def test_a_month_without_a_measure_earns_nothing_back() -> None:
    none = (Outcome("a", Compliance.NOT_APPLICABLE),)
    assert refunds(EarnBackShare.FULL, BAD, GOOD, none, GOOD) == [0, 0, 0, 0]


def test_a_refund_names_its_month_and_lowers_what_is_payable() -> None:
    agreed = terms(earn_back=EarnBack(1, EarnBackShare.FULL))
    _, second = run(agreed, (missed("a", 700), missed("b", 50)), (met("a"), missed("b", 60)))
    assert [(one.indicator, one.month, one.amount.value) for one in second.refunds] == [
        ("a", Month(2027, 1), 700)
    ]
    assert (second.due, second.payable) == (60, -640)


# --- bonus --------------------------------------------------------------------------------------------------

TOP = Decimal("99.99")


def bonus_after(
    penalties: dict[int, int], index: int, lately: int = 0, surpassed: Decimal | None = TOP
) -> Decimal:
    """The bonus of the month of an index, after penalties in months before it."""
    agreed = terms(bonus=Bonus(TOP, Decimal(1)))
    months = [
        month(number, missed("a", penalties[number])) if number in penalties else month(number, met("a"))
        for number in range(index)
    ]
    found = settle(
        agreement(agreed), [*months, month(index, surpassed=surpassed)], Carried(lately=Decimal(lately))
    )
    assert found[-1].payable == -found[-1].bonus.value
    return found[-1].bonus.value


def test_a_bonus_looks_back_twelve_months() -> None:
    assert bonus_after({0: 150}, 12) == 150, "the twelfth month before"
    assert bonus_after({0: 150}, 13) == 0, "the thirteenth month before"


def test_a_bonus_is_at_most_its_rate_of_all_fees() -> None:
    assert bonus_after({0: 150, 1: 150}, 2) == 200


def test_what_is_carried_counts_for_the_bonus_in_the_first_twelve_months() -> None:
    assert bonus_after({}, 0, lately=80) == 80
    assert bonus_after({}, 11, lately=80) == 80
    assert bonus_after({}, 12, lately=80) == 0


def test_a_bonus_needs_every_target_surpassed_and_its_threshold() -> None:
    assert bonus_after({0: 150}, 1, surpassed=None) == 0
    assert bonus_after({0: 150}, 1, surpassed=Decimal("99.98")) == 0
    assert bonus_after({0: 150}, 1, surpassed=Decimal(100)) == 150
    without = run(terms(), BAD, ())
    assert without[-1].bonus.value == 0


def test_fees_are_those_of_the_agreement() -> None:
    assert agreement(terms(caps=Caps(yearly=Decimal(10)))).yearly_limit == FEE * 12 / 10


def test_a_bonus_is_rounded_as_the_contract_says() -> None:
    agreed = terms(bonus=Bonus(Decimal(99), Decimal("1.5")), rounding=Rounding(0, RoundingMode.DOWN))
    best = month(0, surpassed=Decimal("99.9"))
    (result,) = settle(agreement(agreed, Decimal("133.33")), [best], Carried(lately=Decimal(500)))
    assert result.bonus.value == 1  # 1.99995


# --- charges that are shared out among bases ----------------------------------------------------------------

HOSTING = Base(("hosting",), Decimal(46800))


def test_a_charge_of_several_services_counts_under_the_cap_of_each_with_its_share() -> None:
    """1 000 by 468 : 100 : 333: 519.42, then 630.41 less that, then the rest; the desk has a cap of 1 500."""
    parts = (Part(HOSTING, Decimal(468)), Part(DESK, Decimal(100)), Part(ALL, Decimal(333)))
    shared = replace(missed("b", 1000).charges[0], parts=parts)
    outcomes = [missed("a", 1450, base=DESK), replace(missed("b", 1000), charges=(shared,))]
    result = one_month(outcomes, terms(caps=Caps(monthly=Decimal(15))))
    assert [(one.base, one.total, one.due) for one in result.bases] == [
        (DESK, Decimal("1560.99"), 1500),
        (HOSTING, Decimal("519.42"), Decimal("519.42")),
        (ALL, Decimal("369.59"), Decimal("369.59")),
    ]
    assert sum(share.amount for share in result.charges[1].shares) == 1000
    assert (result.due, result.lost) == (Decimal("2389.01"), Decimal("60.99"))
    assert sum(one.credited for one in result.indicators) == result.due


def test_a_charge_without_weight_counts_nowhere() -> None:
    nothing = replace(missed("a", 0).charges[0], parts=(Part(Base(("gift",), Decimal(0)), Decimal(0)),))
    assert one_month([replace(missed("a", 0), charges=(nothing,))], terms()).due == 0


# --- penalties by incident ----------------------------------------------------------------------------------


def late(amount: int) -> Outcome:
    """An indicator whose rate is met, with an incident that was restored late."""
    return replace(missed("a", amount), status=Compliance.MET)


@pytest.mark.parametrize("share", EarnBackShare)
def test_a_late_incident_earns_nothing_back_where_a_period_must_be_without_penalty(
    share: EarnBackShare,
) -> None:
    def refunded(without_penalty: bool, *after: Outcome) -> list[Decimal]:
        rule = EarnBack(1, share, without_penalty)
        months = ((late(700),), *((one,) for one in after))
        return [one.refunded for one in run(terms(earn_back=rule), *months)]

    assert refunded(True, late(50), met("a")) == [0, 0, 50], "the second month has a late incident of its own"
    assert refunded(False, late(50), met("a")) == [0, 700, 50], "where the rate decides"


def test_a_late_incident_is_due_of_a_rate_that_is_met_at_the_first_multiplier() -> None:
    found = run(
        terms(repetition=GROWING), (missed("a", 100),), (late(100),), (missed("a", 100),), (missed("a", 100),)
    )
    assert dues(found) == [100, 100, 100, 150]


def test_nothing_is_earned_back_once_a_termination_was_notified() -> None:
    agreed = agreement(terms(earn_back=EarnBack(1, EarnBackShare.FULL)))
    for ending, refunded in ((False, 700), (True, 0)):
        months = [month(0, missed("a", 700)), replace(month(1, met("a")), ending=ending)]
        assert settle(agreed, months)[-1].refunded == refunded
