"""The version, the line of the history and the lock of a release, from values."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.history.lock import Input, Lock, Previous, ReleasedFile, seal_of
from docgen.history.release import Request, Step, lock_of, nothing_new, revision, step, tag_name, with_files
from docgen.history.snapshot import at_rest, snapshot
from docgen.history.version import FIRST, Version
from docgen.model.changes import ChangeClass, Changes, Level, ValueChange
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

from ..assemble.small import resolved
from .comparisons import BASE

PLACE = Span("engagements/demo/engagement.yaml", 3)
DAY = date(2026, 11, 24)
LAST = Lock(
    "demo", "DEMO-1", "1.2.3", DAY, Level.MINOR, "x", (), {}, (), {}, {}, (), {}, seal="5ea1", path="l.yaml"
)


def asked(bump: str = "auto", day: date = DAY) -> Request:
    return Request("une raison", day, bump)


def changes(level: Level) -> Changes:
    return Changes(level=level, because=f"it is {level}")


def test_the_first_release_is_one() -> None:
    taken = step(asked("minor", date(2000, 1, 1)), None, changes(Level.PATCH), PLACE)
    assert taken == (Step(FIRST, Level.MAJOR, "it is the first release"), ())
    assert str(FIRST) == "1.0.0"


@pytest.mark.parametrize(
    ("bump", "level", "version", "taken"),
    [
        ("auto", Level.PATCH, "1.2.4", Level.PATCH),
        ("auto", Level.MINOR, "1.3.0", Level.MINOR),
        ("auto", Level.MAJOR, "2.0.0", Level.MAJOR),
        ("patch", Level.PATCH, "1.2.4", Level.PATCH),
        ("minor", Level.PATCH, "1.3.0", Level.MINOR),
        ("major", Level.MINOR, "2.0.0", Level.MAJOR),
        ("major", Level.MAJOR, "2.0.0", Level.MAJOR),
    ],
)
def test_a_step_is_as_high_as_the_changes_ask_or_higher(
    bump: str, level: Level, version: str, taken: Level
) -> None:
    found, faults = step(asked(bump), LAST, changes(level), PLACE)
    assert faults == ()
    assert found is not None
    assert (str(found.version), found.level, found.because) == (version, taken, f"it is {level}")


def test_what_changed_no_text_is_a_patch() -> None:
    found, _ = step(asked(), LAST, changes(Level.NONE), PLACE)
    because = "no printed text changed, but the inputs of the pack did"
    assert found == Step(Version(1, 2, 4), Level.PATCH, because)
    refused, faults = step(asked("patch"), LAST, changes(Level.NONE), PLACE)
    assert refused is not None
    assert faults == ()


@pytest.mark.parametrize(
    ("bump", "level"), [("patch", Level.MINOR), ("patch", Level.MAJOR), ("minor", Level.MAJOR)]
)
def test_a_lower_step_is_refused(bump: str, level: Level) -> None:
    found, (fault,) = step(asked(bump), LAST, changes(level), PLACE)
    assert found is None
    assert (fault.code, fault.span, fault.severity) == ("DG609", PLACE, Severity.ERROR)
    assert fault.message == f"a {bump} release is too small a step: the changes since 1.2.3 are {level}"
    assert fault.hint == f"it is {level}; release with --bump {level} or auto"


def test_no_release_is_dated_before_the_last_one() -> None:
    found, (fault,) = step(asked(day=date(2026, 11, 23)), LAST, changes(Level.MINOR), PLACE)
    assert found is None
    assert (fault.code, fault.span) == ("DG614", PLACE)
    assert fault.message == "the release date 2026-11-23 is before that of release 1.2.3, 2026-11-24"
    assert fault.hint == "give the day of this release with --date"
    assert step(asked(), LAST, changes(Level.MINOR), PLACE).value is not None, "the same day is late enough"


def test_the_tag_of_a_release() -> None:
    assert tag_name("aurore", "1.0.0") == "aurore/v1.0.0"


def test_nothing_to_release() -> None:
    fault = nothing_new(LAST, PLACE)
    assert (fault.code, fault.span) == ("DG608", PLACE)
    assert fault.message == "nothing changed since release 1.2.3"
    assert fault.hint == "release 1.2.3 is up to date: 'docgen build demo@1.2.3'"


def test_the_line_of_the_history_gives_the_reason_of_the_whole_first() -> None:
    fee = ValueChange("price.fee", "Fee", "1", "2", ChangeClass.AMENDMENT)
    moved = Changes((), (fee,), ("contract", "sla-annex"), Level.MAJOR)
    line = revision(Step(Version(2, 0, 0), Level.MAJOR, "x"), asked(), "Jo FABLE", ("b", "a"), moved)
    assert (line.version, line.date, line.author, line.nature) == ("2.0.0", DAY, "Jo FABLE", "major")
    assert line.summary == ("une raison", "b", "a")
    assert [(note.kind, note.subject, note.old, note.new) for note in line.changes] == [
        ("value", "price.fee", "1", "2")
    ]
    assert line.documents == ("contract", "sla-annex")


def test_a_lock_holds_what_the_pack_said() -> None:
    state = at_rest(resolved(*BASE, facts="contract: {reference: DEMO-1}"))
    said = snapshot(state)
    inputs = (Input("z.md", "1", "2"), Input("a.md", "3", "4"))
    taken = Step(Version(1, 3, 0), Level.MINOR, "x")
    lock = lock_of(state, taken, asked(), LAST, (), inputs, {"zlib": "1"})
    assert (lock.engagement, lock.reference, lock.version, lock.date) == ("demo", "DEMO-1", "1.3.0", DAY)
    assert (lock.level, lock.reason, lock.engines) == (Level.MINOR, "une raison", {"zlib": "1"})
    assert lock.previous == Previous("1.2.3", "5ea1")
    assert [entry.path for entry in lock.inputs] == ["a.md", "z.md"]
    assert [clause.id for clause in lock.clauses] == ["objet.objet", "penalites.plafond"]
    assert lock.clauses == tuple(replace(clause, words=(), values=()) for clause in said.clauses)
    assert lock.values == {value.path: value.text for value in said.values}
    assert lock.documents == said.documents
    assert lock.seal == seal_of(lock) != ""
    assert lock_of(state, taken, asked(), None, (), inputs, {}).previous is None


def test_the_files_of_a_release_are_those_of_the_manifest() -> None:
    entry = {"file": "a.pdf", "kind": "contract", "title": "x", "pages": 3, "size": 9, "sha256": "ab"}
    lock = with_files(LAST, [entry])  # type: ignore[list-item]
    assert lock.files == (ReleasedFile("a.pdf", "contract", 3, 9, "ab"),)
    assert replace(lock, files=()) == LAST
