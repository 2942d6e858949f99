"""JSON Schemas (2020-12) of the files of a workspace, made from the schemas that docgen itself checks with.

An editor completes and checks with them while one types. A quantity is a string with the pattern that docgen reads;
limits that JSON Schema cannot say of such a string stand in its description.
"""

from collections.abc import Mapping
from typing import Any

from docgen.read.schemas.clause import MASTER
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field
from docgen.read.schemas.outline import OUTLINE
from docgen.read.schemas.workspace import WORKSPACE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NUMBER = "([0-9]{1,3}([ \\u00a0\\u202f][0-9]{3})+|[0-9]+)([.,][0-9]+)?"
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
_QUANTITIES = {
    "money": f"^{_NUMBER}[ \\u00a0\\u202f]*(€|[A-Z]{{3}})$",
    "percent": f"^{_NUMBER}[ \\u00a0\\u202f]*%$",
    "timespan": "^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$",
    "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "month": "^[0-9]{4}-(0[1-9]|1[0-2])$",
}
_PLAIN = {"string": "string", "boolean": "boolean", "integer": "integer", "number": "number"}

SCHEMAS: Mapping[str, tuple[str, dict[str, Field], bool]] = {
    "engagement": ("docgen: engagement", ENGAGEMENT, False),
    "workspace": ("docgen: docgen.yaml", WORKSPACE, True),
    "outline": ("docgen: outline", OUTLINE, True),
    "clause": ("docgen: front matter of a clause", MASTER, True),
}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file. Parts and house terms make an engagement, so nothing is required there."""
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
    schema = {"title": meta.get("title", ""), **_shape(field, whole)}
    described = _limits(field)
    if described:
        schema["description"] = described
    if "example" in meta and field["type"] not in ("dict", "list"):
        schema["examples"] = [meta["example"]]
    return schema


def _shape(field: Field, whole: bool) -> dict[str, Any]:
    kind = field["type"]
    if kind == "dict":
        if "schema" in field:
            return _mapping(field["schema"], whole)
        if "valuesrules" in field:
            return {"type": "object", "additionalProperties": _field(field["valuesrules"], True)}
        return {"type": "object"}
    if kind == "list":
        # Items of a list are whole: parts are laid over one another by key, never inside a list.
        bounds = {"minItems": field.get("minlength"), "maxItems": field.get("maxlength")}
        return {"type": "array", "items": _field(field["schema"], True), **{key: value for key, value in bounds.items() if value}}
    if kind == "duration":
        words = "|".join(_UNITS[unit] for unit in field.get("units") or _UNITS)
        return {"type": "string", "pattern": f"^[0-9]{{1,7}}[ \\u00a0\\u202f]*({words})$"}
    if kind in _QUANTITIES:
        return {"type": "string", "pattern": _QUANTITIES[kind]}
    schema: dict[str, Any] = {"type": _PLAIN[kind]}
    if kind == "string":
        # A number that stands for a text (a postcode) is read as text.
        if "allowed" not in field:
            schema["type"] = ["string", "number"]
        schema["minLength"] = 1
        if "regex" in field:
            schema["pattern"] = f"^({field['regex']})$"
        if "maxlength" in field:
            schema["maxLength"] = field["maxlength"]
    if "allowed" in field:
        schema["enum"] = field["allowed"]
    for rule, keyword in (("min", "minimum"), ("max", "maximum")):
        if rule in field:
            schema[keyword] = field[rule]
    if kind == "number":
        for rule, keyword in (("least", "minimum"), ("most", "maximum")):
            if rule in field:
                schema[keyword] = float(field[rule]) if "." in field[rule] else int(field[rule])
    return schema


def _limits(field: Field) -> str:
    """What a person may want to know of a field beside its title."""
    meta = field.get("meta", {})
    said = []
    if "units" in field:
        said.append("units: " + ", ".join(unit.replace("_", " ") + "s" for unit in field["units"]))
    if "least" in field:
        said.append(f"at least {field['least']}")
    if "most" in field:
        said.append(f"at most {field['most']}")
    if "refers" in field:
        said.append(f"names a {field['refers']}")
    if "change" in meta:
        said.append(f"class of a change: {meta['change']}")
    return "; ".join(said)
