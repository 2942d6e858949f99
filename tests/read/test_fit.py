"""The fast yes of `fits` against the errors of Cerberus: on every field of every schema, and on what is shipped."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from docgen.read.fit import fits
from docgen.read.jsonschema import SCHEMAS
from docgen.read.schema_faults import faults
from docgen.read.schemas.fields import Field, choice, clock, count, group, many, name, percent, table, text
from docgen.read.validate import type_quantities
from docgen.text.quantities import Money, Percent
from docgen.text.source import Span

WRITTEN: tuple[Any, ...] = (
    None, True, 0, 1, -3, 10**9, Decimal("1.5"), "", "a", "zzz zzz", "../x", "2026-12-01", "08:00-18:00", "2026-09", "4 h", "90 min",
    "3 business days", "2 months", "1 year", "99.9 %", "-1 %", "101 %", "12 500 EUR", "-1 EUR", "x" * 6000, "a\n", [], ["a"], ["a", 3],
    [{}], {}, {"a": "b"}, {"a": None}, {"fr": "Titre"}, [None], date(2026, 12, 1),
)  # fmt: skip


def within(fields: Mapping[str, Field], path: str = "") -> Iterator[tuple[str, Field]]:
    """Every field of a schema, with its path."""
    for key, field in fields.items():
        yield f"{path}{key}", field
        inner = field.get("schema", {})
        if field["type"] == "list":
            yield from within({"[]": inner}, f"{path}{key}.")
        elif field["type"] == "dict":
            yield from within(inner, f"{path}{key}.")
        if "valuesrules" in field:
            yield from within({"*": field["valuesrules"]}, f"{path}{key}.")


def checked(field: Field, value: Any) -> list[str]:
    """The codes of the faults that Cerberus finds in a value of a field, its quantities typed."""
    return [fault.code for fault in faults({"field": field}, {"field": value}, {}, {}, Span("x.yaml"))]


def typed(field: Field, value: Any) -> Any:
    """The value as a file gives it to its schema."""
    return type_quantities(value, field, (), {}, Span("x.yaml")).value


@pytest.mark.parametrize("kind", SCHEMAS)
def test_what_fits_has_no_fault(kind: str) -> None:
    wrong = [
        (path, value, codes)
        for path, field in within(SCHEMAS[kind].fields)
        for value in WRITTEN
        if fits(typed(field, value), field) and (codes := checked(field, typed(field, value)))
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_what_a_schema_gives_as_an_example_fits(kind: str) -> None:
    """Otherwise nearly every file would take the slow way."""
    examples = [
        (path, field, field["meta"]["example"])
        for path, field in within(SCHEMAS[kind].fields)
        if "example" in field.get("meta", {})
    ]
    assert [
        (path, example)
        for path, field, example in examples
        if not fits(typed(field, Decimal(example) if field["type"] == "number" else example), field)
    ] == []


@pytest.mark.parametrize(
    ("field", "fitting", "unfit"),
    [
        (text("a text", most=3), ["abc"], ["", "abcd", 3, None]),
        (name("a name"), ["P1"], ["p 1", "P1\n"]),
        (choice("a choice", ("x", "y")), ["y"], ["z", ["x"]]),
        (count("a count", 1, least=1, most=2), [1, 2], [0, 3, True, "1"]),
        (
            percent("a share", "1 %"),
            [Percent(Decimal(0)), Percent(Decimal(100))],
            [Percent(Decimal("100.1")), Money(Decimal(1), "EUR")],
        ),
        (many("texts", text("a text"), most=2), [["a"], ["a", "b"]], [[], ["a", "b", "c"], ["a", ""], "a"]),
        (table("texts", "language", text("a text")), [{"fr": "a"}, {}], [{"fr": ""}, ["fr"]]),
        (
            group("a group", {"a": text("a"), "b": text("b", required=False)}),
            [{"a": "x"}, {"a": "x", "b": "y"}],
            [{}, {"b": "y"}, {"a": "x", "c": "z"}],
        ),
    ],
    ids=lambda field: field["meta"]["title"] if isinstance(field, dict) else "",
)
def test_fields(field: Field, fitting: list[Any], unfit: list[Any]) -> None:
    assert [value for value in fitting if not fits(value, field)] == []
    assert [value for value in unfit if fits(value, field)] == []


def test_units_and_limits_of_a_duration() -> None:
    field = clock("a delay", "4 h", least="30 min", most="8 h")
    assert [
        value for value in ("30 min", "8 h", "29 min", "481 min", "1 day") if fits(typed(field, value), field)
    ] == ["30 min", "8 h"]


def test_a_rule_that_is_not_known_is_in_doubt() -> None:
    assert fits("a", {"type": "string"})
    assert not fits("a", {"type": "string", "forbidden": ["b"]})
