"""Composite availability and recovery objectives.

In composites an availability is a probability from 0 to 1, and components fail independently of one another:
a common cause (power, network, human error) is one more component in series.
"""

from collections.abc import Iterable
from decimal import Decimal
from math import comb, prod


def series(components: Iterable[Decimal]) -> Decimal:
    """Availability of components that are all needed: their product."""
    return prod(components, start=Decimal(1))


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


def recovery_point_feasible(interval: int, duration: int, rpo: int) -> bool:
    """Tell whether a backup every `interval` minutes that takes `duration` keeps the RPO, in minutes."""
    return interval + duration <= rpo
