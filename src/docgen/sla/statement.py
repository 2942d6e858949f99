"""The credit statements of successive months: measures, exclusions, comparison with targets, and the settlement of each month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from docgen.model.engagement import Engagement
from docgen.model.measures import NOTHING_CARRIED, Measures
from docgen.model.services import IndicatorSheet
from docgen.model.sla import Period
from docgen.sla.calendar import period_of
from docgen.sla.charges import agreement_of, charges
from docgen.sla.intervals import Interval
from docgen.sla.maintenance import admitted
from docgen.sla.measuring import Evidence, Result, better, evaluate
from docgen.sla.rates import Compliance
from docgen.sla.remedies import in_grace
from docgen.sla.settle import MonthOutcome, Outcome, SettledIndicator, Settlement, settle
from docgen.text.quantities import Month


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator whose period ends in the month: its result, and its charges."""

    sheet: IndicatorSheet
    result: Result
    settled: SettledIndicator


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of one month."""

    measures: Measures
    evidence: Evidence
    lines: tuple[IndicatorLine, ...]
    settlement: Settlement

    @property
    def month(self) -> Month:
        """The month."""
        return self.measures.period


@dataclass(frozen=True, slots=True)
class _Measured:
    """A month before it is settled."""

    measures: Measures
    evidence: Evidence
    results: tuple[tuple[IndicatorSheet, Result], ...]
    outcome: MonthOutcome


def statements(engagement: Engagement, months: Sequence[Measures]) -> tuple[Statement, ...]:
    """The statement of each month; the months follow one another, and the first may carry over earlier results."""
    measured = [_measured(engagement, months[: index + 1]) for index in range(len(months))]
    carried = months[0].carried if months else NOTHING_CARRIED
    settled = settle(agreement_of(engagement), [month.outcome for month in measured], carried)
    return tuple(
        Statement(
            month.measures,
            month.evidence,
            tuple(
                IndicatorLine(sheet, result, one)
                for (sheet, result), one in zip(month.results, settlement.indicators, strict=True)
            ),
            settlement,
        )
        for month, settlement in zip(measured, settled, strict=True)
    )


def _measured(engagement: Engagement, months: Sequence[Measures]) -> _Measured:
    evidence = {kind: _evidence(engagement, months, kind) for kind in Period}
    own = evidence[Period.MONTH]
    if own is None:
        raise ValueError("a month ends with itself")
    evaluated = tuple(
        (sheet, evaluate(sheet, found), found)
        for sheet in engagement.sla.sheets
        if (found := evidence[sheet.indicator.period]) is not None
    )
    outcomes = tuple(_outcome(engagement, *one) for one in evaluated)
    results = tuple((sheet, result) for sheet, result, _ in evaluated)
    ending = any(month.termination_notice is not None for month in months)
    outcome = MonthOutcome(months[-1].period, outcomes, _surpassed(results), ending)
    return _Measured(months[-1], own, results, outcome)


def _outcome(engagement: Engagement, sheet: IndicatorSheet, result: Result, evidence: Evidence) -> Outcome:
    zone = ZoneInfo(engagement.calendar.timezone)
    started = engagement.contract.service_start
    began = evidence.period.start.astimezone(zone).date()
    grace = in_grace(started, engagement.sla.terms.grace_months, began)
    return Outcome(sheet.indicator.id, result.status, charges(engagement, sheet, result), grace)


def _surpassed(results: Sequence[tuple[IndicatorSheet, Result]]) -> Decimal | None:
    """The lowest availability of a month in which every indicator did better than its target; None otherwise."""
    applicable = [
        (sheet, result) for sheet, result in results if result.status is not Compliance.NOT_APPLICABLE
    ]
    available = [
        result.value for _, result in applicable if result.time is not None and result.value is not None
    ]
    if not available or not all(better(result, sheet) for sheet, result in applicable):
        return None
    return min(available)


def _evidence(engagement: Engagement, months: Sequence[Measures], kind: Period) -> Evidence | None:
    """The measures of the period that ends with the last month; None if no period of this kind ends then.

    A period that began before the service starts with it.
    """
    month = months[-1].period
    if month.month % kind.months:
        return None
    zone = engagement.calendar.timezone
    whole = period_of(kind, date(month.year, month.month, 1), zone)
    opening = datetime.combine(engagement.contract.service_start, time.min, ZoneInfo(zone))
    within = tuple(
        one
        for one in months
        if one.period.year == month.year and month.month - kind.months < one.period.month
    )
    stretches = (
        stretch
        for one in within
        for stretch in admitted(
            one.maintenance,
            engagement,
            period_of(Period.MONTH, date(one.period.year, one.period.month, 1), zone),
        )
    )
    return Evidence(engagement, Interval(max(whole.start, opening), whole.end), within, tuple(stretches))
