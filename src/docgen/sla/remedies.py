"""Around the credits: run-in months, earn-back, bonus, termination."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from docgen.model.sla import (
    CENT,
    Bonus,
    Direction,
    EarnBack,
    EarnBackShare,
    Rounding,
    TerminationTrigger,
)
from docgen.sla.days import add_months
from docgen.sla.rates import meets, rounded, share_of
from docgen.sla.repetition import in_a_row
from docgen.sla.steps import ComputedAmount, count, money, percent, step


def first_penalty_day(start: date, grace_months: int) -> date:
    """First day with penalties: start of the service plus the run-in months (clamped, CPC 641)."""
    return add_months(start, grace_months)


def in_grace(start: date, grace_months: int, first_day: date) -> bool:
    """Tell whether a period that begins on a day is in the run-in: measured, but not penalised."""
    return first_day < first_penalty_day(start, grace_months)


def earned_back(
    penalty: Decimal,
    terms: EarnBack,
    compliant: Sequence[bool],
    rounding: Rounding = CENT,
) -> ComputedAmount:
    """Refund of a penalty from the compliance of the months that follow it, in order.

    Full: the whole penalty when all of the next n months comply. Partial: penalty x compliant months / n.
    Only the first n months count, those to come are not compliant yet.
    """
    months = sum(compliant[: terms.months])
    if terms.share is EarnBackShare.FULL:
        refund = penalty if months == terms.months else Decimal(0)
    else:
        refund = rounded(penalty * months / terms.months, rounding)
    operands = (money("penalty", penalty), count("compliant", months), count("months", terms.months))
    return ComputedAmount(refund, (step(f"earn-back.{terms.share}", operands, money("refund", refund)),))


def bonus_due(
    bonus: Bonus,
    fee: Decimal,
    measured: Decimal,
    direction: Direction,
    penalties: Decimal,
    rounding: Rounding = CENT,
) -> ComputedAmount:
    """min(fee x rate, penalties of the last twelve months) when the measure reaches the threshold."""
    if not meets(measured, bonus.threshold, direction):
        return ComputedAmount(Decimal(0))
    full = share_of(fee, bonus.rate, rounding)
    due = min(full, penalties)
    return ComputedAmount(
        due,
        (
            step("bonus", (money("fee", fee), percent("rate", bonus.rate)), money("full", full)),
            step("bonus-limit", (money("full", full), money("penalties", penalties)), money("due", due)),
        ),
    )


def may_terminate(trigger: TerminationTrigger, reached: Sequence[bool]) -> bool:
    """Tell whether the client may terminate; `reached` says of each month whether it hit the cap."""
    lately = reached[-trigger.window :]
    return (trigger.consecutive is not None and in_a_row(reached) >= trigger.consecutive) or (
        trigger.count is not None and sum(lately) >= trigger.count
    )
