from decimal import Decimal

import pytest

from docgen.sla.prices import lowest_late_rate, revised_price

PRICE, REFERENCE = Decimal(10000), Decimal(100)


@pytest.mark.parametrize(
    ("current", "fixed", "cap", "price"),
    [
        (110, "0", None, 11000),
        (90, "0", None, 9000),
        (110, "0", "3", 10300),
        (110, "0", "12", 11000),
        (110, "0", "10", 11000),
        (110, "0", "0", 10000),
        (90, "0", "3", 9000),
        (110, "0.15", None, 10850),
        (110, "1", None, 10000),
    ],
)
def test_the_index_moves_the_price_but_its_fixed_part_up_to_the_cap(
    current: int, fixed: str, cap: str | None, price: int
) -> None:
    limit = None if cap is None else Decimal(cap)
    assert revised_price(PRICE, Decimal(current), REFERENCE, Decimal(fixed), limit).price == price


def test_a_revision_keeps_what_the_cap_took_off() -> None:
    revised = revised_price(PRICE, Decimal(110), REFERENCE, Decimal("0.2"), Decimal(3))
    assert revised == (Decimal("1.1"), Decimal("1.08"), Decimal("1.03"), 10300)


def test_the_price_is_rounded_to_the_cent_and_the_ratio_only_where_the_contract_says_so() -> None:
    exact = revised_price(PRICE, Decimal(100), Decimal(300), Decimal(0))
    assert exact.price == Decimal("3333.33")
    assert exact.ratio * 3 < 1
    assert abs(exact.ratio * 3 - 1) < Decimal("1E-20")
    assert revised_price(PRICE, Decimal(100), Decimal(300), Decimal(0), ratio_decimals=2) == (
        *[Decimal("0.33")] * 3,
        3300,
    )


def test_the_lowest_late_rate_is_three_times_the_legal_one() -> None:
    assert lowest_late_rate(Decimal("2.76")) == Decimal("8.28")
