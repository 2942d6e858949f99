"""The same months under two sets of terms: the cost of each indicator, and the difference."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.sla.statement import Statement
from docgen.text.quantities import Month

NIL = Decimal("0.00")


class Difference(NamedTuple):
    """Money credited for one indicator in one month, under present and other terms; '' is the whole month."""

    month: Month
    indicator: str
    present: Decimal
    other: Decimal

    @property
    def amount(self) -> Decimal:
        """The additional cost of the other terms for the provider; negative if they cost less."""
        return self.other - self.present


def differences(present: Sequence[Statement], other: Sequence[Statement]) -> tuple[Difference, ...]:
    """For each month its indicators in the order of the engagement, then the amount to credit for the whole month."""
    found: list[Difference] = []
    for one, two in zip(present, other, strict=True):
        here, there = _credited(one), _credited(two)
        for indicator in dict.fromkeys((*here, *there)):
            found.append(
                Difference(one.month, indicator, here.get(indicator, NIL), there.get(indicator, NIL))
            )
        found.append(Difference(one.month, "", NIL + one.settlement.payable, NIL + two.settlement.payable))
    return tuple(found)


def _credited(statement: Statement) -> dict[str, Decimal]:
    return {one.indicator: NIL + one.credited for one in statement.settlement.indicators}
