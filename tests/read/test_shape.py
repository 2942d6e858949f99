from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass
from types import MappingProxyType

import pytest

from docgen.read.shape import freeze, shape, shapes


@dataclass(frozen=True, slots=True)
class Inner:
    id: str
    rank: int = 7


@dataclass(frozen=True, slots=True)
class Outer:
    name: str
    inner: Inner
    many: tuple[Inner, ...] = ()
    words: tuple[str, ...] = ()
    table: Mapping[str, int] | None = None
    maybe: Inner | None = None


def test_each_field_takes_the_key_of_its_name() -> None:
    outer = shape(
        Outer,
        {
            "name": "n",
            "inner": {"id": "a"},
            "many": [{"id": "b", "rank": 1}],
            "words": ["x"],
            "table": {"k": 1},
            "maybe": {"id": "c"},
        },
    )
    assert outer == Outer("n", Inner("a"), (Inner("b", 1),), ("x",), {"k": 1}, Inner("c"))


def test_what_is_absent_or_null_leaves_the_default() -> None:
    assert shape(
        Outer, {"name": "n", "inner": {"id": "a", "rank": None}, "maybe": None, "other": 1}
    ) == Outer("n", Inner("a"))
    assert shapes(Inner, None) == ()


def test_what_is_shaped_cannot_be_changed() -> None:
    outer = shape(Outer, {"name": "n", "inner": {"id": "a"}, "table": {"k": 1}})
    with pytest.raises(FrozenInstanceError):
        outer.name = "m"  # type: ignore[misc]
    assert isinstance(outer.table, MappingProxyType)


def test_freezing_is_deep() -> None:
    frozen = freeze({"a": [{"b": [1]}]})
    assert frozen == {"a": ({"b": (1,)},)}
    with pytest.raises(TypeError):
        frozen["a"][0]["b"] = ()
