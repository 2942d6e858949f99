"""The schemas of an engagement and its types say the same: a field that one of them lacks is told here."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, Union, get_args, get_origin

import pytest

from docgen.model.engagement import Engagement
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field, choice, count, flag, group, many, money, text
from docgen.text.quantities import Duration, Money, Month, Percent, TimeSpan

SECTION = {"sla_terms": "sla"}
"""Fields of an engagement whose section has another name."""
DERIVED = {"sla", "printed", "path", "default_terms", "spans", "keys"}
"""Fields of an engagement that no section states."""

TYPES = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": Decimal,
    "money": Money,
    "percent": Percent,
    "duration": Duration,
    "timespan": TimeSpan,
    "date": date,
    "month": Month,
}


class Stated(NamedTuple):
    """A field of a dataclass or of a NamedTuple."""

    name: str
    hint: Any
    default: object


def stated(cls: Any) -> Iterator[Stated]:
    """The fields of a class; `MISSING` where one has no default."""
    defaults = (
        {
            entry.name: entry.default if entry.default is not MISSING else entry.default_factory
            for entry in fields(cls)
        }
        if is_dataclass(cls)
        else cls._field_defaults
    )
    for name, hint in cls.__annotations__.items():
        yield Stated(name, hint, defaults.get(name, MISSING))


def differences(
    cls: type, schema: Mapping[str, Field], path: str = "", derived: frozenset[str] = frozenset()
) -> Iterator[str]:
    """What a schema and a dataclass do not have in common, each with its dotted path."""
    entries = {
        SECTION.get(entry.name, entry.name.rstrip("_")): entry
        for entry in stated(cls)
        if entry.name not in derived
    }
    yield from (f"{path}{name}: no field in {cls.__name__}" for name in schema.keys() - entries.keys())
    yield from (f"{path}{name}: not in the schema" for name in entries.keys() - schema.keys())
    for name in schema.keys() & entries.keys():
        entry, field, here = entries[name], schema[name], f"{path}{name}"
        needed = entry.default is MISSING
        if needed != bool(field.get("required")):
            yield f"{here}: required in one of them only"
        yield from mismatch(entry.hint, field, here)
        if not needed and entry.default is None and type(None) not in get_args(entry.hint):
            yield f"{here}: None is no value of its type"


def mismatch(hint: Any, field: Field, path: str) -> Iterator[str]:
    """Why the type of a field does not fit its schema."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    match field["type"]:
        case "list":
            if get_origin(hint) is not tuple:
                yield f"{path}: a list is no {hint}"
            else:
                yield from mismatch(get_args(hint)[0], field["schema"], f"{path}[]")
        case "dict" if "valuesrules" in field:
            if get_origin(hint) is not Mapping:
                yield f"{path}: a table is no {hint}"
            else:
                yield from mismatch(get_args(hint)[1], field["valuesrules"], f"{path}{{}}")
        case "dict":
            if not hasattr(hint, "__match_args__"):
                yield f"{path}: a group is no {hint}"
            else:
                yield from differences(hint, field["schema"], f"{path}.")
        case "string" if isinstance(hint, type) and issubclass(hint, StrEnum):
            if list(hint) != field.get("allowed"):
                yield f"{path}: other words than {hint.__name__}"
        case kind:
            if hint is not TYPES[kind]:
                yield f"{path}: {kind} is no {hint}"


def test_every_field_of_the_schemas_is_a_field_of_the_model() -> None:
    assert list(differences(Engagement, ENGAGEMENT, derived=frozenset(DERIVED))) == []


class Word(StrEnum):
    ONE = "one"


class Inner(NamedTuple):
    word: Word
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outer:
    fee: Money
    inner: Inner
    items: tuple[Inner, ...]
    users: int | None = None


INNER = {"word": choice("a word", Word), "names": many("names", text("a name"), required=False)}
SCHEMA = {
    "fee": money("fee", "1 EUR"),
    "inner": group("inner", INNER),
    "items": many("items", group("an item", INNER)),
    "users": count("users", 1, required=False),
}


def test_a_schema_and_its_dataclass_agree() -> None:
    assert list(differences(Outer, SCHEMA)) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"more": flag("more")}, "more: no field in Outer"),
        ({"users": count("users", 1)}, "users: required in one of them only"),
        ({"fee": count("fee", 1)}, "fee: integer is no"),
        ({"inner": group("inner", {**INNER, "word": text("a word")})}, "inner.word: other words than Word"),
        ({"items": many("items", text("an item"))}, "items[]: string is no"),
        ({"items": group("items", INNER)}, "items: a group is no"),
        (
            {"inner": group("inner", {**INNER, "word": choice("a word", ("one", "two"))})},
            "inner.word: other words than Word",
        ),
    ],
)
def test_what_differs_is_told_with_its_path(changed: dict[str, Field], told: str) -> None:
    (found,) = differences(Outer, {**SCHEMA, **changed})
    assert found.startswith(told)


def test_a_field_that_the_schema_lacks_is_told() -> None:
    schema = {name: field for name, field in SCHEMA.items() if name != "users"}
    assert list(differences(Outer, schema)) == ["users: not in the schema"]
