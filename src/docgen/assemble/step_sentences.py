"""The steps of a computation as sentences: the operation, its figures, and the result."""

from decimal import Decimal
from typing import NamedTuple

from docgen.model.locale import Locale
from docgen.sla.steps import ComputationStep, Figure, FigureUnit
from docgen.text import formats
from docgen.text.quantities import Money, Percent

_FINEST = 4
_REPORTED = frozenset({"measured", "target"})  # figures that keep the decimals of a report


class Said(NamedTuple):
    """A step in words, typeset: the operation with its figures, and its result."""

    operation: str
    result: str


def said(locale: Locale, step: ComputationStep, currency: str) -> Said:
    """A step in the words of its label.

    Beside the names of its operands, a message may use `first` (the first of them) and `parts` (all, as a sum).
    """
    shown = [(operand.name, figure(locale, operand, currency)) for operand in step.operands]
    values = {name.replace("-", "_"): text for name, text in shown}
    values["first"] = shown[0][1] if shown else ""
    values["parts"] = " + ".join(text for _, text in shown)
    return Said(locale.typeset(locale.text(step.label_key, **values)), figure(locale, step.result, currency))


def figure(locale: Locale, value: Figure, currency: str) -> str:
    """A figure in its unit: "10 %", "0,48 point", "7 020,00 €", "1 h 20 min", "3"."""
    shown = _shown(value.value)
    decimals = max(0, -int(shown.as_tuple().exponent)) if value.name in _REPORTED else None
    match value.unit:
        case FigureUnit.PERCENT:
            return formats.percent(
                locale, Percent(shown if value.name in _REPORTED else value.value), decimals=decimals
            )
        case FigureUnit.POINTS:
            return locale.text("sla.points", count=value.value, number=formats.number(locale, value.value))
        case FigureUnit.MONEY:
            return formats.money(locale, Money(_shown(value.value), currency))
        case FigureUnit.MINUTES:
            return formats.minutes(locale, int(value.value))
        case FigureUnit.COUNT | FigureUnit.FACTOR:
            return formats.number(locale, _shown(value.value), decimals=decimals)


def _shown(amount: Decimal) -> Decimal:
    """A figure before rounding, cut to the decimals that a reader can follow."""
    return (
        amount
        if int(amount.as_tuple().exponent) >= -_FINEST
        else amount.quantize(Decimal(1).scaleb(-_FINEST))
    )
