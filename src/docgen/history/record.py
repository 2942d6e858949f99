"""Changes in the short and plain form that a lock keeps and a change log prints. Pure functions.

A lock must tell it without git's objects, to the byte, for as long as it is kept: so the words that changed are kept with
some words around them.
"""

from docgen.history.words import excerpt
from docgen.model.changes import Changes, ClauseChange, Kind, Note, ValueChange
from docgen.model.markup import marked

VALUE = "value"


def notes(changes: Changes) -> tuple[Note, ...]:
    """Each change, clauses first; values computed from others (`computed.…`) are left out."""
    clauses = tuple(_clause(change) for change in changes.clauses)
    return clauses + tuple(
        _value(change) for change in changes.values if not change.path.startswith("computed.")
    )


def _clause(change: ClauseChange) -> Note:
    old = new = ""
    match change.kind:
        case Kind.MOVED:
            old, new = change.old_number, change.new_number
        case Kind.POSITION:
            old, new = change.old_position, change.new_position
        case Kind.RETITLED:
            old, new = change.old_title, change.title
    number = change.new_number or change.old_number
    compared = change.kind in (Kind.CHANGED, Kind.POSITION)
    words = marked(excerpt(change.runs)) if compared else ""
    return Note(
        change.kind.value,
        change.clause,
        change.title,
        change.change,
        change.document,
        number,
        old,
        new,
        words,
    )


def _value(change: ValueChange) -> Note:
    return Note(VALUE, change.path, change.title, change.change, old=change.old, new=change.new)
