"""The credits of a month together: repetition, cumulation, caps.

Order: amount of each indicator, repetition multiplier, cumulation by cause, exempt amount, monthly cap,
yearly cap. Amounts are money without VAT, rounded once an indicator; sums are of rounded amounts.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.model.sla import CENT, Cumulation, PenaltyTerms, Repetition, Rounding
from docgen.sla.credits import exempted
from docgen.sla.rates import HUNDRED, rounded
from docgen.sla.steps import Amount, Step, count, factor, money, percent, step


class Line(NamedTuple):
    """The credit of one indicator in a month.

    `missed_months` counts consecutive missed months, this one included. Lines with the same non-empty `cause`
    (an outage that broke both availability and restoration) are cumulated; a line without cause stands alone.
    """

    indicator: str
    amount: Amount
    missed_months: int = 1
    cause: str = ""


class MonthCredit(NamedTuple):
    """What is due for a month, what the caps took off, whether the monthly cap was reached, and the steps."""

    due: Decimal
    lost: Decimal
    cap_reached: bool
    steps: tuple[Step, ...]


class Capped(NamedTuple):
    """An amount under its cap, and the excess that is lost."""

    due: Decimal
    lost: Decimal


def cap_amount(fee: Decimal, rate: Decimal, rounding: Rounding = CENT) -> Decimal:
    """Cap in money: rate percent of a fee. Rounded, so that an amount under it needs no rounding again."""
    return rounded(fee * rate / HUNDRED, rounding)


def capped(amount: Decimal, limit: Decimal, already: Decimal = Decimal(0)) -> Capped:
    """min(amount, room), where room is the limit less what was already applied and never negative."""
    due = min(amount, max(Decimal(0), limit - already))
    return Capped(due, amount - due)


def consecutive_missed(months: Sequence[bool]) -> int:
    """Number of missed months at the end of a history (True is missed); one compliant month resets it."""
    return next((n for n, missed in enumerate(reversed(months)) if not missed), len(months))


def multiplier(repetition: Repetition, missed_months: int) -> Decimal:
    """Multiplier of the k-th consecutive missed month (k from 1); the last one holds beyond the list."""
    return repetition.multipliers[min(missed_months, len(repetition.multipliers)) - 1]


def repeated(amount: Amount, repetition: Repetition, missed_months: int, rounding: Rounding = CENT) -> Amount:
    """amount x multiplier of the consecutive missed month, rounded once: the product starts from the exact amount."""
    times = multiplier(repetition, missed_months)
    if times == 1:
        return amount
    exact = amount.unrounded
    due = rounded(exact * times, rounding)
    operands = (money("amount", exact), factor("multiplier", times), count("months", missed_months))
    return Amount(
        due, (*_unrounded(amount), step("repetition", operands, money("amount", due))), exact * times
    )


def _unrounded(amount: Amount) -> tuple[Step, ...]:
    """The steps of an amount, the last of which shows its result before rounding."""
    if amount.exact is None or not amount.steps:
        return amount.steps
    *before, last = amount.steps
    return (*before, last._replace(result=last.result._replace(value=amount.exact)))


def cumulated(lines: Iterable[tuple[str, Decimal]], cumulation: Cumulation) -> Decimal:
    """Sum of (cause, amount) pairs; under `max` one cause costs its highest amount once."""
    highest: dict[str, Decimal] = {}
    due = Decimal(0)
    for cause, amount in lines:
        if cumulation is Cumulation.MAX and cause:
            highest[cause] = max(amount, highest.get(cause, Decimal(0)))
        else:
            due += amount
    return due + sum(highest.values(), Decimal(0))


def month_credit(
    lines: Iterable[Line],
    terms: PenaltyTerms,
    monthly_fee: Decimal,
    yearly_fee: Decimal,
    already: Decimal = Decimal(0),
) -> MonthCredit:
    """Credit of a month under the terms of the contract.

    Fees are those of the base of the caps; `already` is what was applied since the start of the contract
    year.
    """
    raised = [
        (line, repeated(line.amount, terms.repetition, line.missed_months, terms.rounding)) for line in lines
    ]
    gross = cumulated(((line.cause, amount.value) for line, amount in raised), terms.cumulation)
    parts = [money(line.indicator, amount.value) for line, amount in raised]
    worked = tuple(one for _, amount in raised for one in amount.steps)
    summed = step(f"cumulation.{terms.cumulation}", parts, money("total", gross))
    total = exempted(Amount(gross, (*worked, summed)), terms.exempt_upto)
    due, steps, cap_reached = total.value, total.steps, False
    if terms.caps.monthly is not None:
        limit = cap_amount(monthly_fee, terms.caps.monthly, terms.rounding)
        cap_reached = due >= limit > 0
        due = capped(due, limit).due
        cap = (money("fee", monthly_fee), percent("rate", terms.caps.monthly), money("cap", limit))
        steps = (*steps, step("cap.monthly", (money("total", total.value), *cap), money("due", due)))
    if terms.caps.yearly is not None:
        limit = cap_amount(yearly_fee, terms.caps.yearly, terms.rounding)
        before, due = due, capped(due, limit, already).due
        cap = (money("fee", yearly_fee), percent("rate", terms.caps.yearly), money("cap", limit))
        operands = (money("total", before), *cap, money("already", already))
        steps = (*steps, step("cap.yearly", operands, money("due", due)))
    return MonthCredit(due, total.value - due, cap_reached, steps)
