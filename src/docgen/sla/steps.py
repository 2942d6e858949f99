"""A computation that shows its work: the result, and the steps that a document can print one by one."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

STEP_KEYS = frozenset(
    f"sla.steps.{name}"
    for name in (
        "band", "shortfall", "excess", "units.pro-rata", "units.started", "rate", "share", "incident", "incidents",
        "pool", "points", "pool-share",
        "exempt", "minimum", "repetition", "cap.monthly", "cap.yearly",
        "earn-back.full", "earn-back.partial", "bonus", "bonus-limit",
    )
)  # fmt: skip
"""Every label key that a step can carry: the sentences that a locale holds."""

MONTHLY_CAP = "sla.steps.cap.monthly"


class FigureUnit(StrEnum):
    """How a figure is printed: as a percentage, in points, as money, minutes, a count, a bare factor."""

    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    MINUTES = "minutes"
    COUNT = "count"
    FACTOR = "factor"


class Figure(NamedTuple):
    """A named value of a step, with its unit; the name is the placeholder in the locale's sentence."""

    name: str
    value: Decimal
    unit: FigureUnit


class ComputationStep(NamedTuple):
    """One line of a worked example: operands in the order of the formula, and its result.

    `label_key` is a key of the locale, such as `sla.steps.shortfall`.
    """

    label_key: str
    operands: tuple[Figure, ...]
    result: Figure


class ComputedAmount(NamedTuple):
    """An amount of money, rounded as declared, and how it was computed.

    `exact` is the amount before it was rounded, None where the two are equal: a multiplication starts
    from there, so that the product too is rounded once.
    """

    value: Decimal
    steps: tuple[ComputationStep, ...] = ()
    exact: Decimal | None = None

    @property
    def unrounded(self) -> Decimal:
        """The amount before rounding."""
        return self.value if self.exact is None else self.exact


def percent(name: str, value: Decimal) -> Figure:
    """A percentage."""
    return Figure(name, value, FigureUnit.PERCENT)


def money(name: str, value: Decimal) -> Figure:
    """An amount in the currency of the contract."""
    return Figure(name, value, FigureUnit.MONEY)


def minutes(name: str, value: int | Decimal) -> Figure:
    """A length of time in minutes."""
    return Figure(name, Decimal(value), FigureUnit.MINUTES)


def count(name: str, value: int | Decimal) -> Figure:
    """A number of things."""
    return Figure(name, Decimal(value), FigureUnit.COUNT)


def factor(name: str, value: Decimal) -> Figure:
    """A number without unit."""
    return Figure(name, value, FigureUnit.FACTOR)


def step(key: str, operands: Iterable[Figure], result: Figure) -> ComputationStep:
    """Build the step of a key below `sla.steps`. Raises ValueError for a key that is not in `STEP_KEYS`."""
    label_key = f"sla.steps.{key}"
    if label_key not in STEP_KEYS:
        raise ValueError(f"no sentence is declared for {label_key}")
    return ComputationStep(label_key, tuple(operands), result)
