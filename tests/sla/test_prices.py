from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docgen.model.prices import BandPricing, IndexTerm, PaymentTerm, PriceBand, PriceRevision
from docgen.model.sla import SettlementTreatment
from docgen.sla import prices

PRICE = Decimal(10000)
UP_10 = IndexTerm("labour", Decimal(1), Decimal(100), Decimal(110))
DOWN_10 = replace(UP_10, current=Decimal(90))


def revision(index: IndexTerm, cap: str | None = None, floor: str | None = None) -> PriceRevision:
    limits = [None if text is None else Decimal(text) for text in (cap, floor)]
    return PriceRevision(Decimal(0), (index,), *limits)


@pytest.mark.parametrize(
    ("formula", "price"),
    [
        (revision(UP_10), 11000),
        (revision(DOWN_10), 9000),
        (revision(UP_10, cap="3"), 10300),
        (revision(UP_10, cap="12"), 11000),
        (revision(DOWN_10, floor="0"), 10000),
        (revision(DOWN_10, floor="-5"), 9500),
        (revision(UP_10, cap="3", floor="0"), 10300),
    ],
)
def test_the_variation_is_held_between_floor_and_cap(formula: PriceRevision, price: int) -> None:
    assert prices.revised_price(formula, PRICE).value == price


def test_several_indices_share_the_price() -> None:
    energy = IndexTerm("energy", Decimal("0.25"), Decimal(200), Decimal(240))
    formula = PriceRevision(Decimal("0.15"), (replace(UP_10, share=Decimal("0.60")), energy))
    assert prices.shares_whole(formula)
    assert prices.revised_price(formula, PRICE).value == 11100
    assert not prices.shares_whole(replace(formula, fixed=Decimal("0.25")))


def test_a_rebased_index_is_linked() -> None:
    linked = replace(UP_10, current=Decimal(100), link=Decimal("0.97975"))
    assert prices.revised_price(revision(linked), PRICE).value == Decimal("9797.50")


def test_a_revision_shows_its_limit_only_when_it_holds() -> None:
    free = [step.label_key for step in prices.revised_price(revision(UP_10), PRICE).steps]
    held = [step.label_key for step in prices.revised_price(revision(UP_10, cap="3"), PRICE).steps]
    assert free == ["sla.steps.index-ratio", "sla.steps.coefficient", "sla.steps.revised-price"]
    assert held == [*free[:2], "sla.steps.variation-limit", free[2]]


BANDS = (PriceBand(50, Decimal(40)), PriceBand(100, Decimal(35)), PriceBand(None, Decimal(30)))


@pytest.mark.parametrize(
    ("units", "marginal", "whole"),
    [(0, 0, 0), (1, 40, 40), (50, 2000, 2000), (51, 2035, 51 * 35), (100, 3750, 3500), (101, 3780, 3030)],
)
def test_the_edges_of_the_bands(units: int, marginal: int, whole: int) -> None:
    assert prices.band_price(BANDS, units, BandPricing.MARGINAL).value == marginal
    assert prices.band_price(BANDS, units, BandPricing.WHOLE).value == whole


def test_a_volume_beyond_the_last_band_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no band holds 101"):
        prices.band_price(BANDS[:2], 101, BandPricing.MARGINAL)


def test_the_end_of_the_month_after_a_month_end() -> None:
    january_31 = date(2026, 1, 31)
    assert prices.due_date(january_31, 45, PaymentTerm.END_OF_MONTH_THEN) == date(2026, 3, 17)
    assert prices.due_date(january_31, 45, PaymentTerm.END_OF_MONTH_AFTER) == date(2026, 3, 31)


def test_late_days_start_the_day_after_the_due_date() -> None:
    assert prices.days_late(date(2026, 3, 31), date(2026, 3, 31)) == 0
    assert prices.days_late(date(2026, 3, 31), date(2026, 4, 1)) == 1
    assert prices.days_late(date(2026, 3, 31), date(2026, 3, 1)) == 0


def test_a_year_of_late_payment_costs_the_yearly_rate() -> None:
    assert prices.late_interest(PRICE, Decimal("12.15"), 365).value == 1215


def test_vat_follows_the_treatment() -> None:
    penalty = prices.settled(PRICE, Decimal(1000), Decimal(20), SettlementTreatment.PENALTY_OUTSIDE_VAT)
    assert penalty[:4] == (10000, 2000, 1000, 11000)
    reduction = prices.settled(PRICE, Decimal(1000), Decimal(20), SettlementTreatment.PRICE_REDUCTION)
    assert reduction[:4] == (9000, 1800, 0, 10800)


@pytest.mark.parametrize("treatment", SettlementTreatment)
def test_a_settlement_shows_its_work_to_the_sum_to_pay(treatment: SettlementTreatment) -> None:
    paid = prices.settled(PRICE, Decimal(1000), Decimal(20), treatment)
    assert paid.steps[-1].result.value == paid.to_pay
    assert paid.steps[-1].label_key == f"sla.steps.to-pay.{treatment}"
