"""Reads a locale file (`templates/locales/<code>.yaml`).

Faults: those of YAML (DG1xx), DG220 (a field that is missing, unknown or of another type), DG221 (a message
that is not text, or has a broken placeholder).
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from cerberus import Validator

from docgen.model.locale import PLACEHOLDER, Locale
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors
from docgen.text.source import Source
from docgen.text.spelling import Spelling
from docgen.text.typography import Typography
from docgen.text.yamltext import Path, YamlDocument, load

_TEXT = {"type": "string"}
_WORDS = {"type": "list", "schema": {"type": "string", "empty": False}}
_TABLE = {"type": "dict", "valuesrules": {"type": "string"}}


def _pairs(first: str, second: str) -> dict[str, Any]:
    fields = {first: {**_TEXT, "required": True, "empty": False}, second: {**_TEXT, "required": True}}
    return {"type": "list", "schema": {"type": "dict", "schema": fields}}


SCHEMA: dict[str, Any] = {
    "code": {**_TEXT, "required": True, "regex": "[a-z]{2}"},
    "cldr": {**_TEXT, "required": True, "regex": "[a-z]{2}(_[A-Z]{2})?"},
    "typography": {
        "type": "dict",
        "required": True,
        "schema": {
            "before": _pairs("signs", "space"),
            "after": _pairs("signs", "space"),
            "quotes": _pairs("open", "close"),
            **dict.fromkeys(("apostrophe", "ellipsis", "dash", "group", "decimal", "hour"), _TEXT),
            **dict.fromkeys(
                ("abbreviations", "units", "nouns", "months", "binders", "titles", "raised"), _WORDS
            ),
            **dict.fromkeys(("currencies", "ordinals"), _TABLE),
        },
    },
    "spelling": {
        "type": "dict",
        "required": True,
        "schema": {
            "language": {**_TEXT, "required": True},
            **dict.fromkeys(("joiner", "point", "minus"), _TEXT),
            "digit_by_digit": {"type": "boolean"},
            "feminine": _TABLE,
        },
    },
    "words": {"type": "dict", "required": True},
}


def read_locale(source: Source) -> Checked[Locale | None]:
    """The locale of a file, or None where a fault makes it unusable."""
    document, faults = load(source)
    if has_errors(faults):
        return Checked(None, faults)
    faults += tuple(_schema_faults(document))
    if has_errors(faults):
        return Checked(None, faults)
    value = document.value
    words = MappingProxyType(dict(_messages(value["words"], "")))
    locale = Locale(
        code=value["code"],
        cldr=value["cldr"],
        typography=Typography(**{field: _frozen(rule) for field, rule in value["typography"].items()}),
        spelling=Spelling(**{field: _frozen(rule) for field, rule in value["spelling"].items()}),
        words=words,
    )
    return Checked(locale, faults)


def _frozen(rule: Any) -> Any:
    """A list or table of the file as a tuple; a table and a list of two fields are pairs."""
    if isinstance(rule, Mapping):
        return tuple(rule.items())
    if isinstance(rule, list):
        return tuple(tuple(item.values()) if isinstance(item, Mapping) else item for item in rule)
    return rule


def _messages(words: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """Dotted key and message, from nested tables."""
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from _messages(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _schema_faults(document: YamlDocument) -> Iterator[Diagnostic]:
    validator = Validator(SCHEMA)
    if not isinstance(document.value, Mapping):
        yield _fault(document, (), "DG220", "a locale is a table of fields")
        return
    validator.validate(document.value, normalize=False)
    for path, message in _places(validator._errors):
        yield _fault(document, path, "DG220", message)
    if isinstance(document.value.get("words"), Mapping):
        for path, message in _message_faults(document.value["words"], ("words",)):
            yield _fault(document, path, "DG221", message)


def _places(errors: Iterable[Any]) -> Iterator[tuple[Path, str]]:
    """The path of each of Cerberus's errors, and what is wrong there."""
    for error in errors:
        if error.child_errors:
            yield from _places(error.child_errors)
            continue
        name = _name(error.document_path)
        if error.rule == "required":
            yield error.document_path, f"field {name} is missing"
        elif error.rule is None:
            yield error.document_path, f"unknown field {name}"
        elif error.rule == "type":
            yield error.document_path, f"{name} is not {_KINDS[error.constraint]}"
        else:
            yield error.document_path, f"{name} does not satisfy {error.rule} {error.constraint}"


_KINDS = {"string": "text", "list": "a list", "dict": "a table", "boolean": "true or false"}


def _name(path: Path) -> str:
    *_, parent, last = ("", *path)
    return f"item {last + 1} of {parent!r}" if isinstance(last, int) else repr(last)


def _message_faults(words: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, str]]:
    for key, value in words.items():
        place = (*path, key)
        if isinstance(value, Mapping):
            yield from _message_faults(value, place)
        elif not isinstance(value, str):
            yield place, f"message {key!r} is not text"
        elif set(PLACEHOLDER.sub("", value)) & set("{}"):
            yield place, f"message {key!r} has a broken placeholder"


def _fault(document: YamlDocument, path: Path, code: str, message: str) -> Diagnostic:
    place = document.key(path) if message.startswith("unknown") else document.at(path)
    return Diagnostic(place, code, Severity.ERROR, message, _HINTS[code])


_HINTS = {
    "DG220": "compare with the other locale files: each has the same fields",
    "DG221": "a message is quoted text; a value in it is a lower-case name in braces, as in '{count}'",
}
