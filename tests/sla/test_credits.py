from decimal import Decimal
from typing import Any

import pytest

from docgen.model.sla import (
    Band,
    Compared,
    Counting,
    Direction,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PerIncidentScale,
    PointScale,
    Rounding,
    RoundingMode,
    StepScale,
    Weight,
)
from docgen.sla import credits
from docgen.sla.rates import Compliance
from docgen.sla.steps import ComputedAmount, FigureUnit

FEE = Decimal(20000)


def indicator(target: str, direction: Direction = Direction.HIGHER, **changes: Any) -> Indicator:
    """An indicator whose rounded values are compared, unless another way is given."""
    rounded = {"compared": Compared.ROUNDED, **changes}
    return Indicator("i", "Indicator", ("s",), direction, IndicatorUnit.PERCENT, Decimal(target), **rounded)


def scale(*edges: tuple[str | None, str | None, int]) -> StepScale:
    def bound(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    return StepScale(
        "steps", tuple(Band(bound(low), bound(high), Decimal(rate)) for low, high, rate in edges)
    )


UPTIME = scale(("99.9", None, 0), ("99.5", "99.9", 5), (None, "99.5", 10))
MINUTES = scale((None, "240", 0), ("240", "300", 5), ("300", None, 10))


@pytest.mark.parametrize(
    ("value", "rate"), [("100", 0), ("99.9", 0), ("99.89", 5), ("99.5", 5), ("99.49", 10)]
)
def test_a_boundary_is_in_the_higher_band_when_higher_is_better(value: str, rate: int) -> None:
    assert credits.band_of(UPTIME, Decimal(value), Direction.HIGHER).rate == rate


@pytest.mark.parametrize(("value", "rate"), [("0", 0), ("240", 0), ("241", 5), ("300", 5), ("301", 10)])
def test_a_boundary_is_in_the_lower_band_when_lower_is_better(value: str, rate: int) -> None:
    assert credits.band_of(MINUTES, Decimal(value), Direction.LOWER).rate == rate


@pytest.mark.parametrize(
    ("bands", "direction"), [(UPTIME, Direction.HIGHER), (MINUTES, Direction.LOWER)], ids=["higher", "lower"]
)
def test_the_order_in_which_bands_are_written_is_indifferent(bands: StepScale, direction: Direction) -> None:
    turned = StepScale(bands.id, bands.bands[::-1])
    for band in bands.bands:
        for edge in (band.lower, band.upper):
            if edge is not None:
                assert credits.band_of(turned, edge, direction) == credits.band_of(bands, edge, direction)


def test_a_value_without_a_band_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no band for 98"):
        credits.band_of(scale(("99", None, 0)), Decimal(98), Direction.HIGHER)


@pytest.mark.parametrize(
    ("gap", "counting", "units"),
    [
        ("0.3", Counting.STARTED, "3"),
        ("0.31", Counting.STARTED, "4"),
        ("0", Counting.STARTED, "0"),
        ("0.25", Counting.PRO_RATA, "2.5"),
    ],
)
def test_units_of_a_gap(gap: str, counting: Counting, units: str) -> None:
    assert credits.units_of(Decimal(gap), Decimal("0.1"), counting) == Decimal(units)


def test_the_penalty_follows_from_the_figure_that_the_report_prints() -> None:
    linear = LinearScale("l", Decimal("0.1"), Decimal(2))
    measured = Decimal("99.42444")
    assert credits.indicator_credit(indicator("99.90"), linear, FEE, measured).value == Decimal("1920.00")
    exact = indicator("99.90", compared=Compared.UNROUNDED)
    assert credits.indicator_credit(exact, linear, FEE, measured).value == Decimal("1902.24")


def test_a_met_target_costs_nothing_and_shows_no_work() -> None:
    linear = LinearScale("l", Decimal("0.1"), Decimal(2))
    assert credits.indicator_credit(indicator("99.90"), linear, FEE, Decimal("99.896")) == credits.NOTHING
    assert credits.indicator_credit(indicator("99.90"), linear, FEE, None) == credits.NOTHING


def test_the_verdict_of_the_count_rule_holds() -> None:
    linear = LinearScale("l", Decimal(1), Decimal(1))
    value = Decimal(100) * 11 / 12
    assert credits.indicator_credit(indicator("95"), linear, FEE, value).value > 0
    assert credits.indicator_credit(indicator("95"), linear, FEE, value, verdict=Compliance.MET).value == 0


def test_lower_is_better_counts_the_excess() -> None:
    slow = Indicator("mttr", "MTTR", ("s",), Direction.LOWER, IndicatorUnit.MINUTES, Decimal(240))
    credit = credits.indicator_credit(slow, LinearScale("l", Decimal(30), Decimal(1)), FEE, Decimal(285))
    assert credit.value == Decimal("300.00")
    assert credit.steps[0].label_key == "sla.steps.excess"
    assert credit.steps[0].result == ("shortfall", Decimal(45), FigureUnit.MINUTES)


def test_a_linear_credit_shows_its_work() -> None:
    linear = LinearScale("l", Decimal("0.1"), Decimal(2), Counting.STARTED)
    credit = credits.indicator_credit(indicator("99.90"), linear, FEE, Decimal("99.42"))
    assert [(s.label_key.removeprefix("sla.steps."), s.result.value) for s in credit.steps] == [
        ("shortfall", Decimal("0.48")),
        ("units.started", Decimal(5)),
        ("rate", Decimal(10)),
        ("share", Decimal(2000)),
    ]
    assert credit.steps[0].operands == (
        ("target", Decimal("99.90"), FigureUnit.PERCENT),
        ("measured", Decimal("99.42"), FigureUnit.PERCENT),
    )
    assert credit.steps[0].result.unit is FigureUnit.POINTS


def test_a_step_credit_shows_the_band() -> None:
    credit = credits.indicator_credit(indicator("99.90"), UPTIME, FEE, Decimal("99.6"))
    assert [(s.label_key.removeprefix("sla.steps."), s.result.value) for s in credit.steps] == [
        ("band", Decimal(5)),
        ("share", Decimal(1000)),
    ]


def test_each_incident_starts_its_own_hour() -> None:
    per_incident = PerIncidentScale("p", Decimal(150))
    assert credits.incident_credit(per_incident, [61, 1, 60]).value == 150 * (2 + 1 + 1)
    assert credits.incident_credit(per_incident, []).value == 0
    assert credits.incident_credit(per_incident, [0]).value == 0


def test_incidents_are_added_then_rounded_once() -> None:
    per_incident = PerIncidentScale("p", Decimal(100), counting=Counting.PRO_RATA)
    # 100 / 60 = 1.666... each: 3.333... together, where 1.67 twice would be 3.34.
    assert credits.incident_credit(per_incident, [1, 1]).value == Decimal("3.33")
    # Three times 20 minutes are an hour, to the cent and before it.
    assert credits.incident_credit(per_incident, [20, 20, 20]).unrounded == 100


def test_several_incidents_show_their_sum() -> None:
    amount = credits.incident_credit(PerIncidentScale("p", Decimal(150)), [61, 1])
    assert [figure.value for figure in amount.steps[-1].operands] == [300, 150]
    assert amount.steps[-1].result.value == amount.value == 450


def test_only_weighed_indicators_cost_points() -> None:
    pool = PointScale("pool", Decimal(10), (Weight("a", Decimal(60)), Weight("b", Decimal(40))))
    assert credits.point_credit(pool, FEE, {"b", "unknown"}).value == Decimal("800.00")
    assert credits.point_credit(pool, FEE, ()).value == 0
    assert not credits.weights_whole(PointScale("pool", Decimal(10), (Weight("a", Decimal(60)),)))


def test_rounding_is_declared() -> None:
    third = LinearScale("l", Decimal(3), Decimal(1))
    down = Rounding(0, RoundingMode.DOWN)
    missed = Decimal(93)
    assert credits.indicator_credit(indicator("95"), third, FEE, missed).value == Decimal("133.33")
    assert credits.indicator_credit(indicator("95"), third, FEE, missed, down).value == 133
    assert (
        credits.indicator_credit(
            indicator("99"), scale((None, None, 2)), Decimal("49.99"), missed, down
        ).value
        == 0
    )


@pytest.mark.parametrize(("amount", "due"), [("1000", "0"), ("1000.01", "1000.01"), ("0", "0")])
def test_nothing_is_due_up_to_the_exempt_amount(amount: str, due: str) -> None:
    assert credits.exempted(ComputedAmount(Decimal(amount)), Decimal(1000)).value == Decimal(due)


@pytest.mark.parametrize(("amount", "due"), [("49.99", "0"), ("50", "50"), ("0", "0")])
def test_the_smallest_credit_is_paid(amount: str, due: str) -> None:
    assert credits.minimum_credit(ComputedAmount(Decimal(amount)), Decimal(50)).value == Decimal(due)


def test_bands_are_ordered_from_the_lowest_values() -> None:
    bands = scale(("0", "99", 10), ("99", None, 0), ("-5", "0", 15), (None, "-5", 20))
    assert [band.rate for band in credits.by_value(bands)] == [20, 15, 10, 0]


def test_bands_stand_from_the_lowest_value_to_the_highest() -> None:
    below, nothing, little, much = (
        Band(lower, upper, Decimal(0))
        for lower, upper in (
            (None, Decimal(0)),
            (Decimal(0), Decimal("0.5")),
            (Decimal("0.5"), Decimal(2)),
            (Decimal(2), None),
        )
    )
    assert credits.by_value(StepScale("x", (much, nothing, below, little))) == (below, nothing, little, much)
