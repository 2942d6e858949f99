"""Settle months: from what each indicator costs by its scale to what is due, earned back and gained as a bonus.

The one engine under the worked examples of a contract, credit statements, `docgen credits` and `docgen simulate`. It
knows amounts and terms only, neither measures nor documents. Money is without VAT.

The order is that of the contract (clause `penalites.calcul`): scale, minimum, repetition, cumulation by cause, exempt
amount, monthly caps, yearly cap. A monthly cap limits what counts under one base: a charge that is shared out among
several counts under each with its share. The exempt amount is compared with the total that was incurred, before the
caps: it tells which breaches are too small to be penalised, and a cap, which limits what is due, must not turn a breach
into a small one. Amounts are rounded once for each indicator; caps are rounded; totals are sums of rounded amounts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from docgen.model.measures import NOTHING_CARRIED, Carried
from docgen.model.sla import CENT, Cumulation, Direction, EarnBack, PenaltyTerms
from docgen.sla.credits import NOTHING, exempted, minimum_credit
from docgen.sla.days import month_end
from docgen.sla.rates import Compliance, rounded, share_of
from docgen.sla.remedies import bonus_due, earned_back, may_terminate
from docgen.sla.repetition import in_a_row, repeated
from docgen.sla.steps import ComputationStep, ComputedAmount, money, percent, step
from docgen.text.quantities import Month

NIL = Decimal(0)
_YEAR = 12  # months that a bonus looks back, months of a yearly fee


# --- what is settled ----------------------------------------------------------------------------------------


class Base(NamedTuple):
    """The services whose monthly fees make the base of a penalty, and the sum of these fees."""

    services: tuple[str, ...]
    fee: Decimal


class Part(NamedTuple):
    """The weight with which a charge counts under the cap of a base, beside its other parts."""

    base: Base
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Charge:
    """What one cause costs under one indicator by its scale; an amount below `minimum` is not due.

    `cause` names an event that several indicators may have in common; '' stands alone. `parts` share the charge out
    among the bases that have a cap; () is the whole under the cap of its own base.
    """

    indicator: str
    cause: str
    base: Base
    amount: ComputedAmount
    minimum: Decimal = NIL
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One indicator at the end of its period; `grace` tells that the period began in the run-in."""

    indicator: str
    status: Compliance
    charges: tuple[Charge, ...] = ()
    grace: bool = False


