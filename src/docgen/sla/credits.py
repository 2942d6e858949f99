"""The credit for one indicator in one period, by its penalty scale (C. civ. 1231-5: an agreed lump sum).

A fee is money per period without VAT and without pass-through costs. Each amount is rounded once, at its end.
"""

from collections.abc import Collection, Iterable
from decimal import Decimal

from docgen.model.sla import (
    CENT,
    Band,
    Counting,
    Direction,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PerIncidentScale,
    PointScale,
    Rounding,
    StepScale,
)
from docgen.sla.rates import HUNDRED, Compliance, compared_value, compliance_of, rounded, shortfall
from docgen.sla.steps import (
    ComputationStep,
    ComputedAmount,
    Figure,
    FigureUnit,
    count,
    minutes,
    money,
    percent,
    step,
)

NOTHING = ComputedAmount(Decimal(0))

_UNITS = {
    IndicatorUnit.PERCENT: FigureUnit.PERCENT,
    IndicatorUnit.MINUTES: FigureUnit.MINUTES,
    IndicatorUnit.COUNT: FigureUnit.COUNT,
}
_GAP_UNITS = {**_UNITS, IndicatorUnit.PERCENT: FigureUnit.POINTS}


def band_of(scale: StepScale, value: Decimal, direction: Direction) -> Band:
    """Return the band that holds a value; a value on a boundary is in the better of its two bands.

    Raises ValueError for a value that no band holds.
    """

    def holds(band: Band) -> bool:
        if direction is Direction.HIGHER:
            return (band.lower is None or band.lower <= value) and (band.upper is None or value < band.upper)
        return (band.lower is None or band.lower < value) and (band.upper is None or value <= band.upper)

    for band in scale.bands:
        if holds(band):
            return band
    raise ValueError(f"scale {scale.id!r} has no band for {value}")


def by_value(scale: StepScale) -> tuple[Band, ...]:
    """Return the bands from the lowest to the highest values."""
    return tuple(sorted(scale.bands, key=lambda b: (b.lower is not None, b.lower or Decimal(0))))


def units_of(gap: Decimal, unit: Decimal, counting: Counting) -> Decimal:
    """Number of units in a gap: gap / unit, or that number rounded up when each started unit counts."""
    if counting is Counting.PRO_RATA:
        return gap / unit
    whole, rest = divmod(gap, unit)
    return whole + (1 if rest else 0)


def _share(
    fee: Decimal, rate: Decimal, rounding: Rounding, before: tuple[ComputationStep, ...]
) -> ComputedAmount:
    exact = fee * rate / HUNDRED
    shared = step(
        "share", (money("fee", fee), percent("rate", rate)), money("amount", rounded(exact, rounding))
    )
    return ComputedAmount(shared.result.value, (*before, shared), exact)


def step_credit(
    scale: StepScale, fee: Decimal, value: Decimal, indicator: Indicator, rounding: Rounding = CENT
) -> ComputedAmount:
    """fee x rate of the band that holds the value (in the unit of the indicator)."""
    rate = band_of(scale, value, indicator.direction).rate
    measured = Figure("measured", value, _UNITS[indicator.unit])
    return _share(fee, rate, rounding, (step("band", (measured,), percent("rate", rate)),))


def linear_credit(
    scale: LinearScale, fee: Decimal, value: Decimal, indicator: Indicator, rounding: Rounding = CENT
) -> ComputedAmount:
    """fee x rate x shortfall / step, the units of shortfall pro rata or each as soon as started."""
    gap = shortfall(value, indicator.target, indicator.direction)
    units = units_of(gap, scale.step, scale.counting)
    rate = units * scale.rate
    unit, gap_unit = _UNITS[indicator.unit], _GAP_UNITS[indicator.unit]
    missed = Figure("shortfall", gap, gap_unit)
    steps = (
        step(
            "shortfall" if indicator.direction is Direction.HIGHER else "excess",
            (Figure("target", indicator.target, unit), Figure("measured", value, unit)),
            missed,
        ),
        step(
            f"units.{scale.counting}", (missed, Figure("step", scale.step, gap_unit)), count("units", units)
        ),
        step("rate", (count("units", units), percent("rate_per_unit", scale.rate)), percent("rate", rate)),
    )
    return _share(fee, rate, rounding, steps)


