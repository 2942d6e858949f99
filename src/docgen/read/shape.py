"""Build a frozen dataclass from a validated mapping: each field takes the key of its name."""

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def shape(cls: type[T], mapping: Mapping[str, Any]) -> T:
    """An instance of `cls`; keys that are absent or null leave the field's default. The mapping was validated."""
    hints = _hints(cls)  # type: ignore[arg-type]
    given = {
        entry.name: _convert(hints[entry.name], mapping[entry.name])
        for entry in dataclasses.fields(cls)  # type: ignore[arg-type]
        if mapping.get(entry.name) is not None
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
