"""The French legal interest rate, which the State sets anew each half-year (CMF L313-2 and D313-1-A).

Rates of the "other cases" (claims of businesses), in percent a year. Sources: orders of the minister of economy,
as published for the second half of 2024 to the first half of 2026 (order of 15 December 2025 for the last one).
A half-year that is not here is unknown, never guessed: add its line when its order is published.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class HalfYear(NamedTuple):
    """Half 1 runs from January to June, half 2 from July to December."""

    year: int
    half: int

    def __str__(self) -> str:
        return f"{('first', 'second')[self.half - 1]} half of {self.year}"


RATES: Mapping[HalfYear, Decimal] = {
    HalfYear(2024, 2): Decimal("4.92"),
    HalfYear(2025, 1): Decimal("3.71"),
    HalfYear(2025, 2): Decimal("2.76"),
    HalfYear(2026, 1): Decimal("2.62"),
}


def half_year(day: date) -> HalfYear:
    """The half-year of a day."""
    return HalfYear(day.year, 1 if day.month <= 6 else 2)


def last_known(half: HalfYear) -> HalfYear | None:
    """The last half-year with a known rate before another one."""
    return max((known for known in RATES if known < half), default=None)
