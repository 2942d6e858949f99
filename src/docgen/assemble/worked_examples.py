"""Worked examples of the penalty scales: a good month, a breach, a month that the cap should limit.

The measures are assumed; fees, targets, scales and terms are those of the engagement, and every amount comes from
`docgen.sla`. Money is excluding VAT, rounded as the engagement says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import assert_never

from docgen.model.measures import Carried
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.model.sla import (
    Direction,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PenaltyTerms,
    PerIncidentScale,
    PointScale,
    StepScale,
)
from docgen.sla.charges import agreement_of, base_of, by_fee, capped_bases, monthly_limit, sheets_of
from docgen.sla.credits import (
    by_value,
    incident_credit,
    indicator_credit,
    point_credit,
)
from docgen.sla.rates import HUNDRED, Compliance, compared_value, rounded
from docgen.sla.settle import Base, Charge, MonthOutcome, Outcome, Settlement, settle
from docgen.sla.steps import ComputationStep, ComputedAmount
from docgen.text.quantities import Month


class Case(StrEnum):
    """The case that an example shows."""

    GOOD = "good"
    BREACH = "breach"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class Example:
    """One month, as assumed and as computed.

    `measured` is the value of the indicator; `late` the minutes by which one incident was late (0: none was), and `missed` the
    ids of missed indicators, for the scales that look at those. `months` counts consecutive missed months. `service` is that
    of the incident, '' where its penalty is limited by the cap of all services that the indicator measures.
    """

    case: Case
    settlement: Settlement
    months: int = 1
    measured: Decimal | None = None
    late: int = 0
    missed: tuple[str, ...] = ()
    service: str = ""
    together: ComputedAmount | None = None

    @property
    def steps(self) -> tuple[ComputationStep, ...]:
        """The whole computation: of the scale and the repetition, then of the caps.

        `together` is that of all charges at once; where rounding each of them makes another sum, each shows its own.
        """
        if self.together is not None and self.together.value == self.settlement.gross:
            return (*self.together.steps, *self.settlement.steps)
        charges = self.settlement.charges
        return (*(step for charge in charges for step in charge.raised.steps), *self.settlement.steps)


def examples(pack: Pack, named: NamedScale) -> tuple[Example, ...]:
    """The examples of a scale, for the first of its indicators (all of them, for points); () when it has none."""
    engagement = pack.engagement
    sheets = sheets_of(engagement, named)
    if not sheets:
        return ()
    indicator = sheets[0].indicator
    pool = isinstance(named.scale, PointScale)
    month = _Month(pack, named, base_of(engagement, sheets if pool else sheets[:1]))
    match named.scale:
        case StepScale() | LinearScale() as scale:
            measures = (
                _step_measures(scale, indicator)
                if isinstance(scale, StepScale)
                else _slope_measures(scale, indicator, month)
            )
            return tuple(
                month.measured(case, scale, indicator, value)
                for case, value in zip(Case, measures, strict=True)
            )
        case PerIncidentScale() as scale:
            month = _Month(pack, named, capped_bases(engagement, month.base)[0])
            return (
                month.late(Case.GOOD, scale, indicator, 0),
                month.late(Case.BREACH, scale, indicator, scale.step_minutes * 4 // 3),
                month.late(Case.CAP, scale, indicator, _late_to_cap(scale, month)),
            )
        case PointScale() as scale:
            ids = tuple(weight.indicator for weight in scale.weights)
            return tuple(
                month.missed(case, scale, taken) for case, taken in zip(Case, ((), ids[:1], ids), strict=True)
            )
        case _:
            assert_never(named.scale)


@dataclass(frozen=True, slots=True)
class _Month:
    """A month under the terms of the engagement, for one scale and its base."""

    pack: Pack
    named: NamedScale
    base: Base

    @property
    def fee(self) -> Decimal:
        return self.base.fee

    @property
    def terms(self) -> PenaltyTerms:
        return self.pack.engagement.sla.terms

    @property
    def limit(self) -> Decimal:
        """The monthly cap in money; 0 without one."""
        return monthly_limit(self.pack.engagement, self.base) or Decimal(0)

    @property
    def longest(self) -> int:
        """The consecutive missed month from which the highest multiplier holds."""
        multipliers = self.terms.repetition.multipliers
        return multipliers.index(max(multipliers)) + 1

    @property
    def highest(self) -> Decimal:
        return max(self.terms.repetition.multipliers)

    def measured(
        self, case: Case, scale: StepScale | LinearScale, indicator: Indicator, value: Decimal
    ) -> Example:
        amount = indicator_credit(indicator, scale, self.fee, value, self.terms.rounding)
        return Example(case, self._settled(case, {indicator.id: amount}), self._months(case), measured=value)

    def late(self, case: Case, scale: PerIncidentScale, indicator: Indicator, late: int) -> Example:
        amount = incident_credit(scale, (late,) if late else (), self.terms.rounding)
        settlement = self._settled(case, {indicator.id: amount})
        several = len(indicator.services) > 1 and self.terms.caps.by_service
        service = self.base.services[0] if several else ""
        return Example(case, settlement, self._months(case), late=late, service=service)

    def missed(self, case: Case, scale: PointScale, missed: tuple[str, ...]) -> Example:
        """Each missed indicator is billed by itself; the steps show all of them at once."""

        def share(*indicators: str) -> ComputedAmount:
            return point_credit(scale, self.fee, indicators, self.terms.rounding)

        settlement = self._settled(case, {indicator: share(indicator) for indicator in missed})
        together = self._settled(case, {self.named.name: share(*missed)}).charges if missed else ()
        amount = together[0].raised if together else None
        return Example(case, settlement, self._months(case), missed=missed, together=amount)

    def _months(self, case: Case) -> int:
        return self.longest if case is Case.CAP else 1

    def _settled(self, case: Case, amounts: Mapping[str, ComputedAmount]) -> Settlement:
        """The month with these charges alone, by indicator, the last of as many missed ones as the case needs."""
        minimum = Decimal(0) if self.named.minimum is None else self.named.minimum.amount
        parts = by_fee(self.pack.engagement, self.base)
        outcomes = tuple(
            Outcome(name, Compliance.MISSED, (Charge(name, "", self.base, amount, minimum, parts),))
            for name, amount in amounts.items()
            if amount.value
        )
        carried = Carried(missed={one.indicator: self._months(case) - 1 for one in outcomes})
        agreement = agreement_of(self.pack.engagement)
        month = Month(agreement.effective.year, agreement.effective.month)
        (settlement,) = settle(agreement, [MonthOutcome(month, outcomes)], carried)
        return settlement


def _step_measures(scale: StepScale, indicator: Indicator) -> tuple[Decimal, Decimal, Decimal]:
    """A value better than the target, the middle of the first band that costs, and a value in the worst band."""
    worst_first = (
        by_value(scale) if indicator.direction is Direction.HIGHER else tuple(reversed(by_value(scale)))
    )
    edges = [
        boundary for band in worst_first if (boundary := _best(band.lower, band.upper, indicator)) is not None
    ]
    width = abs(edges[1] - edges[0]) if len(edges) > 1 else Decimal(1)
    costly = [band for band in worst_first if band.rate > 0]
    first = costly[-1] if costly else worst_first[0]
    if first.lower is None or first.upper is None:
        breach = _worse(edges[0], width / 2, indicator)
    else:
        breach = (first.lower + first.upper) / 2
    return (
        _shown(_better(indicator), indicator),
        _shown(breach, indicator),
        _shown(_worse(edges[0], width / 2, indicator), indicator),
    )


def _best(lower: Decimal | None, upper: Decimal | None, indicator: Indicator) -> Decimal | None:
    return upper if indicator.direction is Direction.HIGHER else lower


def _slope_measures(
    scale: LinearScale, indicator: Indicator, month: _Month
) -> tuple[Decimal, Decimal, Decimal]:
    """A value better than the target, one and a half steps short of it, and as short as the cap takes."""
    per_step = rounded(month.fee * scale.rate / HUNDRED, month.terms.rounding) * month.highest
    steps = (
        (month.limit / per_step).to_integral_value(ROUND_CEILING) if per_step and month.limit else Decimal(10)
    )
    return (
        _shown(_better(indicator), indicator),
        _shown(_worse(indicator.target, scale.step * 3 / 2, indicator), indicator),
        _shown(_worse(indicator.target, scale.step * steps, indicator), indicator),
    )


def _late_to_cap(scale: PerIncidentScale, month: _Month) -> int:
    """Minutes late of one incident: as many whole steps as the cap takes, or four without one."""
    per_hour = scale.amount * month.highest
    hours = (
        (month.limit / per_hour).to_integral_value(ROUND_CEILING) if per_hour and month.limit else Decimal(4)
    )
    return int(hours) * scale.step_minutes


def _better(indicator: Indicator) -> Decimal:
    if indicator.direction is Direction.LOWER:
        return indicator.target / 2
    if indicator.unit is IndicatorUnit.PERCENT:
        return (indicator.target + HUNDRED) / 2
    return indicator.target * 11 / 10


def _worse(value: Decimal, gap: Decimal, indicator: Indicator) -> Decimal:
    worse = value - gap if indicator.direction is Direction.HIGHER else value + gap
    worse = max(Decimal(0), worse)
    return min(HUNDRED, worse) if indicator.unit is IndicatorUnit.PERCENT else worse


def _shown(value: Decimal, indicator: Indicator) -> Decimal:
    return compared_value(rounded(value, indicator.rounding), indicator.rounding, indicator.compared)
