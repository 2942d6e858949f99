"""Hold a YAML document against a schema: quantities are typed, then Cerberus judges, and each fault gets its place.

Faults: DG201 unknown key, DG202 missing field, DG203 wrong type, DG204 not the quantity expected, DG205 not one of
the allowed words, DG206 outside its limits, DG207 empty, DG208 a text that does not have the expected form.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar

from cerberus import TypeDefinition, Validator
from cerberus import errors as cerberus_errors

from docgen.read.schemas.fields import Field
from docgen.text.diagnostics import Checked, Diagnostic, Severity, nearest
from docgen.text.quantities import (
    Duration,
    Misread,
    Money,
    Month,
    Percent,
    TimeSpan,
    read_date,
    read_duration,
    read_money,
    read_month,
    read_percent,
    read_time_span,
)
from docgen.text.source import Span
from docgen.text.yamltext import Path, place

Spans = Mapping[Path, Span]

_READERS: Mapping[str, Callable[[str], Any]] = {
    "money": read_money,
    "percent": read_percent,
    "duration": read_duration,
    "timespan": read_time_span,
    "date": read_date,
    "month": read_month,
}
_NAMES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "list": "a list",
    "dict": "a mapping",
    "money": "an amount with its currency, as in '12 500 EUR'",
    "percent": "a percentage, as in '99.9 %'",
    "duration": "a duration, as in '30 days'",
    "timespan": "hours of a day, as in '08:00-18:00'",
    "date": "a date, as in '2026-12-01'",
    "month": "a month, as in '2026-09'",
}


def _comparable(value: Any) -> Decimal | None:
    match value:
        case Money(amount):
            return amount
        case Percent(points):
            return points
        case Duration():
            return Decimal(value.rough_minutes)
        case bool():
            return None
        case int() | Decimal():
            return Decimal(value)
    return None


@cache
def _limit(kind: str, text: str) -> Decimal | None:
    value = _READERS[kind](text) if kind in _READERS else Decimal(text)
    return _comparable(value)


class _Judge(Validator):  # type: ignore[misc]
    """Cerberus with docgen's types and rules.

    Cerberus would judge the schema itself at each start, which takes longer than to judge an engagement; our schemas
    never change while docgen runs, and a test holds each of them against Cerberus's own judge.
    """

    @property
    def schema(self) -> Any:
        """The schema in use."""
        return self._schema

    @schema.setter
    def schema(self, schema: Any) -> None:
        self._schema = schema

    types_mapping: ClassVar = {
        **Validator.types_mapping,
        "money": TypeDefinition("money", (Money,), ()),
        "percent": TypeDefinition("percent", (Percent,), ()),
        "duration": TypeDefinition("duration", (Duration,), ()),
        "timespan": TypeDefinition("timespan", (TimeSpan,), ()),
        "date": TypeDefinition("date", (date,), ()),
        "month": TypeDefinition("month", (Month,), ()),
        "integer": TypeDefinition("integer", (int,), (bool,)),
        "number": TypeDefinition("number", (int, Decimal), (bool,)),
    }

    def _validate_units(self, units: Any, field: str, value: Any) -> None:
        """{'type': 'list'}"""
        if isinstance(value, Duration) and value.unit.value not in units:
            words = ", ".join(unit.replace("_", " ") + "s" for unit in units)
            self._error(field, f"is not in {words}")
            self._drop_remaining_rules("least", "most")

    def _validate_least(self, limit: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        self._hold(field, value, limit, lambda found, bound: found >= bound, f"is less than {limit}")

    def _validate_most(self, limit: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        self._hold(field, value, limit, lambda found, bound: found <= bound, f"is more than {limit}")

    def _hold(self, field: str, value: Any, limit: str, fits: Callable[[Decimal, Decimal], bool], message: str) -> None:
        found = _comparable(value)
        if found is None:
            return
        kind = {Money: "money", Percent: "percent", Duration: "duration"}.get(type(value), "number")
        bound = _limit(kind, limit)
        if bound is not None and not fits(found, bound):
            self._error(field, message)

    def _validate_regex(self, pattern: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        if isinstance(value, str) and re.fullmatch(pattern, value) is None:  # Cerberus lets a last line break pass
            self._error(field, cerberus_errors.REGEX_MISMATCH)

    def _validate_refers(self, kind: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""


@cache
def _judge(name: str) -> _Judge:
    """One validator for each schema."""
    return _Judge(_SCHEMAS[name], require_all=False)


_SCHEMAS: dict[str, dict[str, Field]] = {}


def register(name: str, schema: dict[str, Field]) -> str:
    """Make a schema known under a name; returns the name."""
    _SCHEMAS[name] = schema
    return name


def type_quantities(value: Any, field: Field, path: Path, spans: Spans, default: Span) -> Checked[Any]:
    """Replace the text of each quantity by the quantity; what cannot be read stays and is reported (DG204)."""
    diagnostics: list[Diagnostic] = []

    def walk(value: Any, field: Field, path: Path) -> Any:
        kind = field.get("type", "")
        if isinstance(value, dict) and kind == "dict":
            schema, rest = field.get("schema"), field.get("valuesrules")
            if schema is not None:
                return {key: walk(part, schema[key], (*path, key)) if key in schema else part for key, part in value.items()}
            if rest is not None:
                return {key: walk(part, rest, (*path, key)) for key, part in value.items()}
        if isinstance(value, list) and kind == "list" and "schema" in field:
            return [walk(part, field["schema"], (*path, index)) for index, part in enumerate(value)]
        if kind in _READERS and isinstance(value, str):
            read = _READERS[kind](value)
            if isinstance(read, Misread):
                diagnostics.append(Diagnostic(place(spans, path, default), "DG204", Severity.ERROR, f"{dotted(path)}: {value!r} {read.message}", read.hint))
                return value
            return read
        if kind == "string" and _written_as_number(value, field):
            return str(value)
        return value

    return Checked(walk(value, field, path), tuple(diagnostics))


def _written_as_number(value: Any, field: Field) -> bool:
    """True for a text that looks like a number (a version, a postcode); a text with a form is never a fraction."""
    if isinstance(value, bool):
        return False
    return (isinstance(value, int) and value >= 0) if "regex" in field else isinstance(value, (int, Decimal))


def dotted(path: Path) -> str:
    """A path as people write it: `services[2].monthly_fee`; list places count from 1, as people do."""
    words = ""
    for step in path:
        words += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def validate(name: str, value: Any, spans: Spans, keys: Spans, default: Span) -> Checked[dict[str, Any]]:
    """Type and judge a mapping against a registered schema; `default` is where a fault of the whole stands."""
    schema = _SCHEMAS[name]
    if not isinstance(value, dict):
        span = place(spans, (), default)
        return Checked({}, (Diagnostic(span, "DG203", Severity.ERROR, "the file is not a mapping of keys to values", "write 'key: value' lines"),))
    typed, misread = type_quantities(value, {"type": "dict", "schema": schema}, (), spans, default)
    judge = _judge(name)
    judge.validate(typed, normalize=False)
    unread = {diagnostic.span for diagnostic in misread}
    faults = tuple(
        diagnostic
        for error in _flatten(judge._errors)
        if (diagnostic := _placed(error, schema, spans, keys, default)).span not in unread or diagnostic.code != "DG203"
    )
    return Checked(typed, misread + faults)


def _flatten(errors: Any) -> list[Any]:
    flat: list[Any] = []
    for error in errors:
        if error.child_errors:
            flat.extend(_flatten(error.child_errors))
        else:
            flat.append(error)
    return flat


def _placed(error: Any, schema: dict[str, Field], spans: Spans, keys: Spans, default: Span) -> Diagnostic:
    path: Path = tuple(error.document_path)
    here = dotted(path)
    at = place(spans, path, default)

    def fault(code: str, message: str, hint: str = "", span: Span = at) -> Diagnostic:
        return Diagnostic(span, code, Severity.ERROR, message, hint)

    match (error.code, error.rule):
        case cerberus_errors.UNKNOWN_FIELD:
            known = _fields(schema, path[:-1])
            hint = nearest(str(path[-1]), known) or "known keys: " + ", ".join(sorted(known)[:12])
            return fault("DG201", f"unknown key {str(path[-1])!r}", hint, keys.get(path, at))
        case cerberus_errors.REQUIRED_FIELD:
            field = _fields(schema, path[:-1]).get(str(path[-1]), {})
            meta = field.get("meta", {})
            parent = keys.get(path[:-1]) or place(spans, path[:-1], default)
            example = f", as in '{path[-1]}: {meta['example']}'" if "example" in meta else ""
            return fault("DG202", f"{here} is missing", f"add {meta.get('title', 'it')}{example}", parent)
        case cerberus_errors.BAD_TYPE:
            expected = _NAMES.get(error.constraint, error.constraint)
            return fault("DG203", f"{here} is not {expected}", f"write {expected}")
        case cerberus_errors.UNALLOWED_VALUE:
            allowed = [str(word) for word in error.constraint]
            return fault("DG205", f"{here}: {error.value!r} is not allowed", nearest(str(error.value), allowed) or "one of: " + ", ".join(allowed))
        case cerberus_errors.MIN_VALUE:
            return fault("DG206", f"{here} is less than {error.constraint}", f"write a value from {error.constraint}")
        case cerberus_errors.MAX_VALUE:
            return fault("DG206", f"{here} is more than {error.constraint}", f"write a value up to {error.constraint}")
        case cerberus_errors.MIN_LENGTH:
            return fault("DG206", f"{here} has fewer than {error.constraint} items", "add the missing items")
        case cerberus_errors.MAX_LENGTH:
            return fault("DG206", f"{here} is longer than {error.constraint}", "make it shorter")
        case cerberus_errors.EMPTY_NOT_ALLOWED | cerberus_errors.NOT_NULLABLE:
            return fault("DG207", f"{here} is empty", "write a value, or remove the key where it is optional")
        case cerberus_errors.REGEX_MISMATCH:
            meta = _field_at(schema, path).get("meta", {})
            example = f"as in {meta['example']!r}" if "example" in meta else f"expected form: {error.constraint}"
            return fault("DG208", f"{here}: {error.value!r} does not have the form of {meta.get('title', 'its field')}", example)
    if error.code == cerberus_errors.CUSTOM.code:  # what `units`, `least` and `most` report
        message = str(error.info[0])
        return fault("DG206", f"{here} {message}", "write it in one of these units" if message.startswith("is not in") else "the schema sets this limit")
    return fault("DG203", f"{here} does not fit its schema ({error.rule})")


def _field_at(schema: dict[str, Field], path: Path) -> Field:
    field: Field = {"type": "dict", "schema": schema}
    for step in path:
        if isinstance(step, int):
            field = field.get("schema", {})
        elif "schema" in field and isinstance(field["schema"], dict) and step in field["schema"]:
            field = field["schema"][step]
        else:
            field = field.get("valuesrules", {})
    return field


def _fields(schema: dict[str, Field], path: Path) -> dict[str, Field]:
    found = _field_at(schema, path).get("schema", {})
    return found if isinstance(found, dict) else {}
