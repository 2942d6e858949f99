"""Reads a locale file (`templates/locales/<code>.yaml`).

Faults: those of YAML (DG1xx), those of `read/validate.py` (DG2xx), DG221 (a message that is not text, has a broken
placeholder, or is no pattern where one is needed).
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from docgen.model.locale import PLACEHOLDER, Locale
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.text.faults import BAD_MESSAGE
from docgen.text.source import Source, Span
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
            **dict.fromkeys(("currencies", "elisions", "ordinals"), _TABLE),
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
    "checks": {"type": "dict", "valuesrules": _WORDS},
}


def read_locale(source: Source) -> Checked[Locale | None]:
    """The locale of a file, or None where a fault makes it unusable."""
    document, faults = load(source)
    if has_errors(faults):
        return Checked(None, faults)
    value, misfits = validate(SCHEMA, document.value, document.spans, document.keys, Span(source.path))
    words = value.get("words")
    faults += misfits + tuple(
        _message_faults(document, words, ("words",)) if isinstance(words, Mapping) else ()
    )
    if has_errors(faults):
        return Checked(None, faults)
    locale = Locale(
        code=value["code"],
        cldr=value["cldr"],
        typography=Typography(**{field: _frozen(rule) for field, rule in value["typography"].items()}),
        spelling=Spelling(**{field: _frozen(rule) for field, rule in value["spelling"].items()}),
        words=MappingProxyType(dict(_messages(value["words"], ""))),
        checks=MappingProxyType(
            {name: tuple(listed) for name, listed in (value.get("checks") or {}).items()}
        ),
        path=source.path,
    )
    return Checked(locale, faults)


def _frozen(rule: Any) -> Any:
    """A list or table of the file as a tuple; a table and a list of two fields are pairs."""
    if isinstance(rule, Mapping):
        return tuple(rule.items())
    if isinstance(rule, list):
        return tuple(_pair(item) if isinstance(item, Mapping) else item for item in rule)
    return rule


def _pair(item: Mapping[str, str]) -> tuple[str, ...]:
    """The two fields of an item in the order of the model, whatever their order in the file."""
    return tuple(item[name] for name in ("signs", "open", "space", "close") if name in item)


def _messages(words: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """Dotted key and message, from nested tables."""
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from _messages(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _message_faults(document: YamlDocument, words: Mapping[str, Any], path: Path) -> Iterator[Diagnostic]:
    for key, value in words.items():
        place = (*path, key)
        if isinstance(value, Mapping):
            yield from _message_faults(document, value, place)
        elif not isinstance(value, str):
            yield _fault(document, place, "is not text", "write it in quotes")
        elif path == _PATTERNS:
            problem, hint = _pattern_fault(value)
            if problem:
                yield _fault(document, place, problem, hint)
        elif set(PLACEHOLDER.sub("", value)) & set("{}"):
            yield _fault(
                document, place, "has a broken placeholder", "write a lower-case name in braces: '{count}'"
            )


_PATTERNS: Path = ("words", "judging")
_LONG = re.compile(r"(?<!\\)(?:\\\\)*[).][*+{]")  # a group, or any sign, again and again


def _pattern_fault(text: str) -> tuple[str, str]:
    """Why a text is no pattern that rules can put among their own, and the remedy; '' when it is one.

    A group that repeats makes the time grow with the square of a text, or worse (CWE-1333).
    """
    try:
        pattern = re.compile(f"(?:{text})", re.IGNORECASE)
    except re.error as error:
        return f"is no pattern: {error.msg}", "write a regular expression of Python"
    if pattern.groups:
        return "has a group of its own", "write (?:…) for (…)"
    if _LONG.search(text):
        return "repeats a group or any sign", "list the words, and repeat single signs only"
    if pattern.match(""):
        return "matches the empty text", "take out the empty alternative"
    return "", ""


def _fault(document: YamlDocument, path: Path, message: str, hint: str) -> Diagnostic:
    return BAD_MESSAGE.at(document.at(path), f"message {path[-1]!r} {message}", hint)
