"""Read the parts of a clause's text beside prose: values `{{ … }}` and references `[[ … ]]`.

A value is a dotted path into the engagement and filters, nothing else: no call, no arithmetic, no statement, so that
the reviewed text is the printed one, and a clause can neither read a file nor loop. Nothing is ever run.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docgen.assemble.expression import Expression, read
from docgen.model.clause import Clause
from docgen.text.source import Span

FILTERS: Mapping[str, str] = {
    "words": "words and figures",
    "count": 'a noun that agrees with its number: count("un audit", "# audits")',
    "list": "a list within a sentence",
    "items": "a list, one item below another",
    "articles": "the numbers of articles",
}
"""The filters that print a value, by name, with a description."""

_FIELD = re.compile(
    r"\{\{(.{0,500}?)\}\}|\[\[(.{0,500}?)\]\]", re.DOTALL
)  # a mark is short: one left open is not sought to the end
_TARGET = re.compile(r"(?:(article|document):)?([A-Za-z0-9._-]+)(\|number)?")
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_PLAIN = re.compile(rf"({_NAME}(?:\.{_NAME})*)((?:\s*\|\s*(?:words|list|items|articles))*)")
_KEYWORDS = frozenset(
    ["and", "else", "false", "False", "if", "in", "is", "none", "None", "not", "or", "true", "True"]
)
_MOST = 200


@dataclass(frozen=True, slots=True)
class ValueField:
    """`{{ path | filters }}` in a clause, with the forms of `count`; `fault` says why it cannot be read, '' when it can."""

    start: int
    end: int
    span: Span
    path: tuple[str, ...]
    filters: tuple[str, ...]
    forms: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceField:
    """`[[target]]` in a clause: `kind` is `clause`, `article` or `document`."""

    start: int
    end: int
    span: Span
    kind: str
    target: str
    bare: bool
    fault: str = ""


Field = ValueField | ReferenceField


def fields(clause: Clause) -> Iterator[Field]:
    """Every value and reference of a clause's text, in order; offsets are those of its `source`."""
    source = clause.source
    for match in _FIELD.finditer(source.text, clause.body):
        start, end = match.span()
        span = source.span(start, end)
        if match[1] is not None:
            yield ValueField(start, end, span, *read_expression(match[1].strip()))
            continue
        target = _TARGET.fullmatch(match[2].strip())
        if target is None:
            yield ReferenceField(start, end, span, "clause", match[2].strip(), False, "is not a reference")
        else:
            yield ReferenceField(start, end, span, target[1] or "clause", target[2], target[3] is not None)


@lru_cache(maxsize=4096)  # three of four expressions come again: a fifteenth of a check
def read_expression(text: str) -> Expression:
    """Path, filters and forms of an expression, and why it is none ('' when it is one)."""
    if not text or len(text) > _MOST:
        return Expression(fault="is not a value")
    plain = _PLAIN.fullmatch(text)
    if plain is None or plain[1].partition(".")[0] in _KEYWORDS:
        return read(text, FILTERS)
    return Expression(tuple(plain[1].split(".")), tuple(name.strip() for name in plain[2].split("|")[1:]))