def incident_credit(
    scale: PerIncidentScale, late: Iterable[int], rounding: Rounding = CENT
) -> ComputedAmount:
    """Sum over late incidents of amount x late minutes / step_minutes, pro rata or per started step of each.

    `late` holds the minutes by which each incident was late; the sum is rounded, its terms are not.
    """
    steps: list[ComputationStep] = []
    due: list[Decimal] = []
    counted = Decimal(0)
    for minutes_late in late:
        units = units_of(Decimal(minutes_late), Decimal(scale.step_minutes), scale.counting)
        started = scale.counting is Counting.STARTED
        counted += units * scale.step_minutes if started else minutes_late
        due.append(units * scale.amount)
        operands = (minutes("late", minutes_late), minutes("step", scale.step_minutes))
        steps.append(step(f"units.{scale.counting}", operands, count("units", units)))
        steps.append(
            step("incident", (count("units", units), money("price", scale.amount)), money("amount", due[-1]))
        )
    exact = counted * scale.amount / scale.step_minutes  # divided last: thirds of an hour add up to hours
    amount = rounded(exact, rounding)
    if len(due) > 1:
        steps.append(step("incidents", [money("amount", one) for one in due], money("amount", amount)))
    elif due:
        steps[-1] = steps[-1]._replace(result=money("amount", amount))
    return ComputedAmount(amount, tuple(steps), exact)


def weights_whole(scale: PointScale) -> bool:
    """Tell whether the weights of a pool add up to 100 points."""
    return sum(weight.points for weight in scale.weights) == HUNDRED


def point_credit(
    scale: PointScale, fee: Decimal, missed: Collection[str], rounding: Rounding = CENT
) -> ComputedAmount:
    """pool x sum of the weights of missed indicators / 100, the pool being a percentage of the fee."""
    pool = fee * scale.pool / HUNDRED
    lost = [weight for weight in scale.weights if weight.indicator in missed]
    points = sum((weight.points for weight in lost), Decimal(0))
    exact = pool * points / HUNDRED
    amount = rounded(exact, rounding)
    weighed = [Figure(weight.indicator, weight.points, FigureUnit.POINTS) for weight in lost]
    return ComputedAmount(
        amount,
        (
            step("pool", (money("fee", fee), percent("rate", scale.pool)), money("pool", pool)),
            step("points", weighed, Figure("points", points, FigureUnit.POINTS)),
            step(
                "pool-share",
                (money("pool", pool), Figure("points", points, FigureUnit.POINTS)),
                money("amount", amount),
            ),
        ),
        exact,
    )


def indicator_credit(
    indicator: Indicator,
    scale: StepScale | LinearScale,
    fee: Decimal,
    measured: Decimal | None,
    rounding: Rounding = CENT,
    verdict: Compliance | None = None,
) -> ComputedAmount:
    """Credit of an indicator from its exact measure; nothing when the target is met or not applicable.

    The measure is rounded first where the contract compares rounded values, so that the penalty follows from
    the figure that the report prints. `verdict` is that of the count rule (`rates.compliance_of_rate`) where it
    replaced the comparison of the rate.
    """
    if measured is None or (verdict or compliance_of(indicator, measured)) is not Compliance.MISSED:
        return NOTHING
    value = compared_value(measured, indicator.rounding, indicator.compared)
    if isinstance(scale, StepScale):
        return step_credit(scale, fee, value, indicator, rounding)
    return linear_credit(scale, fee, value, indicator, rounding)


def exempted(amount: ComputedAmount, upto: Decimal) -> ComputedAmount:
    """Return the amount, or nothing when it does not exceed the amount up to which nothing is due."""
    if not amount.value or amount.value > upto:
        return amount
    nil = Decimal(0)
    operands = (money("amount", amount.value), money("exempt", upto))
    return ComputedAmount(nil, (*amount.steps, step("exempt", operands, money("due", nil))))


def minimum_credit(amount: ComputedAmount, minimum: Decimal) -> ComputedAmount:
    """Return the amount, or nothing when it is below the smallest credit that is paid."""
    if not amount.value or amount.value >= minimum:
        return amount
    nil = Decimal(0)
    operands = (money("amount", amount.value), money("minimum", minimum))
    return ComputedAmount(nil, (*amount.steps, step("minimum", operands, money("due", nil))))
