"""Describe a field in words: its type, units and limits, as the reference and `docgen explain` print them."""

from collections.abc import Iterator
from typing import Any

from docgen.read.schemas import governance, workspace
from docgen.read.schemas.fields import Field, name, text
from docgen.read.schemas.walk import each, inside

NAME = name("")["regex"]
LONGEST = text("")["maxlength"]  # of a text whose field sets no limit of its own
FORMS = {
    workspace._RELATIVE: "path from the root, without `..`",
    workspace._COLOUR: "colour as `#rrggbb`",
    governance.EMAIL: "e-mail address",
    governance.PHONE: "telephone number",
}
PLAIN = {
    "boolean": "flag",
    "integer": "whole number",
    "money": "amount",
    "percent": "percentage",
    "timespan": "hours",
    "dict": "mapping",
}


def title(field: Field) -> str:
    """The title of the field, '' if it has none."""
    return str(field.get("meta", {}).get("title", ""))


def example(field: Field) -> str:
    """A value as it is written in a file; '' for a field without an example, and for a mapping or a list of mappings."""
    meta = field.get("meta", {})
    if "example" not in meta or inside(field):
        return ""
    return _plain(meta["example"])


def change_class(field: Field) -> str:
    """The class of a change of the field; '' for a field with further fields, which have their own."""
    return "" if inside(field) else str(field.get("meta", {}).get("change", ""))


def gains(field: Field) -> str:
    """Who gains when the value grows: "client", "provider"; '' when it has no direction."""
    meta = field.get("meta", {})
    if "turned" not in meta:
        return str(meta.get("gains", ""))
    beside, word = meta["turned"]
    return f"{meta['gains']}; the other party where `{beside}` is `{word}`"


def values_by_path(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The values of a file as they are written, each under its dotted path. The items of a list of mappings have no path."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from values_by_path(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        if not any(isinstance(item, dict | list) for item in value):
            yield path, "; ".join(map(_plain, value))
    else:
        yield path, _plain(value)


def type_and_limits(field: Field) -> str:
    """The type of a field with its units, limits and words, such as "amount, 0 EUR or more"."""
    kind: str = field["type"]
    if kind == "list":
        item = each(field) or {}
        size = _range(field.get("minlength"), field.get("maxlength"))
        return f"list{f' ({size})' if size else ''}: {'mappings' if inside(field) else type_and_limits(item)}"
    if kind == "dict" and "valuesrules" in field:
        key = field.get("meta", {}).get("keys", "name")
        return f"for each {key}: {type_and_limits(each(field) or {})}"
    if "allowed" in field:
        return "one of " + ", ".join(f"`{word}`" for word in field["allowed"])
    if kind == "string":
        return _text(field)
    words = PLAIN.get(kind, kind)
    if "units" in field:
        words += " in " + ", ".join(unit.replace("_", " ") + "s" for unit in field["units"])
    limits = _range(field.get("min", field.get("least")), field.get("max", field.get("most"))).strip()
    return f"{words}, {limits}" if limits else words


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(field: Field) -> str:
    if field.get("regex") == NAME:
        refers = field.get("refers", "")
        return f"name of {'an' if refers[0] in 'aeiou' else 'a'} {refers}" if refers else "name"
    if "regex" in field:
        return FORMS.get(field["regex"], f"text like `{field['regex']}`")
    most = field.get("maxlength", LONGEST)
    return "text" if most == LONGEST else f"text, {most} characters at most"


def _range(least: Any, most: Any) -> str:
    if least is None:
        return f"up to {most}" if most is not None else ""
    return f"{least} or more" if most is None else f"{least} to {most}"
