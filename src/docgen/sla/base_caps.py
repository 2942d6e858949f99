"""The caps of a month: the total of each base under its monthly cap, then all of them under what is left of the year.

A base is the monthly fees of some services; the cap is a percentage of it. Money is without VAT; a cap is rounded, so
that an amount under it needs no rounding again.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from docgen.model.engagement import Engagement
from docgen.sla.capping import MonthCredit, cap_amount, capped
from docgen.sla.charges import Charge, base_fee, monthly_total
from docgen.sla.credits import exempted
from docgen.sla.steps import Amount, Step, money, percent, step

NIL = Decimal(0)


class BaseCredit(NamedTuple):
    """What is due of one base: the total of its charges, its cap (None without one), what the cap leaves."""

    services: tuple[str, ...]
    fee: Decimal
    total: Decimal
    limit: Decimal | None
    due: Decimal

    @property
    def reached(self) -> bool:
        """True when the total is at its cap or above."""
        return self.limit is not None and self.total >= self.limit > 0


def base_credits(engagement: Engagement, charges: Iterable[Charge]) -> tuple[BaseCredit, ...]:
    """The total of each base in the order of its first charge, under the monthly cap."""
    terms = engagement.sla.terms
    totals: dict[tuple[str, ...], Decimal] = {}
    for charge in charges:
        totals[charge.services] = totals.get(charge.services, NIL) + charge.raised.value
    made: list[BaseCredit] = []
    for services, total in totals.items():
        fee = base_fee(engagement, services)
        limit = None if terms.caps.monthly is None else cap_amount(fee, terms.caps.monthly, terms.rounding)
        made.append(
            BaseCredit(services, fee, total, limit, total if limit is None else capped(total, limit).due)
        )
    return tuple(made)


def month_due(engagement: Engagement, bases: tuple[BaseCredit, ...], already: Decimal) -> MonthCredit:
    """What is due for the month, and the steps of the caps; `already` was due since the contract year began."""
    terms = engagement.sla.terms
    total = sum((base.total for base in bases), NIL)
    under = exempted(Amount(sum((base.due for base in bases), NIL)), terms.exempt_upto)
    due, steps = under.value, [*_monthly(engagement, bases), *under.steps]
    if terms.caps.yearly is not None:
        fee = monthly_total(engagement) * 12
        limit = cap_amount(fee, terms.caps.yearly, terms.rounding)
        before, due = due, capped(due, limit, already).due
        operands = (
            money("total", before),
            money("fee", fee),
            percent("rate", terms.caps.yearly),
            money("cap", limit),
        )
        steps.append(step("cap.yearly", (*operands, money("already", already)), money("due", due)))
    return MonthCredit(due, total - due, any(base.reached for base in bases), tuple(steps))


def _monthly(engagement: Engagement, bases: Iterable[BaseCredit]) -> Iterable[Step]:
    rate = engagement.sla.terms.caps.monthly
    for base in bases:
        if base.limit is not None and rate is not None:
            cap = (money("fee", base.fee), percent("rate", rate), money("cap", base.limit))
            yield step("cap.monthly", (money("total", base.total), *cap), money("due", base.due))
