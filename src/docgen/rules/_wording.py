"""Quantities in messages, as the files write them."""

from decimal import Decimal

from docgen.model.printed import Printable
from docgen.text.quantities import Duration, Money, Percent, Unit

_SHORT = {Unit.MINUTE: "min", Unit.HOUR: "h"}


def plain(value: Printable) -> str:
    """A quantity as it would be typed: "4 h", "10 business days", "12 500 EUR", "99.9 %", "2026-12-01"."""
    match value:
        case Duration(amount, unit):
            word = _SHORT.get(unit)
            return f"{amount} {word or unit.value.replace('_', ' ') + ('s' if amount != 1 else '')}"
        case Money(amount, currency):
            return f"{_number(amount)} {currency}"
        case Percent(points):
            return f"{_number(points)} %"
        case Decimal():
            return _number(value)
    return str(value)


def clock(minutes: int) -> str:
    """A length of time in minutes: "45 min", "4 h"."""
    return f"{minutes} min" if minutes % 60 else f"{minutes // 60} h"


def _number(value: Decimal) -> str:
    whole, point, rest = f"{value:,f}".partition(".")
    decimals = rest.rstrip("0")
    return whole.replace(",", " ") + (point + decimals if decimals else "")
