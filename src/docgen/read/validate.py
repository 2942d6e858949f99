"""Hold a YAML document against a schema: quantities are typed, then the schema is applied, and each fault gets its place.

Faults: DG201 unknown key, DG202 missing field, DG203 wrong type, DG204 not the quantity expected, DG205 not one of
the allowed words, DG206 outside its limits, DG207 empty, DG208 a text that does not have the expected form.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from docgen.read.fit import READERS, fits
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import child, each, whole
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import WRONG_QUANTITY, WRONG_TYPE
from docgen.text.quantities import Misread
from docgen.text.source import Span
from docgen.text.yamltext import Path, dotted, place

Spans = Mapping[Path, Span]


def type_quantities(value: Any, field: Field, path: Path, spans: Spans, default: Span) -> Checked[Any]:
    """Replace the text of each quantity by the quantity; a text that cannot be read stays and is reported (DG204)."""
    diagnostics: list[Diagnostic] = []

    def walk(value: Any, field: Field, path: Path) -> Any:
        kind = field.get("type", "")
        if kind == "string" and type(value) is str:  # most values of most files
            return value
        if isinstance(value, dict) and kind == "dict":
            return {
                key: part if (inner := child(field, key)) is None else walk(part, inner, (*path, key))
                for key, part in value.items()
            }
        if isinstance(value, list) and kind == "list" and (item := each(field)) is not None:
            return [walk(part, item, (*path, index)) for index, part in enumerate(value)]
        if kind in READERS and isinstance(value, str):
            read = READERS[kind](value)
            if isinstance(read, Misread):
                diagnostics.append(
                    WRONG_QUANTITY.at(
                        place(spans, path, default), f"{dotted(path)}: {value!r} {read.message}", read.hint
                    )
                )
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


def validate(
    schema: Mapping[str, Field], value: Any, spans: Spans, keys: Spans, default: Span
) -> Checked[dict[str, Any]]:
    """Type and check a mapping against the fields of a schema; `default` is the place of a fault of the whole."""
    if not isinstance(value, dict):
        span = place(spans, (), default)
        return Checked(
            {},
            (WRONG_TYPE.at(span, "the file is not a mapping of keys to values", "write 'key: value' lines"),),
        )
    typed, misread = type_quantities(value, whole(schema), (), spans, default)
    settled = {key for key, part in typed.items() if key in schema and fits(part, schema[key])}
    if (
        not misread
        and len(settled) == len(typed)
        and all(key in typed for key, field in schema.items() if field.get("required"))
    ):
        return Checked(typed)
    # only a fault needs Cerberus, whose import takes longer than all checks
    from docgen.read.schema_faults import faults

    unread = {diagnostic.span for diagnostic in misread}
    found = faults(schema, typed, spans, keys, default, settled)
    return Checked(
        typed,
        (*misread, *(fault for fault in found if fault.code != WRONG_TYPE.code or fault.span not in unread)),
    )
