"""What changed, in the short and plain form that a lock keeps and a change log tells. Pure functions.

A lock must tell it without git's objects, to the byte, for as long as it is kept: so the words that changed are kept with
some words around them.
"""

import re
from collections.abc import Iterator

from docgen.history.words import excerpt
from docgen.model.changes import Changes, ClauseChange, Kind, Note, Op, Run, ValueChange

VALUE = "value"

_MARKS = {Op.REMOVED: ("[-", "-]"), Op.ADDED: ("{+", "+}")}
_SIGN = re.compile(r"\\|\[-|-\]|\{\+|\+\}")
_PART = re.compile(r"\[-((?:\\.|[^\\])*?)-\]|\{\+((?:\\.|[^\\])*?)\+\}|((?:\\.|[^\\[{]|\[(?!-)|\{(?!\+))+)", re.DOTALL)


def notes(changes: Changes) -> tuple[Note, ...]:
    """Each change, clauses first; what only follows from values (`computed.…`) is left out."""
    told = tuple(_clause(change) for change in changes.clauses)
    return told + tuple(_value(change) for change in changes.values if not change.path.startswith("computed."))


def _clause(change: ClauseChange) -> Note:
    old, new = change.old_number, change.new_number
    if change.kind is Kind.POSITION:
        old, new = change.old_position, change.new_position
    elif change.kind is Kind.RETITLED:
        old, new = change.old_title, change.title
    compared = change.kind in (Kind.CHANGED, Kind.POSITION)
    words = marked(excerpt(change.runs)) if compared else ""
    return Note(change.kind.value, change.clause, change.title, change.change, change.document, old, new, words)


def _value(change: ValueChange) -> Note:
    return Note(VALUE, change.path, change.title, change.change, "", change.old, change.new)


def marked(runs: tuple[Run, ...]) -> str:
    """Runs as one text: `ten [-days-]{+weeks+}`."""
    return "".join(_one(run) for run in runs)


def _one(run: Run) -> str:
    text = _SIGN.sub(lambda match: "\\" + match[0], run.text)
    before, after = _MARKS.get(run.op, ("", ""))
    return f"{before}{text}{after}"


def unmarked(text: str) -> tuple[Run, ...]:
    """The runs of a text that `marked` made."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    for match in _PART.finditer(text):
        removed, added, same = match.groups()
        op, part = (Op.REMOVED, removed) if removed is not None else (Op.ADDED, added) if added is not None else (Op.SAME, same)
        yield Run(op, re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL))
