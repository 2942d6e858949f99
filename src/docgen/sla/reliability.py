"""Composite availability, mean times, error budget, recovery objectives.

In composites an availability is a probability from 0 to 1, and components fail independently of one another:
a common cause (power, network, human error) is one more component in series.
"""

from collections.abc import Iterable
from decimal import Decimal
from math import comb, prod
from typing import NamedTuple

from docgen.sla.rates import HUNDRED, percentage


def series(components: Iterable[Decimal]) -> Decimal:
    """Availability of components that are all needed: their product."""
    return prod(components, start=Decimal(1))


def parallel(components: Iterable[Decimal]) -> Decimal:
    """Availability of components of which one is enough: 1 - product of (1 - a)."""
    return 1 - prod((1 - a for a in components), start=Decimal(1))


def k_of_n(k: int, n: int, availability: Decimal) -> Decimal:
    """Availability of n equal components, k needed: sum for i = k..n of C(n, i) a^i (1 - a)^(n - i)."""
    terms = (comb(n, i) * _power(availability, i) * _power(1 - availability, n - i) for i in range(k, n + 1))
    return sum(terms, Decimal(0))


def _power(base: Decimal, exponent: int) -> Decimal:
    """A non-negative integer power; 0 to the 0 is 1 (Decimal refuses it)."""
    return base**exponent if exponent else Decimal(1)


def feasible(promised: Decimal, composite: Decimal) -> bool:
    """Tell whether an end-to-end promise is within the composite that it rests on (same unit)."""
    return promised <= composite


class MeanTimes(NamedTuple):
    """Mean time between failures (of uptime) and to restore, in the unit of time of the history."""

    mtbf: Decimal
    mttr: Decimal

    @property
    def mtbsi(self) -> Decimal:
        """Mean time between service incidents: MTBF + MTTR."""
        return self.mtbf + self.mttr

    @property
    def availability(self) -> Decimal | None:
        """MTBF / (MTBF + MTTR), in percent."""
        return percentage(self.mtbf, self.mtbsi)


def mean_times(period: Decimal | int, downtime: Decimal | int, failures: int) -> MeanTimes | None:
    """MTBF = (period - downtime) / failures and MTTR = downtime / failures; None without a failure."""
    if failures == 0:
        return None
    return MeanTimes(Decimal(period - downtime) / failures, Decimal(downtime) / failures)


class ErrorBudget(NamedTuple):
    """Minutes of downtime that an objective allows in a period, and those consumed."""

    budget: Decimal
    consumed: Decimal

    @property
    def remaining(self) -> Decimal:
        """Minutes left; negative once the budget is overspent."""
        return self.budget - self.consumed

    @property
    def remaining_percent(self) -> Decimal | None:
        """What is left, in percent of the budget; None for a budget of nothing."""
        return HUNDRED * self.remaining / self.budget if self.budget else None


def burn_rate(budget: ErrorBudget, elapsed: int, period: int) -> Decimal | None:
    """(consumed / budget) / (elapsed / period): above 1, the budget ends before the period.

    None without a pace.
    """
    pace = budget.budget * elapsed
    return budget.consumed * period / pace if pace else None


def exhaustion(budget: ErrorBudget, elapsed: int) -> Decimal | None:
    """When the budget ends at the pace so far, in the unit of `elapsed`; None if nothing burns."""
    return budget.budget * elapsed / budget.consumed if budget.consumed else None


def recovery_point_feasible(interval: int, duration: int, rpo: int) -> bool:
    """Tell whether a backup every `interval` minutes that takes `duration` keeps the RPO, in minutes."""
    return interval + duration <= rpo
