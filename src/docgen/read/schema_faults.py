"""The faults of a value against its schema: found by Cerberus, with their place and message.

Faults: DG201 to DG203 and DG205 to DG208 (see `validate.py`).
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from cerberus import TypeDefinition, Validator
from cerberus import errors as cerberus_errors

from docgen.read.fit import TYPES, bound, comparable, kind_of
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import field_at, parts
from docgen.text.diagnostics import Diagnostic, nearest
from docgen.text.faults import (
    EMPTY_VALUE,
    MISSING_FIELD,
    OUTSIDE_LIMITS,
    UNKNOWN_KEY,
    WORD_NOT_ALLOWED,
    WRONG_FORM,
    WRONG_TYPE,
    FaultKind,
)
from docgen.text.quantities import Duration
from docgen.text.source import Span
from docgen.text.yamltext import Path, dotted, place

Spans = Mapping[Path, Span]

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


class SchemaValidator(Validator):  # type: ignore[misc]
    """Cerberus with docgen's types and rules.

    Cerberus would check the schema itself at each start, which takes longer than to check an engagement; our schemas
    never change while docgen runs, and a test checks each of them with Cerberus.
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
        **{
            name: TypeDefinition(name, types, () if bool in types else (bool,))
            for name, types in TYPES.items()
        },
    }

    def _validate_units(self, units: Any, field: str, value: Any) -> None:
        """{'type': 'list'}"""
        if isinstance(value, Duration) and value.unit.value not in units:
            words = ", ".join(unit.replace("_", " ") + "s" for unit in units)
            self._error(field, f"is not in {words}")
            self._drop_remaining_rules("least", "most")

    def _validate_least(self, limit: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        self._hold(field, value, limit, Decimal.__ge__, f"is less than {limit}")

    def _validate_most(self, limit: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        self._hold(field, value, limit, Decimal.__le__, f"is more than {limit}")

    def _hold(
        self, field: str, value: Any, limit: str, fits: Callable[[Decimal, Decimal], bool], message: str
    ) -> None:
        found = comparable(value)
        if found is None:
            return
        edge = bound(kind_of(value), limit)
        if edge is not None and not fits(found, edge):
            self._error(field, message)

    def _validate_regex(self, pattern: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        if (
            isinstance(value, str) and re.fullmatch(pattern, value) is None
        ):  # Cerberus lets a last line break pass
            self._error(field, cerberus_errors.REGEX_MISMATCH)

    def _validate_refers(self, kind: Any, field: str, value: Any) -> None:
        """{'type': 'string'}"""


def faults(
    schema: Mapping[str, Field],
    value: dict[str, Any],
    spans: Spans,
    keys: Spans,
    default: Span,
    settled: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """The faults of a mapping whose quantities are typed; `default` is the place of a fault of the whole.

    The keys that are `settled` are known to fit, and are not checked again.
    """
    validator = SchemaValidator(
        {key: field for key, field in schema.items() if key not in settled}, require_all=False
    )
    validator.validate({key: part for key, part in value.items() if key not in settled}, normalize=False)
    for error in _flatten(validator._errors):
        yield _placed(error, schema, spans, keys, default)


def _flatten(errors: Any) -> list[Any]:
    flat: list[Any] = []
    for error in errors:
        if error.child_errors:
            flat.extend(_flatten(error.child_errors))
        else:
            flat.append(error)
    return flat


def _placed(error: Any, schema: Mapping[str, Field], spans: Spans, keys: Spans, default: Span) -> Diagnostic:
    path: Path = tuple(error.document_path)
    here = dotted(path)
    at = place(spans, path, default)

    def fault(kind: FaultKind, message: str, hint: str = "", span: Span = at) -> Diagnostic:
        return kind.at(span, message, hint)

    match (error.code, error.rule):
        case cerberus_errors.UNKNOWN_FIELD:
            known = parts(field_at(schema, path[:-1]) or {})
            hint = nearest(str(path[-1]), known) or "known keys: " + ", ".join(sorted(known)[:12])
            return fault(UNKNOWN_KEY, f"unknown key {str(path[-1])!r}", hint, keys.get(path, at))
        case cerberus_errors.REQUIRED_FIELD:
            field = field_at(schema, path) or {}
            meta = field.get("meta", {})
            parent = keys.get(path[:-1]) or place(spans, path[:-1], default)
            example = f", as in '{path[-1]}: {meta['example']}'" if "example" in meta else ""
            return fault(
                MISSING_FIELD, f"{here} is missing", f"add {meta.get('title', 'it')}{example}", parent
            )
        case cerberus_errors.BAD_TYPE:
            expected = _NAMES.get(error.constraint, error.constraint)
            return fault(WRONG_TYPE, f"{here} is not {expected}", f"write {expected}")
        case cerberus_errors.UNALLOWED_VALUE:
            allowed = [str(word) for word in error.constraint]
            return fault(
                WORD_NOT_ALLOWED,
                f"{here}: {error.value!r} is not allowed",
                nearest(str(error.value), allowed) or "one of: " + ", ".join(allowed),
            )
        case cerberus_errors.MIN_VALUE:
            return fault(
                OUTSIDE_LIMITS,
                f"{here} is less than {error.constraint}",
                f"write a value from {error.constraint}",
            )
        case cerberus_errors.MAX_VALUE:
            return fault(
                OUTSIDE_LIMITS,
                f"{here} is more than {error.constraint}",
                f"write a value up to {error.constraint}",
            )
        case cerberus_errors.MIN_LENGTH:
            return fault(
                OUTSIDE_LIMITS, f"{here} has fewer than {error.constraint} items", "add the missing items"
            )
        case cerberus_errors.MAX_LENGTH:
            return fault(OUTSIDE_LIMITS, f"{here} is longer than {error.constraint}", "make it shorter")
        case cerberus_errors.EMPTY_NOT_ALLOWED | cerberus_errors.NOT_NULLABLE:
            return fault(
                EMPTY_VALUE, f"{here} is empty", "write a value, or remove the key where it is optional"
            )
        case cerberus_errors.REGEX_MISMATCH:
            meta = (field_at(schema, path) or {}).get("meta", {})
            example = (
                f"as in {meta['example']!r}" if "example" in meta else f"expected form: {error.constraint}"
            )
            return fault(
                WRONG_FORM,
                f"{here}: {error.value!r} does not have the form of {meta.get('title', 'its field')}",
                example,
            )
    if error.code == cerberus_errors.CUSTOM.code:  # what `units`, `least` and `most` report
        message = str(error.info[0])
        return fault(
            OUTSIDE_LIMITS,
            f"{here} {message}",
            "write it in one of these units"
            if message.startswith("is not in")
            else "the schema sets this limit",
        )
    return fault(WRONG_TYPE, f"{here} does not fit its schema ({error.rule})")
