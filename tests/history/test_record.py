"""The short form of changes that a lock keeps."""

import pytest

from docgen.history.record import notes
from docgen.model.changes import ChangeClass, Changes, ClauseChange, Kind, Note, Op, Run, ValueChange

RUNS = (Run(Op.SAME, "Le prix "), Run(Op.REMOVED, "est"), Run(Op.ADDED, "sera"))
CHANGE = ClauseChange(
    Kind.CHANGED, "a.b", "Titre", "contract", ChangeClass.OPERATIONAL, "1.1", "1.2", "standard", "fallback-1",
    "Ancien", RUNS,
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "old", "new", "words"),
    [
        (Kind.MOVED, "1.1", "1.2", False),
        (Kind.POSITION, "standard", "fallback-1", True),
        (Kind.RETITLED, "Ancien", "Titre", False),
        (Kind.CHANGED, "", "", True),
        (Kind.ADDED, "", "", False),
        (Kind.REMOVED, "", "", False),
    ],
)
def test_a_note_keeps_what_its_kind_changes(kind: Kind, old: str, new: str, words: bool) -> None:
    values = {name: getattr(CHANGE, name) for name in ("title", "document", "change", "old_number")}
    change = ClauseChange(
        kind, "a.b", **values, new_number="1.2", old_position="standard", new_position="fallback-1",
        old_title="Ancien", runs=RUNS,
    )  # fmt: skip
    (note,) = notes(Changes((change,)))
    assert (note.kind, note.subject, note.title, note.change) == (
        kind,
        "a.b",
        "Titre",
        ChangeClass.OPERATIONAL,
    )
    assert (note.document, note.number) == ("contract", "1.2")
    assert (note.old, note.new) == (old, new)
    assert bool(note.words) is words
    assert ("sera" in note.words) is words


def test_a_removed_clause_keeps_the_number_that_it_had() -> None:
    gone = ClauseChange(Kind.REMOVED, "a.b", "x", "contract", ChangeClass.AMENDMENT, old_number="7")
    (note,) = notes(Changes((gone,)))
    assert note.number == "7"


def test_values_follow_and_what_is_computed_is_left_out() -> None:
    values = tuple(
        ValueChange(path, "Prix", "1", "2", ChangeClass.AMENDMENT) for path in ("computed.fee", "price.fee")
    )
    clause, value = notes(Changes((CHANGE,), values))
    assert clause.subject == "a.b"
    assert value == Note("value", "price.fee", "Prix", ChangeClass.AMENDMENT, old="1", new="2")
