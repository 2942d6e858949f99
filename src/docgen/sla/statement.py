"""The credit statements of successive months: what was measured, excluded, compared, credited, and the totals.

Order, as the contract has it: scale, minimum, repetition, cumulation by cause, monthly cap of each base, yearly cap of
twelve monthly fees of all services. The contract year begins on the day on which the contract takes effect, and a month
belongs to the contract year in which it ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from docgen.model.engagement import Engagement
from docgen.model.measures import Carried, Measures
from docgen.model.services import IndicatorSheet
from docgen.model.sla import Direction, Period
from docgen.sla.base_caps import BaseCredit, base_credits, month_due
from docgen.sla.calendar import period_of
from docgen.sla.capping import MonthCredit, cap_amount, consecutive_missed
from docgen.sla.charges import Charge, charges, monthly_total, standing, waived
from docgen.sla.days import month_end
from docgen.sla.intervals import Interval
from docgen.sla.maintenance import admitted
from docgen.sla.measuring import Evidence, Result, better, evaluate
from docgen.sla.rates import Status
from docgen.sla.remedies import bonus_due, earned_back, in_grace, may_terminate
from docgen.sla.steps import Amount
from docgen.text.quantities import Month


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator whose period ends in the month. `missed` counts consecutive missed periods, this one included.

    `credited` is its share of what is due once cumulation and caps have applied; the shares add up to that.
    """

    sheet: IndicatorSheet
    result: Result
    missed: int
    grace: bool
    charges: tuple[Charge, ...]
    credited: Decimal = Decimal(0)

    @property
    def gross(self) -> Decimal:
        """What its charges come to before cumulation and caps."""
        return sum((charge.raised.value for charge in self.charges), Decimal(0))


