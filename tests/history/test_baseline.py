"""The names of what a released engagement keeps, and what moved on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from docgen.history.baseline import (
    Outdated,
    Upgrades,
    baseline_files,
    beside,
    moved,
    outdated,
    read_upgrades,
    subject,
    upgraded,
    upgrades_path,
    with_baseline,
    write_upgrades,
)
from docgen.history.lock import Input, Lock
from docgen.model.changes import Level
from docgen.model.clause import STANDARD, Clause, Library
from docgen.model.outline import Outline
from docgen.read.config import Config, Paths
from docgen.read.shared_context import SharedContext
from docgen.text.files import Tree
from docgen.text.source import Source

PATHS = Paths()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("clauses/penalites/plafond.fr.md", "penalites.plafond"),
        ("clauses/penalites/plafond.fallback-1.fr.md", "penalites.plafond"),
        ("clauses/penalites/plafond.en.md", "penalites.plafond"),
        ("clauses/terms.yaml", "terms"),
        ("templates/outlines/contract.yaml", "outline:contract"),
        ("templates/page/20-page.css", ""),
        ("templates/locales/fr.yaml", ""),
        ("engagements/demo/engagement.yaml", ""),
        ("docgen.yaml", ""),
        ("clauses-old/penalites/plafond.fr.md", ""),
    ],
)
def test_what_a_file_belongs_to(path: str, name: str) -> None:
    assert subject(path, PATHS) == name


def test_what_moved_on_is_told_by_clause() -> None:
    one, two, gone = "clauses/a/b.fr.md", "clauses/a/b.fallback-1.fr.md", "clauses/a/c.fr.md"
    kept = {path: Input(path, "0", "1") for path in (one, gone, "templates/outlines/x.yaml")}
    now = {one: "1", two: "9", "clauses/a/d.fr.md": "4", "templates/outlines/x.yaml": "5", "docgen.yaml": "6"}
    assert outdated(kept, now, PATHS) == (
        Outdated("a.b", (two,), "changed"),
        Outdated("a.c", (gone,), "removed"),
        Outdated("a.d", ("clauses/a/d.fr.md",), "added"),
        Outdated("outline:x", ("templates/outlines/x.yaml",), "changed"),
    )


def test_upgrades_read_as_they_were_written() -> None:
    upgrades = Upgrades(
        "1.0.0", (Input("clauses/a/b.fr.md", "0" * 40, "1" * 64), Input("clauses/a/c.fr.md", "", ""))
    )
    assert read_upgrades(Source("x.yaml", write_upgrades(upgrades))) == (upgrades, ())


def test_a_deeper_outline_and_another_file_of_the_library() -> None:
    assert subject("templates/outlines/notes.md", PATHS) == ""
    assert subject("clauses/penalites/note.txt", PATHS) == ""
    assert subject("clauses/terms.yaml.md", PATHS) == ".terms"
    assert subject("house/x/y.md", Paths(clauses="house")) == "x.y"
    assert upgrades_path("engagements/demo") == "engagements/demo/releases/upgrades.yaml"


@pytest.mark.parametrize("text", ["since: [", "since: 1.0.0\nelse: x\n", ""])
def test_upgrades_that_are_faulty_are_none(text: str) -> None:
    upgrades, faults = read_upgrades(Source("x.yaml", text))
    assert upgrades is None
    assert faults
    assert {fault.span.path for fault in faults} == {"x.yaml"}


def test_upgrades_are_written_in_the_order_of_their_paths() -> None:
    text = write_upgrades(Upgrades("1.0.0", (Input("b", "1", "2"), Input("a", "3", "4"))))
    assert text == (
        "# Written by docgen upgrade: library texts that the next version takes.\n"
        '{\n"since": "1.0.0",\n"taken": [\n'
        '{"path": "a", "blob": "3", "sha256": "4"},\n{"path": "b", "blob": "1", "sha256": "2"}\n]\n}\n'
    )


B, C, D = "clauses/a/b.fr.md", "clauses/a/c.fr.md", "clauses/a/d.fr.md"
LOCK = Lock(
    "demo", "D", "1.0.0", date(2027, 1, 1), Level.MAJOR, "x",
    (Input(C, "c", "3"), Input(B, "b", "2"), Input("engagements/demo/engagement.yaml", "e", "9")),
    {}, (), {}, {}, (), {},
)  # fmt: skip


def test_drafts_rest_on_the_last_release_and_its_upgrades() -> None:
    assert list(baseline_files(LOCK, None, PATHS).values()) == [Input(B, "b", "2"), Input(C, "c", "3")]
    taken = (Input(D, "d", "4"), Input(B, "bb", "22"), Input(C, "", ""))
    upgraded_files = baseline_files(LOCK, Upgrades("1.0.0", taken), PATHS)
    assert list(upgraded_files.items()) == [(B, Input(B, "bb", "22")), (D, Input(D, "d", "4"))]
    stale = baseline_files(LOCK, Upgrades("0.9.0", taken), PATHS)
    assert stale == baseline_files(LOCK, None, PATHS), "an upgrade of an earlier release is done with"


def test_further_upgrades_join_those_of_the_same_release() -> None:
    former = Upgrades("1.0.0", (Input(B, "bb", "22"), Input(D, "d", "4")))
    again = upgraded(LOCK, former, (Input(B, "b", "2"), Input(C, "", "")))
    assert again == Upgrades("1.0.0", (Input(C, "", ""), Input(D, "d", "4"))), (
        "what the release holds is none"
    )
    assert upgraded(LOCK, Upgrades("0.9.0", former.taken), ()) == Upgrades("1.0.0", ())
    assert upgraded(LOCK, None, former.taken) == former


def named(name: str, term: str = "") -> Clause:
    path = f"clauses/{name.replace('.', '/')}.fr.md"
    return Clause(name, "x", "fr", Source(path, ""), 0, term=term)


def outline(kind: str, built: str = "always") -> Outline:
    return Outline(kind, f"templates/outlines/{kind}.yaml", {}, 1, (), built=built)


def test_what_came_since_and_prints_nowhere_stands_beside() -> None:
    clauses = (named("a.b"), named("a.new"), named("a.mot", term="Mot"))
    library = Library({clause.id: {STANDARD: {"fr": clause}} for clause in clauses})
    outlines = (
        outline("contract"),
        outline("new"),
        outline("asked", "on-request"),
        outline("old", "on-request"),
    )
    context = SharedContext(Config("fr", "#000000", "#000000"), library, outlines, {})
    kept = {
        B: Input(B, "b", "2"),
        "templates/outlines/old.yaml": Input("templates/outlines/old.yaml", "o", "1"),
    }
    assert beside(context, kept) == {"clauses/a/new.fr.md", "templates/outlines/asked.yaml"}


@pytest.mark.parametrize(
    ("today", "another"),
    [
        ({B: "2", C: "3"}, False),
        ({B: "2", C: "3", "docgen.yaml": "9", "templates/page/x.css": "8"}, False),
        ({B: "2", C: "3", "clauses/x/beside.fr.md": "1"}, False),
        ({B: "2", C: "4"}, True),
        ({B: "2"}, True),
        ({B: "2", C: "3", D: "4"}, True),
    ],
)
def test_a_library_moved_on_when_a_pinned_text_did(today: dict[str, str], another: bool) -> None:
    kept = baseline_files(LOCK, None, PATHS)
    assert moved(kept, today, frozenset({"clauses/x/beside.fr.md"}), PATHS) is another


@dataclass(frozen=True)
class Here(Tree):
    """Files with objects of git beside them."""

    objects: Mapping[str, bytes] = field(default_factory=dict)

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        return {oid: self.objects[oid] for oid in ids if oid in self.objects}

    def former_files(self, folder: str) -> tuple[str, ...]:
        return (f"{folder}/former",)


FACTS = "engagements/demo/engagement.yaml"
HERE = Here(
    {B: b"b today", C: b"c", D: b"d", FACTS: b"x", "clauses/x/beside.fr.md": b"beside"}, {"b": b"b then"}
)


def test_a_pinned_engagement_sees_the_texts_of_its_release() -> None:
    kept = baseline_files(LOCK, None, PATHS)
    extra = frozenset({"clauses/x/beside.fr.md"})
    seen, faults = with_baseline(HERE, kept, {B: "changed", C: "3", D: "4"}, extra, PATHS)
    assert faults == ()
    assert seen.files("clauses", ".md") == (B, C, "clauses/x/beside.fr.md"), "what is new is hidden"
    assert seen.files("engagements", ".yaml") == (FACTS,)
    assert seen.files("clauses", ".md", deep=False) == ()
    assert seen.folders("clauses") == ("a", "x")
    assert [seen.read_bytes(path) for path in (B, C)] == [(b"b then", ()), (b"c", ())]
    assert [seen.read(path).value for path in (B, C)] == [Source(B, "b then"), Source(C, "c")]
    assert [seen.exists(path) for path in (B, C, D, FACTS, "nowhere")] == [True, True, False, True, False]
    assert seen.blobs(["b", "z"]) == {"b": b"b then"}
    assert seen.former_files("clauses") == ("clauses/former",)


def test_a_released_text_that_git_lacks_is_told() -> None:
    kept = {
        path: replace(entry, blob=entry.blob * 20)
        for path, entry in baseline_files(LOCK, None, PATHS).items()
    }
    seen, (fault,) = with_baseline(HERE, kept, {B: "changed", C: "3"}, frozenset(), PATHS)
    assert seen.files("clauses", ".md") == (C,)
    assert (fault.code, fault.span.path) == ("DG603", B)
    assert fault.message == "git does not hold the released content of the file (bbbbbbbbbbbb)"
    assert fault.hint == "fetch the history ('git fetch --unshallow --tags'), or upgrade the engagement"
