"""Build a NamedTuple or a frozen dataclass from a validated mapping: each field takes the key of its name.

The type of a field determines the type of its value: a list is a tuple, a word of a choice its enumeration, a whole number
of a Decimal field a Decimal. A name that Python keeps for itself is written with `_` behind (`from_`).
"""

import types
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import MappingProxyType
from typing import Any, TypeVar, Union, get_args, get_origin

from docgen.text.quantities import Duration, Money, Month, Percent, TimeSpan

T = TypeVar("T")
Make = Callable[[Any], Any]


def shape(cls: type[T], mapping: Mapping[str, Any], **made: Any) -> T:
    """An instance of `cls`; keys that are absent or null leave the field's default. The mapping was validated.

    Fields that are `made` already are taken as they are, whatever the mapping says.
    """
    given = {
        name: value if make is None else make(value)
        for name, key, make in _fields(cls)  # type: ignore[arg-type]
        if name not in made and (value := mapping.get(key)) is not None
    }
    return cls(**given, **made)


def shapes(cls: type[T], items: Any) -> tuple[T, ...]:
    """A tuple of instances from a list of mappings."""
    return tuple(shape(cls, item) for item in items or ())


def freeze(value: Any) -> Any:
    """The same nested value, read only: mappings become proxies, lists tuples."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: freeze(part) for key, part in value.items()})
    if isinstance(value, list):
        return tuple(freeze(part) for part in value)
    return value


@cache  # without it 2 % of a check: the fields of a class are read for each of its values
def _fields(cls: Any) -> tuple[tuple[str, str, Make | None], ...]:
    """The fields of a class: name, key, and how a value is made; None for one that stays as it is."""
    return tuple((name, name.rstrip("_"), _maker(hint)) for name, hint in cls.__annotations__.items())


def _maker(hint: Any) -> Make | None:
    if hint in _PLAIN:
        return None
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _maker(next(part for part in get_args(hint) if part is not types.NoneType))
    if origin is tuple:
        make = _maker(get_args(hint)[0])
        return tuple if make is None else partial(_tuple, make)
    if origin is Mapping:
        return partial(_mapping, _maker(get_args(hint)[1]))
    if hint is Decimal or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return hint
    return partial(_instance, hint) if hasattr(hint, "__match_args__") else None


_PLAIN = frozenset((str, int, bool, date, Money, Percent, Duration, TimeSpan, Month))


def _instance(cls: type[T], value: Any) -> T:
    return shape(cls, value) if isinstance(value, Mapping) else value


def _tuple(make: Make, items: Any) -> tuple[Any, ...]:
    return tuple(make(item) for item in items)


def _mapping(make: Make | None, value: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(value) if make is None else {key: make(part) for key, part in value.items()})