class Refund(NamedTuple):
    """A penalty of an earlier month that the provider earns back now."""

    indicator: str
    month: Month
    amount: Amount


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of one month. `standing` are the charges that the cumulation keeps, `bases` their totals under the
    monthly cap; `already` is what was due before in the contract year; `capped` says of each month so far whether a base
    reached its monthly cap.
    """

    measures: Measures
    evidence: Evidence
    lines: tuple[IndicatorLine, ...]
    standing: tuple[Charge, ...]
    bases: tuple[BaseCredit, ...]
    credit: MonthCredit
    yearly_limit: Decimal | None
    already: Decimal
    refunds: tuple[Refund, ...]
    bonus: Amount
    capped: tuple[bool, ...]
    may_terminate: bool

    @property
    def month(self) -> Month:
        """The month."""
        return self.measures.period

    @property
    def gross(self) -> Decimal:
        """All charges, before cumulation and caps."""
        return sum((line.gross for line in self.lines), Decimal(0))

    @property
    def cumulated(self) -> Decimal:
        """What the cumulation leaves."""
        return sum((charge.raised.value for charge in self.standing), Decimal(0))

    @property
    def refunded(self) -> Decimal:
        """What the provider earns back this month."""
        return sum((refund.amount.value for refund in self.refunds), Decimal(0))

    @property
    def payable(self) -> Decimal:
        """Penalties of the month less refunds and bonus; negative where the client owes."""
        return self.credit.due - self.refunded - self.bonus.value


def statements(engagement: Engagement, months: Sequence[Measures]) -> tuple[Statement, ...]:
    """The statement of each month; the months follow one another, and the first may carry what came before."""
    made: list[Statement] = []
    for index in range(len(months)):
        made.append(_statement(engagement, months[: index + 1], made))
    return tuple(made)


def contract_year(engagement: Engagement, month: Month) -> int:
    """The contract year in which a month ends, counted from 0."""
    effective: date = engagement.values["contract"]["effective"]
    last = month_end(date(month.year, month.month, 1))
    return last.year - effective.year - ((last.month, last.day) < (effective.month, effective.day))


def _statement(engagement: Engagement, months: Sequence[Measures], before: Sequence[Statement]) -> Statement:
    month, carried, terms = months[-1], months[0].carried, engagement.sla.terms
    evidence = {kind: _evidence(engagement, months, kind) for kind in Period}
    lines = tuple(
        _line(engagement, sheet, found, before, carried)
        for sheet in engagement.sla.sheets
        if (found := evidence[sheet.indicator.period]) is not None
    )
    made = tuple(charge for line in lines for charge in line.charges)
    kept = standing(made, terms.cumulation)
    total = monthly_total(engagement)
    already = _applied(engagement, month.period, before, carried)
    bases = base_credits(engagement, kept)
    credit = month_due(engagement, bases, already)
    capped = (*([True] * carried.capped), *(one.credit.cap_reached for one in before), credit.cap_reached)
    lines = _shared(lines, kept, bases, credit.due)
    own = evidence[Period.MONTH]
    if own is None:
        raise ValueError("a month ends with itself")
    return Statement(
        measures=month,
        evidence=own,
        lines=lines,
        standing=kept,
        bases=bases,
        credit=credit,
        yearly_limit=None
        if terms.caps.yearly is None
        else cap_amount(total * 12, terms.caps.yearly, terms.rounding),
        already=already,
        refunds=tuple(_refunds(engagement, lines, before)),
        bonus=_bonus(engagement, lines, before, carried),
        capped=capped,
        may_terminate=terms.termination is not None and may_terminate(terms.termination, capped),
    )


def _evidence(engagement: Engagement, months: Sequence[Measures], kind: Period) -> Evidence | None:
    """What was measured in the period that ends with the last month; None when none of this kind does.

    A period that began before the service starts with it.
    """
    month = months[-1].period
    if month.month % kind.months:
        return None
    zone = engagement.values["calendar"]["timezone"]
    whole = period_of(kind, date(month.year, month.month, 1), zone)
    opening = datetime.combine(engagement.values["contract"]["service_start"], time.min, ZoneInfo(zone))
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


def _line(
    engagement: Engagement,
    sheet: IndicatorSheet,
    evidence: Evidence,
    before: Sequence[Statement],
    carried: Carried,
) -> IndicatorLine:
    result = evaluate(sheet, evidence)
    history = [line.result.status is Status.MISSED for line in _history(sheet.indicator.id, before)]
    history.append(result.status is Status.MISSED)
    missed = consecutive_missed(history)
    if missed == len(history):
        missed += carried.missed.get(sheet.indicator.id, 0)
    zone = ZoneInfo(engagement.values["calendar"]["timezone"])
    started: date = engagement.values["contract"]["service_start"]
    grace = in_grace(
        started, engagement.sla.terms.grace_months, evidence.period.start.astimezone(zone).date()
    )
    made = charges(engagement, sheet, result, missed)
    return IndicatorLine(sheet, result, missed, grace, tuple(map(waived, made)) if grace else made)


def _history(indicator: str, before: Iterable[Statement]) -> tuple[IndicatorLine, ...]:
    return tuple(line for one in before for line in one.lines if line.sheet.indicator.id == indicator)


def _applied(engagement: Engagement, month: Month, before: Sequence[Statement], carried: Carried) -> Decimal:
    year = contract_year(engagement, month)
    first = before[0].month if before else month
    applied = sum(
        (one.credit.due for one in before if contract_year(engagement, one.month) == year), Decimal(0)
    )
    return applied + (carried.applied if contract_year(engagement, first) == year else Decimal(0))


def _shared(
    lines: tuple[IndicatorLine, ...], kept: tuple[Charge, ...], bases: tuple[BaseCredit, ...], due: Decimal
) -> tuple[IndicatorLine, ...]:
    """The lines with their shares of what is due, in proportion to what cumulation and monthly caps leave of each.

    Each share is the step of a running total that is rounded to the cent: so the shares add up.
    """
    left = {base.services: base.due / base.total for base in bases if base.total}
    whole = sum((base.due for base in bases), Decimal(0))
    running, given = Decimal(0), Decimal(0)
    shared: list[IndicatorLine] = []
    for line in lines:
        running += sum(
            (one.raised.value * left.get(one.services, Decimal(0)) for one in line.charges if one in kept),
            Decimal(0),
        )
        upto = (due * running / whole).quantize(Decimal("0.01")) if whole else Decimal(0)
        shared.append(replace(line, credited=upto - given))
        given = upto
    return tuple(shared)


def _refunds(
    engagement: Engagement, lines: Iterable[IndicatorLine], before: Sequence[Statement]
) -> Iterable[Refund]:
    """Each month of compliance adds what it earns; nothing before the conditions are met."""
    terms = engagement.sla.terms
    if terms.earn_back is None:
        return
    for line in lines:
        indicator = line.sheet.indicator.id
        for index, earlier in enumerate(before):
            penalty = sum(
                (one.credited for one in earlier.lines if one.sheet.indicator.id == indicator), Decimal(0)
            )
            later = [one.result.status is Status.MET for one in _history(indicator, before[index + 1 :])]
            if not penalty or len(later) >= terms.earn_back.months:
                continue
            known = earned_back(penalty, terms.earn_back, later, rounding=terms.rounding)
            now = [*later, line.result.status is Status.MET]
            amount = earned_back(penalty, terms.earn_back, now, rounding=terms.rounding)
            if amount.value > known.value:
                yield Refund(indicator, earlier.month, amount._replace(value=amount.value - known.value))


def _bonus(
    engagement: Engagement, lines: Sequence[IndicatorLine], before: Sequence[Statement], carried: Carried
) -> Amount:
    """The bonus of a month in which every indicator does better than its target and availability is high enough."""
    terms = engagement.sla.terms
    judged = [line for line in lines if line.result.status is not Status.NOT_APPLICABLE]
    available = [
        line.result.value for line in judged if line.result.time is not None and line.result.value is not None
    ]
    if terms.bonus is None or not available or not all(better(line.result, line.sheet) for line in judged):
        return Amount(Decimal(0))
    lately = sum((one.credit.due for one in before[-12:]), Decimal(0)) + (
        carried.lately if len(before) < 12 else 0
    )
    return bonus_due(
        terms.bonus, monthly_total(engagement), min(available), Direction.HIGHER, lately, terms.rounding
    )