@dataclass(frozen=True, slots=True)
class MonthOutcome:
    """The indicators whose period ends in a month.

    `surpassed` is the lowest availability, in percent, of a month in which every indicator did better than its target;
    None in any other month: it earns no bonus. `ending` tells that a termination was notified by its end: it earns no
    penalty back.
    """

    month: Month
    outcomes: tuple[Outcome, ...]
    surpassed: Decimal | None = None
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the months are settled under: the terms, the monthly fees of all services, the day of effect."""

    terms: PenaltyTerms
    monthly_fee: Decimal
    effective: date

    @property
    def yearly_limit(self) -> Decimal | None:
        """The cap of a contract year: a percentage of twelve monthly fees; None without one."""
        rate = self.terms.caps.yearly
        return None if rate is None else share_of(self.monthly_fee * _YEAR, rate, self.terms.rounding)

    def year(self, month: Month) -> int:
        """The contract year in which a month ends, from 0; it begins on each anniversary of the effect."""
        last = month_end(date(month.year, month.month, 1))
        return relativedelta(last, self.effective).years


# --- what comes out -----------------------------------------------------------------------------------------


class Share(NamedTuple):
    """The money of a charge that counts under the cap of a base."""

    base: Base
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SettledCharge:
    """A charge by the scale (nil below the minimum) and with its multiplier (nil in the run-in).

    `shares` add up to it. `kept` is False where a higher charge of the same cause absorbs it.
    """

    indicator: str
    cause: str
    base: Base
    scaled: ComputedAmount
    raised: ComputedAmount
    shares: tuple[Share, ...]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class SettledIndicator:
    """One indicator in its month. `missed` counts consecutive missed periods, this one included.

    `credited` is its share of what is due once cumulation and caps have applied; the shares add up to that.
    """

    indicator: str
    status: Compliance
    missed: int
    grace: bool
    charges: tuple[SettledCharge, ...]
    credited: Decimal = NIL

    @property
    def gross(self) -> Decimal:
        """What its charges come to before cumulation and caps."""
        return sum((charge.raised.value for charge in self.charges), NIL)


class BaseTotal(NamedTuple):
    """The total of the charges on one base, its monthly cap (None without one), what the cap leaves."""

    base: Base
    total: Decimal
    limit: Decimal | None
    due: Decimal

    @property
    def reached(self) -> bool:
        """True when the total is at its cap or above."""
        return self.limit is not None and self.total >= self.limit > 0


class Refund(NamedTuple):
    """A penalty of an earlier month that the provider earns back now."""

    indicator: str
    month: Month
    amount: ComputedAmount


@dataclass(frozen=True, slots=True)
class Settlement:
    """One month: what is due, and what the caps took off (`lost`).

    `already` was due before in the contract year, of `yearly_limit`. `capped` says of each month so far whether a base
    reached its monthly cap. `steps` show the exempt amount and the caps.
    """

    month: Month
    indicators: tuple[SettledIndicator, ...]
    bases: tuple[BaseTotal, ...]
    due: Decimal
    lost: Decimal
    steps: tuple[ComputationStep, ...]
    already: Decimal
    yearly_limit: Decimal | None
    refunds: tuple[Refund, ...]
    bonus: ComputedAmount
    capped: tuple[bool, ...]
    may_terminate: bool

    @property
    def charges(self) -> tuple[SettledCharge, ...]:
        """The charges of all indicators."""
        return tuple(charge for one in self.indicators for charge in one.charges)

    @property
    def kept(self) -> tuple[SettledCharge, ...]:
        """The charges that add up."""
        return tuple(charge for charge in self.charges if charge.kept)

    @property
    def gross(self) -> Decimal:
        """All charges, before cumulation and caps."""
        return sum((charge.raised.value for charge in self.charges), NIL)

    @property
    def cumulated(self) -> Decimal:
        """What the cumulation leaves."""
        return sum((charge.raised.value for charge in self.kept), NIL)

    @property
    def cap_reached(self) -> bool:
        """True when a base reached its monthly cap."""
        return any(base.reached for base in self.bases)

    @property
    def refunded(self) -> Decimal:
        """What the provider earns back this month."""
        return sum((refund.amount.value for refund in self.refunds), NIL)

    @property
    def payable(self) -> Decimal:
        """Penalties of the month less refunds and bonus; negative where the client owes."""
        return self.due - self.refunded - self.bonus.value


# --- the engine ---------------------------------------------------------------------------------------------


def settle(
    agreement: Agreement, months: Iterable[MonthOutcome], carried: Carried = NOTHING_CARRIED
) -> tuple[Settlement, ...]:
    """The settlement of each month; the months follow one another, and `carried` is what came before the first."""
    made: list[Settlement] = []
    for month in months:
        made.append(_settlement(agreement, month, made, carried))
    return tuple(made)


def _settlement(
    agreement: Agreement, month: MonthOutcome, before: Sequence[Settlement], carried: Carried
) -> Settlement:
    terms = agreement.terms
    indicators = _cumulated(
        tuple(_raised(outcome, terms, before, carried) for outcome in month.outcomes), terms.cumulation
    )
    kept = tuple(charge for one in indicators for charge in one.charges if charge.kept)
    incurred = sum((charge.raised.value for charge in kept), NIL)
    exempt = exempted(ComputedAmount(incurred), terms.exempt_upto)
    bases = _bases(kept if exempt.value else (), terms)
    already = _already(agreement, month.month, before, carried)
    due, steps = _under_the_year(agreement, sum((base.due for base in bases), NIL), already)
    capped = (
        *([True] * carried.capped),
        *(one.cap_reached for one in before),
        any(base.reached for base in bases),
    )
    shared = _shared(indicators, bases, due)
    return Settlement(
        month=month.month,
        indicators=shared,
        bases=bases,
        due=due,
        lost=exempt.value - due,
        steps=(*exempt.steps, *_monthly(bases, terms), *steps),
        already=already,
        yearly_limit=agreement.yearly_limit,
        refunds=() if month.ending else tuple(_refunds(terms, shared, before)),
        bonus=_bonus(agreement, month.surpassed, before, carried),
        capped=capped,
        may_terminate=terms.termination is not None and may_terminate(terms.termination, capped),
    )


def _raised(
    outcome: Outcome, terms: PenaltyTerms, before: Sequence[Settlement], carried: Carried
) -> SettledIndicator:
    """The charges of an indicator with the multiplier of its rank; nothing is due of them in the run-in."""
    history = [one.status is Compliance.MISSED for one in _history(outcome.indicator, before)]
    history.append(outcome.status is Compliance.MISSED)
    missed = in_a_row(history)
    if missed == len(history):
        missed += carried.missed.get(outcome.indicator, 0)
    charges = []
    for charge in outcome.charges:
        scaled = minimum_credit(charge.amount, charge.minimum)
        raised = (
            NOTHING if outcome.grace else repeated(scaled, terms.repetition, max(1, missed), terms.rounding)
        )
        shares = _shared_out(raised.value, charge.parts or (Part(charge.base, Decimal(1)),))
        charges.append(SettledCharge(charge.indicator, charge.cause, charge.base, scaled, raised, shares))
    return SettledIndicator(outcome.indicator, outcome.status, missed, outcome.grace, tuple(charges))


def _shared_out(amount: Decimal, parts: Sequence[Part]) -> tuple[Share, ...]:
    """An amount in proportion to the weights of its parts, each share the step of a running total that is rounded to the cent."""
    whole = Fraction(sum((one.weight for one in parts), NIL))
    running, given = Fraction(0), NIL
    shares = []
    for one in parts:
        running += Fraction(one.weight)
        upto = _cents(Fraction(amount) * running / whole) if whole else NIL
        shares.append(Share(one.base, upto - given))
        given = upto
    return tuple(shares)


def _history(indicator: str, before: Iterable[Settlement]) -> Iterator[SettledIndicator]:
    return (one for month in before for one in month.indicators if one.indicator == indicator)


def _cumulated(
    indicators: tuple[SettledIndicator, ...], cumulation: Cumulation
) -> tuple[SettledIndicator, ...]:
    """Under `max`, of each cause only the highest charge is kept (the first of two equal ones)."""
    if cumulation is Cumulation.SUM:
        return indicators
    highest: dict[str, SettledCharge] = {}
    for charge in (charge for one in indicators for charge in one.charges if charge.cause):
        known = highest.setdefault(charge.cause, charge)
        if charge.raised.value > known.raised.value:
            highest[charge.cause] = charge
    return tuple(
        replace(
            one,
            charges=tuple(
                replace(charge, kept=highest.get(charge.cause, charge) is charge) for charge in one.charges
            ),
        )
        for one in indicators
    )


def _bases(charges: Iterable[SettledCharge], terms: PenaltyTerms) -> tuple[BaseTotal, ...]:
    """The total of each base under its monthly cap, in the order of the first charges."""
    totals: dict[Base, Decimal] = {}
    for share in (share for charge in charges for share in charge.shares):
        totals[share.base] = totals.get(share.base, NIL) + share.amount
    rate, made = terms.caps.monthly, []
    for base, total in totals.items():
        limit = None if rate is None else share_of(base.fee, rate, terms.rounding)
        made.append(BaseTotal(base, total, limit, total if limit is None else min(total, limit)))
    return tuple(made)


def _monthly(bases: Iterable[BaseTotal], terms: PenaltyTerms) -> Iterator[ComputationStep]:
    rate = terms.caps.monthly
    for one in bases:
        if one.limit is not None and rate is not None:
            cap = (money("fee", one.base.fee), percent("rate", rate), money("cap", one.limit))
            yield step("cap.monthly", (money("total", one.total), *cap), money("due", one.due))


def _already(agreement: Agreement, month: Month, before: Sequence[Settlement], carried: Carried) -> Decimal:
    """What was due in the contract year before this month."""
    year = agreement.year(month)
    first = before[0].month if before else month
    applied = sum((one.due for one in before if agreement.year(one.month) == year), NIL)
    return applied + (carried.applied if agreement.year(first) == year else NIL)


def _under_the_year(
    agreement: Agreement, total: Decimal, already: Decimal
) -> tuple[Decimal, tuple[ComputationStep, ...]]:
    """A total within what is left of the yearly cap; an overspent year leaves nothing and takes nothing back."""
    rate, limit = agreement.terms.caps.yearly, agreement.yearly_limit
    if rate is None or limit is None:
        return total, ()
    due = min(total, max(NIL, limit - already))
    fee = money("fee", agreement.monthly_fee * _YEAR)
    operands = (money("total", total), fee, percent("rate", rate), money("cap", limit))
    return due, (step("cap.yearly", (*operands, money("already", already)), money("due", due)),)


def _shared(
    indicators: tuple[SettledIndicator, ...], bases: tuple[BaseTotal, ...], due: Decimal
) -> tuple[SettledIndicator, ...]:
    """The indicators with their shares of what is due, in proportion to what the monthly caps leave of each.

    Each share is the step of a running total that is rounded to the cent: so the shares add up.
    """
    left = {one.base: Fraction(one.due) / Fraction(one.total) for one in bases if one.total}
    whole = Fraction(sum((one.due for one in bases), NIL))
    running, given = Fraction(0), NIL
    shared: list[SettledIndicator] = []
    for one in indicators:
        shares = (share for charge in one.charges if charge.kept for share in charge.shares)
        running += sum(Fraction(share.amount) * left.get(share.base, 0) for share in shares)
        upto = _cents(Fraction(due) * running / whole) if whole else NIL
        shared.append(replace(one, credited=upto - given))
        given = upto
    return tuple(shared)


def _cents(amount: Fraction) -> Decimal:
    return rounded(Decimal(amount.numerator) / amount.denominator, CENT)


def _refunds(
    terms: PenaltyTerms, indicators: Iterable[SettledIndicator], before: Sequence[Settlement]
) -> Iterator[Refund]:
    """Each compliant period adds what it earns; nothing before the conditions are met."""
    rule = terms.earn_back
    if rule is None:
        return
    for one in indicators:
        for index, earlier in enumerate(before):
            penalty = sum((past.credited for past in _history(one.indicator, (earlier,))), NIL)
            later = [_complies(past, rule) for past in _history(one.indicator, before[index + 1 :])]
            if not penalty or len(later) >= rule.months:
                continue
            known = earned_back(penalty, rule, later, terms.rounding)
            amount = earned_back(penalty, rule, [*later, _complies(one, rule)], terms.rounding)
            if amount.value > known.value:
                yield Refund(one.indicator, earlier.month, amount._replace(value=amount.value - known.value))


def _complies(one: SettledIndicator, rule: EarnBack) -> bool:
    """Tell whether a period earns a penalty back; one without any event does not."""
    return one.status is Compliance.MET and not (rule.without_penalty and one.charges)


def _bonus(
    agreement: Agreement, surpassed: Decimal | None, before: Sequence[Settlement], carried: Carried
) -> ComputedAmount:
    """The bonus of a month that surpassed its targets, at most the penalties of the twelve months before it."""
    terms = agreement.terms
    if terms.bonus is None or surpassed is None:
        return NOTHING
    lately = sum((one.due for one in before[-_YEAR:]), NIL)
    if len(before) < _YEAR:
        lately += carried.lately
    return bonus_due(terms.bonus, agreement.monthly_fee, surpassed, Direction.HIGHER, lately, terms.rounding)
