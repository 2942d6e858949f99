"""Repetition: the number of periods missed in a row, and its effect on an amount."""

from collections.abc import Sequence
from decimal import Decimal

from docgen.model.sla import CENT, Repetition, Rounding
from docgen.sla.rates import rounded
from docgen.sla.steps import ComputationStep, ComputedAmount, count, factor, money, step


def in_a_row(history: Sequence[bool]) -> int:
    """Number of True values at the end of a history, the latest last; one False resets it."""
    return next((n for n, one in enumerate(reversed(history)) if not one), len(history))


def multiplier(repetition: Repetition, rank: int) -> Decimal:
    """Multiplier of the k-th consecutive missed period (k from 1); the last one holds beyond the list."""
    return repetition.multipliers[min(rank, len(repetition.multipliers)) - 1]


def repeated(
    amount: ComputedAmount, repetition: Repetition, rank: int, rounding: Rounding = CENT
) -> ComputedAmount:
    """amount x multiplier of the rank, rounded once: the product starts from the exact amount."""
    times = multiplier(repetition, rank)
    if times == 1 or not amount.value:
        return amount
    exact = amount.unrounded
    due = rounded(exact * times, rounding)
    operands = (money("amount", exact), factor("multiplier", times), count("months", rank))
    raised = step("repetition", operands, money("amount", due))
    return ComputedAmount(due, (*_unrounded(amount), raised), exact * times)


def _unrounded(amount: ComputedAmount) -> tuple[ComputationStep, ...]:
    """The steps of an amount, the last of which shows its result before rounding."""
    if amount.exact is None or not amount.steps:
        return amount.steps
    *before, last = amount.steps
    return (*before, last._replace(result=last.result._replace(value=amount.exact)))
