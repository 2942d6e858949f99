"""Rates, rounding, comparison with a target, percentiles.

A rate is a Decimal in percent (93.5 is 93.5 %). "Not applicable" (0/0) is None: no data is neither 0 % nor
100 %.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum
from typing import NamedTuple, assert_never

from docgen.model.sla import Compared, Direction, Indicator, Rounding, RoundingMode

_MODES = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: ROUND_HALF_EVEN,
    RoundingMode.DOWN: ROUND_DOWN,
    RoundingMode.UP: ROUND_UP,
}
HUNDRED = Decimal(100)


class Compliance(StrEnum):
    MET = "met"
    MISSED = "missed"
    NOT_APPLICABLE = "not-applicable"


class RateResult(NamedTuple):
    """A rate held against its target: percent (exact) and, under the minimum sample, how many may be late."""

    status: Compliance
    percent: Decimal | None
    late: int
    allowed_late: int | None


def rounded(value: Decimal, rounding: Rounding) -> Decimal:
    """Return a value rounded once, to the stated decimals and in the stated mode."""
    return value.quantize(Decimal(1).scaleb(-rounding.decimals), _MODES[rounding.mode])


def share_of(fee: Decimal, rate: Decimal, rounding: Rounding) -> Decimal:
    """`rate` percent of a fee in money, rounded."""
    return rounded(fee * rate / HUNDRED, rounding)


def percentage(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """100 x part / whole, in percent and unrounded; None for 0/0. Raises ValueError for a part of nothing."""
    if whole == 0:
        if part != 0:
            raise ValueError(f"{part} is no part of nothing")
        return None
    return HUNDRED * part / whole


def compared_value(value: Decimal, rounding: Rounding, compared: Compared) -> Decimal:
    """Return the value that is held against a target: rounded as reports print it, or exact."""
    return rounded(value, rounding) if compared is Compared.ROUNDED else value


def least_met(target: Decimal, rounding: Rounding, compared: Compared) -> Decimal:
    """The bound of the exact values that meet a target that is a minimum; above it all do, below it none does.

    Where rounded values are compared it lies under the target, by half a unit of the last decimal under a half-up rounding:
    99.895 rounds to 99.90.
    """
    if compared is Compared.UNROUNDED:
        return target
    unit = Decimal(1).scaleb(-rounding.decimals)
    shown = target.quantize(unit, ROUND_CEILING)  # the lowest rounded value that meets it
    match rounding.mode:
        case RoundingMode.HALF_UP | RoundingMode.HALF_EVEN:
            return shown - unit / 2
        case RoundingMode.DOWN:
            return shown
        case RoundingMode.UP:
            return shown - unit
        case _:
            assert_never(rounding.mode)


def meets(value: Decimal, target: Decimal, direction: Direction) -> bool:
    """Tell whether a value is at least (higher is better) or at most (lower is better) its target."""
    return value >= target if direction is Direction.HIGHER else value <= target


def shortfall(value: Decimal, target: Decimal, direction: Direction) -> Decimal:
    """How far a value misses its target, in its unit (percentage points, minutes, …); 0 when it is met."""
    gap = target - value if direction is Direction.HIGHER else value - target
    return max(Decimal(0), gap)


def compliance_of(indicator: Indicator, measured: Decimal | None) -> Compliance:
    """Hold a measure (in the unit of the indicator, exact) against the target; None is not applicable."""
    if measured is None:
        return Compliance.NOT_APPLICABLE
    value = compared_value(measured, indicator.rounding, indicator.compared)
    return Compliance.MET if meets(value, indicator.target, indicator.direction) else Compliance.MISSED


def allowed_late(number: int, target: Decimal) -> int:
    """The count rule of a small sample: max(1, floor(n x (1 - target))), target in percent."""
    share = number * (HUNDRED - target) / HUNDRED
    return max(1, int(share.to_integral_value(ROUND_FLOOR)))


def compliance_of_rate(
    indicator: Indicator, counted: int, number: int, *, excusable: bool = True
) -> RateResult:
    """Hold the rate of `counted` of `number` events against the target of its indicator.

    Where higher is better the rate counts the events within their limit, and the others are late; where lower is, it
    counts those that should not occur. Under `min_sample` events the count rule replaces the rate: one late ticket of
    twelve does not miss 95 %. It excuses nothing that is not `excusable`: there the rate decides, of however few events.
    Without any event the indicator is not applicable.
    """
    percent = percentage(counted, number)
    higher = indicator.direction is Direction.HIGHER
    late = number - counted if higher else counted
    if percent is None or number >= indicator.min_sample or not excusable:
        return RateResult(compliance_of(indicator, percent), percent, late, None)
    allowed = allowed_late(number, indicator.target if higher else HUNDRED - indicator.target)
    return RateResult(Compliance.MET if late <= allowed else Compliance.MISSED, percent, late, allowed)


def nearest_rank(values: Sequence[Decimal | int], percent: Decimal | int) -> Decimal:
    """Percentile by nearest rank: the value of rank ceil(p x n / 100), 0 < p <= 100; it did occur."""
    if not values or not 0 < percent <= HUNDRED:
        raise ValueError("a percentile needs values and a percentage above 0, up to 100")
    rank = int((Decimal(percent) * len(values) / HUNDRED).to_integral_value(ROUND_CEILING))
    return Decimal(sorted(values)[rank - 1])
