from decimal import Decimal
from typing import Any

import pytest

from docgen.model.sla import Compared, Direction, Indicator, IndicatorUnit, Rounding, RoundingMode
from docgen.sla import rates
from docgen.sla.rates import Compliance


def indicator(target: str, direction: Direction = Direction.HIGHER, **changes: Any) -> Indicator:
    """An indicator whose rounded values are compared, unless another way is given."""
    rounded = {"compared": Compared.ROUNDED, **changes}
    return Indicator("i", "Indicator", ("s",), direction, IndicatorUnit.PERCENT, Decimal(target), **rounded)


@pytest.mark.parametrize(
    ("mode", "result"),
    [
        (RoundingMode.HALF_UP, "2.35"),
        (RoundingMode.HALF_EVEN, "2.34"),
        (RoundingMode.DOWN, "2.34"),
        (RoundingMode.UP, "2.35"),
    ],
)
def test_rounding_modes(mode: RoundingMode, result: str) -> None:
    assert rates.rounded(Decimal("2.345"), Rounding(2, mode)) == Decimal(result)


def test_rounding_keeps_the_decimals_that_reports_print() -> None:
    assert str(rates.rounded(Decimal(5), Rounding(3))) == "5.000"
    assert str(rates.rounded(Decimal("49.5"), Rounding(0))) == "50"


def test_nothing_of_nothing_is_not_applicable() -> None:
    assert rates.percentage(0, 0) is None
    assert rates.percentage(0, 5) == 0
    assert rates.compliance_of(indicator("95"), None) is Compliance.NOT_APPLICABLE


def test_something_of_nothing_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no part of nothing"):
        rates.percentage(3, 0)


def test_a_value_on_target_is_met_in_both_directions() -> None:
    assert rates.compliance_of(indicator("95"), Decimal(95)) is Compliance.MET
    assert rates.compliance_of(indicator("240", Direction.LOWER), Decimal(240)) is Compliance.MET
    assert rates.compliance_of(indicator("240", Direction.LOWER), Decimal("240.01")) is Compliance.MISSED


def test_the_compared_value_follows_the_contract() -> None:
    rounded = indicator("240", Direction.LOWER, rounding=Rounding(0))
    assert rates.compliance_of(rounded, Decimal("240.4")) is Compliance.MET
    exact = indicator("240", Direction.LOWER, rounding=Rounding(0), compared=Compared.UNROUNDED)
    assert rates.compliance_of(exact, Decimal("240.4")) is Compliance.MISSED


def test_shortfall_is_never_negative() -> None:
    assert rates.shortfall(Decimal(97), Decimal(95), Direction.HIGHER) == 0
    assert rates.shortfall(Decimal(300), Decimal(240), Direction.LOWER) == 60


@pytest.mark.parametrize(
    ("within", "number", "status", "allowed"),
    [
        (18, 19, Compliance.MET, 1),
        (17, 19, Compliance.MISSED, 1),
        (19, 20, Compliance.MET, None),
        (18, 20, Compliance.MISSED, None),
        (0, 1, Compliance.MET, 1),
        (0, 0, Compliance.NOT_APPLICABLE, None),
    ],
)
def test_the_count_rule_holds_below_the_minimum_sample(
    within: int, number: int, status: Compliance, allowed: int | None
) -> None:
    result = rates.compliance_of_rate(indicator("95", min_sample=20), within, number)
    assert (result.status, result.allowed_late) == (status, allowed)


def test_allowed_late_grows_with_the_sample() -> None:
    assert rates.allowed_late(39, Decimal(95)) == 1
    assert rates.allowed_late(40, Decimal(95)) == 2


@pytest.mark.parametrize(("percent", "value"), [(1, 15), (20, 15), (21, 20), (100, 50)])
def test_nearest_rank_returns_a_value_that_occurred(percent: int, value: int) -> None:
    assert rates.nearest_rank([50, 15, 40, 20, 35], percent) == value


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1], 0), ([1], 101)])
def test_no_values_have_no_percentile(values: list[int], percent: int) -> None:
    with pytest.raises(ValueError, match=r"^a percentile needs values"):
        rates.nearest_rank(values, percent)


def test_exact_values_are_compared_unless_the_contract_says_otherwise() -> None:
    plain = Indicator("i", "Indicator", ("s",), Direction.HIGHER, IndicatorUnit.PERCENT, Decimal("99.9"))
    assert rates.compliance_of(plain, Decimal("99.8999")) is Compliance.MISSED
    assert rates.compliance_of(plain, Decimal("99.9")) is Compliance.MET


@pytest.mark.parametrize(
    ("mode", "target", "bound", "met"),
    [
        (RoundingMode.HALF_UP, "99.9", "99.895", True),
        (RoundingMode.HALF_EVEN, "99.9", "99.895", True),
        (RoundingMode.HALF_EVEN, "99.89", "99.885", False),  # its half goes down, to 99.88
        (RoundingMode.DOWN, "99.9", "99.9", True),
        (RoundingMode.UP, "99.9", "99.89", False),
        (
            RoundingMode.HALF_UP,
            "99.953",
            "99.955",
            True,
        ),  # 99.95 misses it, 99.96 is the lowest that meets it
    ],
)
def test_the_bound_of_what_meets_a_target(mode: RoundingMode, target: str, bound: str, met: bool) -> None:
    """Above the bound every exact value meets the target, below it none does."""
    rounding = Rounding(2, mode)
    found = rates.least_met(Decimal(target), rounding, Compared.ROUNDED)
    assert found == Decimal(bound)
    compared = indicator(target, rounding=rounding)
    little = Decimal("0.000001")
    assert rates.compliance_of(compared, found - little) is Compliance.MISSED
    assert rates.compliance_of(compared, found + little) is Compliance.MET
    assert (rates.compliance_of(compared, found) is Compliance.MET) is met
    assert rates.least_met(Decimal(target), rounding, Compared.UNROUNDED) == Decimal(target)


def test_what_cannot_be_excused_leaves_the_rate_to_decide() -> None:
    small = indicator("95", min_sample=20)
    assert rates.compliance_of_rate(small, 3, 4) == (Compliance.MET, 75, 1, 1)
    assert rates.compliance_of_rate(small, 3, 4, excusable=False) == (Compliance.MISSED, 75, 1, None)
    low = indicator("80", min_sample=20)
    assert rates.compliance_of_rate(low, 9, 10, excusable=False).status is Compliance.MET, (
        "90 % is above 80 %"
    )
