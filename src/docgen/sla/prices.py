"""Price revision by an index, and the legal terms of late payment.

Money is without VAT. Rates that move (legal interest, indices) are arguments.
"""

from decimal import Decimal
from typing import NamedTuple

from docgen.model.sla import CENT, Rounding
from docgen.sla.rates import HUNDRED, rounded

RECOVERY_INDEMNITY = Decimal(40)
"""Lump sum for recovery costs of each late invoice, in euros (C. com. D441-5)."""


class RevisedPrice(NamedTuple):
    """A price after its revision, to the cent; `ratio` is that of the indices.

    `coefficient` is the result of the formula, `retained` the same within the cap: it multiplies the price.
    """

    ratio: Decimal
    coefficient: Decimal
    retained: Decimal
    price: Decimal


def revised_price(
    price: Decimal,
    current: Decimal,
    reference: Decimal,
    fixed: Decimal,
    cap: Decimal | None = None,
    ratio_decimals: int | None = None,
) -> RevisedPrice:
    """P1 = P0 x (fixed + (1 - fixed) x current / reference); `fixed` is a share of 1, `cap` bounds a rise, in percent.

    `ratio_decimals` rounds the ratio of the indices first; None leaves it exact. The index must relate to the object of
    the contract or the activity of a party (C. mon. fin. L112-2).
    """
    exact = current / reference
    ratio = exact if ratio_decimals is None else rounded(exact, Rounding(ratio_decimals))
    coefficient = fixed + (1 - fixed) * ratio
    retained = coefficient if cap is None else min(coefficient, 1 + cap / HUNDRED)
    return RevisedPrice(ratio, coefficient, retained, rounded(price * retained, CENT))


def lowest_late_rate(legal: Decimal) -> Decimal:
    """Lowest rate that a contract may set for late payment: three times the legal rate (C. com. L441-10 II)."""
    return 3 * legal
