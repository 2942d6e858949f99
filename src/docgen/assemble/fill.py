"""Read what a clause's text holds beside prose: values `{{ … }}` and references `[[ … ]]`.

A value is a dotted path into the engagement and filters, nothing else: no call, no arithmetic, no statement, so that
what was reviewed is what is printed, and a clause can neither read a file nor loop. Nothing is ever run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from docgen.model.clause import Clause
from docgen.text.source import Span

FILTERS = ("words", "list", "items", "articles")

_FIELD = re.compile(
    r"\{\{(.{0,500}?)\}\}|\[\[(.{0,500}?)\]\]", re.DOTALL
)  # a mark is short: one left open is not sought to the end
_TARGET = re.compile(r"(?:(article|document):)?([A-Za-z0-9._-]+)(\|number)?")
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_PLAIN = re.compile(rf"({_NAME}(?:\.{_NAME})*)((?:\s*\|\s*(?:{'|'.join(FILTERS)}))*)")
_KEYWORDS = frozenset(
    ["and", "else", "false", "False", "if", "in", "is", "none", "None", "not", "or", "true", "True"]
)
_MOST = 200


@dataclass(frozen=True, slots=True)
class ValueField:
    """`{{ path | filters }}` in a clause; `fault` says why it cannot be read, '' when it can."""

    start: int
    end: int
    span: Span
    path: tuple[str, ...]
    filters: tuple[str, ...]
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
            path, filters, fault = read_expression(match[1].strip())
            yield ValueField(start, end, span, path, filters, fault)
            continue
        target = _TARGET.fullmatch(match[2].strip())
        if target is None:
            yield ReferenceField(start, end, span, "clause", match[2].strip(), False, "is not a reference")
        else:
            yield ReferenceField(start, end, span, target[1] or "clause", target[2], target[3] is not None)


@lru_cache(maxsize=4096)
def read_expression(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Path and filters of an expression, and why it is none ('' when it is one)."""
    if not text or len(text) > _MOST:
        return (), (), "is not a value"
    plain = _PLAIN.fullmatch(text)
    if plain is None or plain[1].partition(".")[0] in _KEYWORDS:
        from docgen.assemble.expression import read  # its parser is not needed for a plain value

        return read(text, FILTERS)
    return tuple(plain[1].split(".")), tuple(name.strip() for name in plain[2].split("|")[1:]), ""
