"""The values of an engagement as the file states them: read by clauses and conditions, by dotted path.

Code that knows which value it wants reads the typed sections of `model/engagement.py`. A path that a clause, a condition or
a lock names is looked up here.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from docgen.text.quantities import Duration, Money, Month, Percent, TimeSpan

Scalar: TypeAlias = str | bool | int | Decimal | Money | Percent | Duration | TimeSpan | Month | date
Printable: TypeAlias = Scalar | tuple["Printable", ...] | Mapping[str, "Printable"] | None
"""A value, a list or a mapping of values; None is a value that is not stated."""

Values: TypeAlias = Mapping[str, Printable]


def lookup(values: Values, path: tuple[str, ...]) -> Printable:
    """The value at a dotted path, None when it is absent."""
    current: Printable = values
    for step in path:
        if not isinstance(current, Mapping) or step not in current:
            return None
        current = current[step]
    return current


def present(value: Printable) -> bool:
    """True when a value counts as a fact that holds."""
    return value is not None and value is not False and value != () and value != "" and value != {}
