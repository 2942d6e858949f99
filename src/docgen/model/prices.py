"""How prices move and fall due: revision by index, volume bands, payment terms.

Shares and ratios are Decimals.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.model.sla import CENT, Rounding


class BandPricing(StrEnum):
    """Each unit at the price of its own band, or all units at the price of the band that is reached."""

    MARGINAL = "marginal"
    WHOLE = "whole"


class PaymentTerm(StrEnum):
    """Net days; days, then the end of that month; the end of the month, then days."""

    NET = "net"
    END_OF_MONTH_AFTER = "end-of-month-after"
    END_OF_MONTH_THEN = "end-of-month-then"


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """A published index in a revision formula: its share of the price, its reference value and its current
    one.

    `link` multiplies the current value where the series was rebased (Syntec before August 2022: 0.97975).
    """

    name: str
    share: Decimal
    reference: Decimal
    current: Decimal
    link: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class PriceRevision:
    """P1 = P0 x (fixed + sum of share x current / reference); the shares and the fixed part add up to 1.

    `cap` and `floor` bound the variation, in percent (a floor of 0: the price never falls). `ratio_decimals`
    rounds each ratio of indices first; None leaves it exact.
    """

    fixed: Decimal
    indices: tuple[IndexTerm, ...]
    cap: Decimal | None = None
    floor: Decimal | None = None
    ratio_decimals: int | None = None
    rounding: Rounding = CENT


@dataclass(frozen=True, slots=True)
class PriceBand:
    """Unit price of the units up to and including `upto`; None is without end."""

    upto: int | None
    unit_price: Decimal
