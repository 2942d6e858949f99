"""Build a frozen dataclass from a validated mapping: each field takes the key of its name."""

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


@cache
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a class with their types; None for a type whose values stay as they are."""
    hints = get_type_hints(cls)
    return tuple(
        (entry.name, None if hints[entry.name] in _PLAIN else hints[entry.name])
        for entry in dataclasses.fields(cls)
    )


_PLAIN = frozenset((str, int, bool))


def shape(cls: type[T], mapping: Mapping[str, Any]) -> T:
    """An instance of `cls`; keys that are absent or null leave the field's default. The mapping was validated."""
    given = {
        name: value if hint is None else _convert(hint, value)
        for name, hint in _fields(cls)  # type: ignore[arg-type]
        if (value := mapping.get(name)) is not None
    }
    return cls(**given)


def shapes(cls: type[T], items: Any) -> tuple[T, ...]:
    """A tuple of instances from a list of mappings."""
    return tuple(shape(cls, item) for item in items or ())


def _convert(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _convert(next(part for part in get_args(hint) if part is not types.NoneType), value)
    if origin is tuple:
        return tuple(_convert(get_args(hint)[0], item) for item in value)
    if dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
        return shape(hint, value)  # type: ignore[arg-type]
    if isinstance(value, Mapping):
        return MappingProxyType(dict(value))
    return value


def freeze(value: Any) -> Any:
    """The same nested value, read only: mappings become proxies, lists tuples."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: freeze(part) for key, part in value.items()})
    if isinstance(value, list):
        return tuple(freeze(part) for part in value)
    return value
