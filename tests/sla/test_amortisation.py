"""What remains of an investment: even, whole at the start, nothing at the end, halves away from zero."""

from decimal import Decimal

import pytest

from docgen.sla.amortisation import remainder


@pytest.mark.parametrize(
    ("elapsed", "left"),
    [(-2, "36000.00"), (0, "36000.00"), (1, "35000.00"), (35, "1000.00"), (36, "0.00"), (40, "0.00")],
)
def test_an_investment_is_written_off_evenly(elapsed: int, left: str) -> None:
    assert remainder(Decimal(36000), 36, elapsed) == Decimal(left)


def test_a_remainder_is_rounded_half_up_to_the_cent() -> None:
    assert remainder(Decimal("0.03"), 2, 1) == Decimal("0.02")
