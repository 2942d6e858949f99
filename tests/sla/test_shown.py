"""What each computation shows: the sentence, its figures by name and unit, the result."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from docgen.model.sla import (
    Band,
    Bonus,
    Caps,
    Counting,
    Cumulation,
    Direction,
    EarnBack,
    EarnBackShare,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PerIncidentScale,
    PointScale,
    Repetition,
    StepScale,
    Weight,
)
from docgen.sla import credits, remedies
from docgen.sla.repetition import repeated
from docgen.sla.steps import ComputationStep, ComputedAmount, Figure

from .months import missed, one_month, terms

FEE = Decimal(20000)
RATE = Indicator("i", "Indicator", ("s",), Direction.HIGHER, IndicatorUnit.PERCENT, Decimal(95))
DELAY = replace(RATE, direction=Direction.LOWER, unit=IndicatorUnit.MINUTES, target=Decimal(240))
EVENTS = replace(DELAY, unit=IndicatorUnit.COUNT, target=Decimal(2))
SLOPE = LinearScale("l", Decimal("0.5"), Decimal(2), Counting.STARTED)
THOUSAND = ComputedAmount(Decimal(1000))


def text(figure: Figure) -> str:
    return f"{figure.name} {figure.value.normalize():f} {figure.unit}"


def shown(steps: tuple[ComputationStep, ...]) -> list[str]:
    return [
        f"{step.label_key.removeprefix('sla.steps.')}: {', '.join(map(text, step.operands))} = {text(step.result)}"
        for step in steps
    ]


def pro_rata(late: list[int]) -> ComputedAmount:
    return credits.incident_credit(PerIncidentScale("p", Decimal(90), 60, Counting.PRO_RATA), late)


POOL = PointScale(
    "q", Decimal(6), (Weight("a", Decimal(50)), Weight("b", Decimal(30)), Weight("c", Decimal(20)))
)
BANDS = StepScale("b", (Band(Decimal(95), None, Decimal(0)), Band(None, Decimal(95), Decimal(5))))

COMPUTED: list[tuple[Callable[[], ComputedAmount], list[str]]] = [
    (
        lambda: credits.indicator_credit(RATE, SLOPE, FEE, Decimal("93.8")),
        [
            "shortfall: target 95 percent, measured 93.8 percent = shortfall 1.2 points",
            "units.started: shortfall 1.2 points, step 0.5 points = units 3 count",
            "rate: units 3 count, rate_per_unit 2 percent = rate 6 percent",
            "share: fee 20000 money, rate 6 percent = amount 1200 money",
        ],
    ),
    (
        lambda: credits.indicator_credit(
            DELAY, LinearScale("l", Decimal(60), Decimal(1), Counting.PRO_RATA), FEE, Decimal(330)
        ),
        [
            "excess: target 240 minutes, measured 330 minutes = shortfall 90 minutes",
            "units.pro-rata: shortfall 90 minutes, step 60 minutes = units 1.5 count",
            "rate: units 1.5 count, rate_per_unit 1 percent = rate 1.5 percent",
            "share: fee 20000 money, rate 1.5 percent = amount 300 money",
        ],
    ),
    (
        lambda: credits.indicator_credit(EVENTS, replace(SLOPE, step=Decimal(1)), FEE, Decimal(3)),
        [
            "excess: target 2 count, measured 3 count = shortfall 1 count",
            "units.started: shortfall 1 count, step 1 count = units 1 count",
            "rate: units 1 count, rate_per_unit 2 percent = rate 2 percent",
            "share: fee 20000 money, rate 2 percent = amount 400 money",
        ],
    ),
    (
        lambda: credits.indicator_credit(RATE, BANDS, FEE, Decimal("93.8")),
        [
            "band: measured 93.8 percent = rate 5 percent",
            "share: fee 20000 money, rate 5 percent = amount 1000 money",
        ],
    ),
    (
        lambda: pro_rata([40]),
        [
            "units.pro-rata: late 40 minutes, step 60 minutes = units 0.6666666666666666666666666667 count",
            "incident: units 0.6666666666666666666666666667 count, price 90 money = amount 60 money",
        ],
    ),
    (
        lambda: credits.incident_credit(PerIncidentScale("p", Decimal(150)), [61, 5]),
        [
            "units.started: late 61 minutes, step 60 minutes = units 2 count",
            "incident: units 2 count, price 150 money = amount 300 money",
            "units.started: late 5 minutes, step 60 minutes = units 1 count",
            "incident: units 1 count, price 150 money = amount 150 money",
            "incidents: amount 300 money, amount 150 money = amount 450 money",
        ],
    ),
    (
        lambda: credits.point_credit(POOL, FEE, ("c", "a")),
        [
            "pool: fee 20000 money, rate 6 percent = pool 1200 money",
            "points: a 50 points, c 20 points = points 70 points",
            "pool-share: pool 1200 money, points 70 points = amount 840 money",
        ],
    ),
    (
        lambda: credits.exempted(THOUSAND, Decimal(1000)),
        ["exempt: amount 1000 money, exempt 1000 money = due 0 money"],
    ),
    (
        lambda: credits.minimum_credit(THOUSAND, Decimal(1001)),
        ["minimum: amount 1000 money, minimum 1001 money = due 0 money"],
    ),
    (
        lambda: repeated(THOUSAND, Repetition((Decimal(1), Decimal("1.5"))), 3),
        ["repetition: amount 1000 money, multiplier 1.5 factor, months 3 count = amount 1500 money"],
    ),
    (
        lambda: remedies.earned_back(Decimal(900), EarnBack(3, EarnBackShare.PARTIAL), [True, False, True]),
        ["earn-back.partial: penalty 900 money, compliant 2 count, months 3 count = refund 600 money"],
    ),
    (
        lambda: remedies.earned_back(Decimal(900), EarnBack(2, EarnBackShare.FULL), [True, True]),
        ["earn-back.full: penalty 900 money, compliant 2 count, months 2 count = refund 900 money"],
    ),
    (
        lambda: remedies.bonus_due(
            Bonus(Decimal(99), Decimal(1)), FEE, Decimal(99), Direction.HIGHER, Decimal(150)
        ),
        [
            "bonus: fee 20000 money, rate 1 percent = full 200 money",
            "bonus-limit: full 200 money, penalties 150 money = due 150 money",
        ],
    ),
]


@pytest.mark.parametrize(
    ("compute", "lines"), COMPUTED, ids=[lines[-1].split(":")[0] for _, lines in COMPUTED]
)
def test_a_computation_shows_its_figures(compute: Callable[[], ComputedAmount], lines: list[str]) -> None:
    amount = compute()
    assert shown(amount.steps) == lines
    assert amount.steps[-1].result.value == amount.value


def test_the_caps_of_a_month_show_their_figures() -> None:
    agreed = terms(Cumulation.SUM, Caps(monthly=Decimal(10), yearly=Decimal(1)))
    assert shown(one_month([missed("a", 1500), missed("b", 1000)], agreed).steps) == [
        "cap.monthly: total 2500 money, fee 20000 money, rate 10 percent, cap 2000 money = due 2000 money",
        "cap.yearly: total 2000 money, fee 240000 money, rate 1 percent, cap 2400 money, already 0 money = due 2000 money",
    ]


THIRDS = PerIncidentScale("p", Decimal(100), 60, Counting.PRO_RATA)


@pytest.mark.parametrize(
    ("compute", "exact"),
    [
        (lambda: credits.incident_credit(THIRDS, [1, 1]), Decimal(200) / 60),
        (lambda: credits.indicator_credit(RATE, replace(BANDS, bands=(Band(None, None, Decimal("0.00333")),)), FEE, Decimal(1)), "0.666"),
        (lambda: credits.point_credit(replace(POOL, pool=Decimal("0.00333")), FEE, "b"), "0.1998"),
    ],
)  # fmt: skip
def test_what_multiplies_an_amount_starts_before_its_rounding(
    compute: Callable[[], ComputedAmount], exact: Any
) -> None:
    amount = compute()
    assert amount.exact == Decimal(exact) != amount.value


def test_a_repeated_amount_that_was_not_rounded_keeps_its_steps() -> None:
    nothing_rounded = remedies.earned_back(Decimal(900), EarnBack(3, EarnBackShare.PARTIAL), [True])
    assert nothing_rounded.exact is None
    raised = repeated(nothing_rounded, Repetition((Decimal(2),)), 1)
    third = repeated(ComputedAmount(Decimal("0.33"), (), Decimal(1) / 3), Repetition((Decimal(2),)), 1)
    assert (third.value, third.exact) == (Decimal("0.67"), Decimal(1) / 3 * 2)
    assert shown(raised.steps) == [
        "earn-back.partial: penalty 900 money, compliant 1 count, months 3 count = refund 300 money",
        "repetition: amount 300 money, multiplier 2 factor, months 1 count = amount 600 money",
    ]
