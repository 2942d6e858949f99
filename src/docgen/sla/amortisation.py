"""What remains of an investment that is written off evenly, month by month."""

from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")


def remainder(amount: Decimal, months: int, elapsed: int) -> Decimal:
    """What is not written off of `amount` after `elapsed` of `months` whole months, to the cent, half up; never below zero."""
    left = max(months - max(elapsed, 0), 0)
    return (amount * left / months).quantize(_CENT, ROUND_HALF_UP)
