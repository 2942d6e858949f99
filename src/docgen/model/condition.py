"""When a clause applies: `and`, `or`, `not` over facts of the engagement.

A fact is a dotted path into the engagement (`facts.personal_data`, `acceptance.tacit`): it holds when the value is
there and is not false, zero-length or null. A comparison holds a choice against a word (`payment.mode == 'net_days'`)
or a quantity against a whole number, in its own unit (`scope.volume_commitment == 0`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.model.printed import Printable, Values, lookup, present
from docgen.text.quantities import Duration, Money, Percent


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a path is there and not false."""

    path: tuple[str, ...]
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Equals:
    """The value of a path is a given word, or a given whole number of its unit."""

    path: tuple[str, ...]
    word: str | int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """The operand does not hold."""

    operand: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    """Every operand holds."""

    operands: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One operand holds at least."""

    operands: tuple["Condition", ...]


Condition = Fact | Equals | Not | All | Either
ALWAYS = All(())


def _amount(value: Printable) -> int | Decimal | None:
    """The number of a quantity: days of a duration, points of a percentage; None for anything else."""
    match value:
        case bool():
            return None
        case int() | Decimal():
            return value
        case Percent(points):
            return points
        case Money(amount) | Duration(amount):
            return amount
    return None


def holds(condition: Condition, values: Values) -> bool:
    """Evaluate a condition on the values of an engagement."""
    match condition:
        case Fact(path):
            return present(lookup(values, path))
        case Equals(path, word):
            value = lookup(values, path)
            return bool((value if isinstance(word, str) else _amount(value)) == word)
        case Not(operand):
            return not holds(operand, values)
        case All(operands):
            return all(holds(operand, values) for operand in operands)
        case Either(operands):
            return any(holds(operand, values) for operand in operands)


def paths(condition: Condition) -> Iterator[Fact | Equals]:
    """Every fact that a condition looks at."""
    match condition:
        case Fact() | Equals():
            yield condition
        case Not(operand):
            yield from paths(operand)
        case All(operands) | Either(operands):
            for operand in operands:
                yield from paths(operand)
