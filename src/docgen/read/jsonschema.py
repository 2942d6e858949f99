"""JSON Schemas (2020-12) of the files of a workspace, made from the schemas that docgen itself checks with.

An editor completes and checks with them while one types. They find what docgen finds, except what JSON Schema cannot
express: limits of a quantity (they are in its description), hours that end before they start, and fields missing in an
engagement, which may come from another part or from the default terms.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docgen.read.locale import SCHEMA as LOCALE
from docgen.read.schemas.clause import MASTER, VARIANT
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field
from docgen.read.schemas.measures import MEASURES
from docgen.read.schemas.outline import OUTLINE
from docgen.read.schemas.walk import each, parts
from docgen.read.schemas.workspace import WORKSPACE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SPACE = "[ \\u00a0\\u202f]"
_NUMBER = f"([0-9]{{1,3}}({_SPACE}[0-9]{{3}})+|[0-9]+)([.,][0-9]+)?"
_UNITS = {
    "minute": "min|minutes?",
    "hour": "h|hours?",
    "day": "d|(calendar )?days?",
    "business_day": "business days?",
    "working_day": "working days?",
    "week": "weeks?",
    "month": "months?",
    "year": "years?",
}
_HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]"
_YEAR, _MONTH, _DAY = "[0-9]{4}", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_QUANTITIES = {
    "money": f"^{_NUMBER}{_SPACE}*(€|[A-Z]{{3}})$",
    "percent": f"^{_NUMBER}{_SPACE}*%$",
    "timespan": f"^{_HOUR}-({_HOUR}|24:00)$",
    "date": f"^{_YEAR}-{_MONTH}-{_DAY}$",
    "month": f"^{_YEAR}-{_MONTH}$",
}
_MOST_DIGITS = 18  # of a whole number that is read as one


class FileKind(NamedTuple):
    """A kind of file: its title, its fields, and whether one file holds all that is required."""

    title: str
    fields: Mapping[str, Field]
    whole: bool = True


SCHEMAS: Mapping[str, FileKind] = {
    "engagement": FileKind(
        "docgen: engagement, one of its parts, or the default terms", ENGAGEMENT, whole=False
    ),
    "workspace": FileKind("docgen: docgen.yaml", WORKSPACE),
    "outline": FileKind("docgen: outline", OUTLINE),
    "clause": FileKind("docgen: front matter of a clause", MASTER),
    "clause-variant": FileKind("docgen: front matter of a fallback position or a translation", VARIANT),
    "locale": FileKind("docgen: locale", LOCALE),
    "measures": FileKind("docgen: measures of a month", MEASURES),
}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file. Parts and default terms make an engagement, so nothing is required there."""
    title, fields, whole = SCHEMAS[name]
    return {"$schema": DIALECT, "title": title, **_mapping(fields, whole)}


def _mapping(fields: Mapping[str, Field], whole: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _field(field, whole) for name, field in fields.items()},
    }
    required = [name for name, field in fields.items() if field.get("required")]
    if whole and required:
        schema["required"] = required
    return schema


def _field(field: Field, whole: bool) -> dict[str, Any]:
    meta = field.get("meta", {})
    schema = {**({"title": meta["title"]} if "title" in meta else {}), **_shape(field, whole)}
    described = "; ".join(_limits(field))
    if described:
        schema["description"] = described
    if "example" in meta and field["type"] not in ("dict", "list"):
        schema["examples"] = [_number(meta["example"]) if field["type"] == "number" else meta["example"]]
    return schema


def _shape(field: Field, whole: bool) -> dict[str, Any]:
    match field["type"]:
        case "dict":
            return _table(field, whole)
        case "list":
            return _list(field)
        case "duration":
            words = "|".join(_UNITS[unit] for unit in field.get("units") or _UNITS)
            return {"type": "string", "pattern": f"^[0-9]{{1,7}}{_SPACE}*({words})$"}
        case "string":
            return _text(field)
        case "boolean":
            return {"type": "boolean"}
        case "integer" | "number" as kind:
            limits = {
                "minimum": field.get("min", field.get("least")),
                "maximum": field.get("max", field.get("most")),
            }
            return {
                "type": kind,
                **{keyword: _number(limit) for keyword, limit in limits.items() if limit is not None},
            }
        case kind:
            return {"type": "string", "pattern": _QUANTITIES[kind]}


def _table(field: Field, whole: bool) -> dict[str, Any]:
    if "valuesrules" in field:
        return {"type": "object", "additionalProperties": _field(each(field) or {}, True)}
    if "schema" not in field:
        return {"type": "object"}
    schema = _mapping(parts(field), whole)
    meta = field.get("meta", {})
    if "one_of" in meta:
        schema["oneOf"] = [{"required": [name]} for name in meta["one_of"]]
    if "needs" in meta:
        schema["dependentRequired"] = meta["needs"]
    return schema


def _list(field: Field) -> dict[str, Any]:
    """Items of a list are whole: parts are laid over one another by key, never inside a list."""
    bounds = {"minItems": field.get("minlength"), "maxItems": field.get("maxlength")}
    return {
        "type": "array",
        "items": _field(each(field) or {}, True),
        **{key: value for key, value in bounds.items() if value},
    }


def _text(field: Field) -> dict[str, Any]:
    if "allowed" in field:
        return {"type": "string", "enum": field["allowed"]}
    schema: dict[str, Any] = {"type": "string"}
    if field.get("empty") is False:
        schema["minLength"] = 1
    if "maxlength" in field:
        schema["maxLength"] = field["maxlength"]
    if "regex" not in field:
        return {**schema, "type": ["string", "number"]}
    return {**schema, "pattern": f"^({field['regex']})$", **_numbers(field["regex"])}


def _numbers(pattern: str) -> dict[str, Any]:
    """The schema to add where numbers are read as text of this form: a postcode without quotes."""
    lengths = [length for length in range(1, _MOST_DIGITS + 1) if re.fullmatch(pattern, "1" * length)]
    if not lengths:
        return {}
    least = 10 ** (lengths[0] - 1) if lengths[0] > 1 else 0
    return {"type": ["string", "integer"], "minimum": least, "maximum": 10 ** lengths[-1] - 1}


def _number(limit: str | int) -> int | float:
    """A limit as JSON has it: JSON knows no decimals but floats, and nothing is computed with it."""
    return float(limit) if "." in str(limit) else int(limit)


def _limits(field: Field) -> Iterator[str]:
    """The description of a field beside its title."""
    meta = field.get("meta", {})
    if "units" in field:
        yield "units: " + ", ".join(unit.replace("_", " ") + "s" for unit in field["units"])
    if "least" in field:
        yield f"at least {field['least']}"
    if "most" in field:
        yield f"at most {field['most']}"
    if "keys" in meta:
        yield f"one entry for each {meta['keys']}"
    if "refers" in field:
        yield f"names a {field['refers']}"
    if "change" in meta:
        yield f"class of a change: {meta['change']}"
