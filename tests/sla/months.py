"""Months to settle, without an engagement: charges on one base of 20 000 euros unless another is given."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.model.measures import NOTHING_CARRIED, Carried
from docgen.model.sla import Caps, Cumulation, PenaltyTerms, Repetition, SettlementTreatment
from docgen.sla.rates import Compliance
from docgen.sla.settle import Agreement, Base, Charge, MonthOutcome, Outcome, Settlement, settle
from docgen.sla.steps import ComputedAmount
from docgen.text.quantities import Month

FEE = Decimal(20000)
ALL = Base(("all",), FEE)
GROWING = Repetition((Decimal(1), Decimal("1.5"), Decimal(2)))


def terms(cumulation: Cumulation = Cumulation.MAX, caps: Caps | None = None, **changes: Any) -> PenaltyTerms:
    treatment = SettlementTreatment.PRICE_REDUCTION
    return PenaltyTerms(cumulation, caps or Caps(), treatment, False, **changes)


def agreement(agreed: PenaltyTerms, fee: Decimal = FEE, effective: date = date(2027, 1, 1)) -> Agreement:
    return Agreement(agreed, fee, effective)


def missed(
    name: str, amount: Decimal | int | str, cause: str = "", base: Base = ALL, **changes: Any
) -> Outcome:
    """An indicator that was missed and costs an amount by its scale."""
    minimum, exact = Decimal(changes.pop("minimum", 0)), changes.pop("exact", None)
    one = Charge(name, cause, base, ComputedAmount(Decimal(amount), (), exact), minimum)
    return Outcome(name, Compliance.MISSED, (one,), **changes)


def met(name: str) -> Outcome:
    return Outcome(name, Compliance.MET)


def month(index: int, *outcomes: Outcome, surpassed: Decimal | None = None) -> MonthOutcome:
    """The month of an index, 0 being January 2027."""
    return MonthOutcome(Month(2027 + index // 12, index % 12 + 1), outcomes, surpassed)


def one_month(
    outcomes: Sequence[Outcome],
    agreed: PenaltyTerms,
    carried: Carried = NOTHING_CARRIED,
    fee: Decimal = FEE,
) -> Settlement:
    (settlement,) = settle(agreement(agreed, fee), [month(0, *outcomes)], carried)
    return settlement
