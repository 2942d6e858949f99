"""JSON, for programs: the values of the review as they are; no words of any language but those of the workspace."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from docgen.model.changes import ChangeClass
from docgen.model.condition import All, Condition, Either, Equals, Fact, Not
from docgen.model.review import ClauseReview, Review, ValueReview
from docgen.render.review_words import Words
from docgen.text.diagnostics import Diagnostic


def show(review: Review, words: Words, colour: bool) -> str:
    """One object: base, head, clauses, values, files, touched, diagnostics, and the counts that a gate asks for."""
    counts = {
        **{name.value: review.of_class(name) for name in ChangeClass},
        "unapproved": len(review.unapproved),
        "errors": len(review.errors),
        "signed": sum(touched.amendment for touched in review.touched),
    }
    return (
        json.dumps(
            {
                **{entry.name: _plain(getattr(review, entry.name)) for entry in fields(review)},
                "counts": counts,
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _plain(value: object) -> object:
    if isinstance(value, Diagnostic):
        span = value.span
        place = {"path": span.path, "line": span.line, "column": span.column, "end_column": span.end_column}
        return {
            **place,
            "code": value.code,
            "severity": value.severity.label,
            "message": value.message,
            "hint": value.hint,
        }
    if isinstance(value, Fact | Equals | Not | All | Either):
        return _condition(value)
    if is_dataclass(value) and not isinstance(value, type):
        entries = {entry.name: _plain(getattr(value, entry.name)) for entry in fields(value)}
        if isinstance(value, ClauseReview):
            return {**entries, "added": value.added, "removed": value.removed}
        return {**entries, "favours": value.favours or ""} if isinstance(value, ValueReview) else entries
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _condition(condition: Condition) -> str:
    """A condition as it is written in front matter."""
    match condition:
        case Fact(path):
            return ".".join(path)
        case Equals(path, word):
            return f"{'.'.join(path)} == {word!r}"
        case Not(operand):
            return f"not {_inner(operand)}"
        case All(operands):
            return " and ".join(map(_inner, operands))
        case Either(operands):
            return " or ".join(map(_inner, operands))


def _inner(condition: Condition) -> str:
    text = _condition(condition)
    return f"({text})" if isinstance(condition, All | Either) else text
