"""What became of the texts of a library, from two states held as values."""

from dataclasses import replace
from typing import Any

from docgen.history.approvals import approval_stamp
from docgen.history.review import Side, review
from docgen.model.changes import ChangeClass, Op
from docgen.model.clause import STANDARD, Approval, Clause, Library
from docgen.model.review import ClauseReview, Fate, RoleVote, Vote
from docgen.read.config import Config
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Source, Span

ROLES = {"amendment": ("legal",), "operational": ("ops",)}


def text(name: str, words: str = "Un mot.", position: str = STANDARD, **changes: Any) -> Clause:
    path = f"clauses/{name.replace('.', '/')}{'' if position == STANDARD else '.' + position}.fr.md"
    head = f"---\nid: {name}\n---\n"
    made = Clause(name, f"Titre {name}", "fr", Source(path, head + words), len(head), position)
    return replace(made, **changes)


def side(*clauses: Clause, name: str = "head", **changes: Any) -> Side:
    library: dict[str, dict[str, dict[str, Clause]]] = {}
    for clause in clauses:
        library.setdefault(clause.id, {}).setdefault(clause.position, {})[clause.language] = clause
    context = SharedContext(Config("fr", "#000000", "#000000", approvals=ROLES), Library(library), (), {})
    return Side(name, context, **changes)


def between(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> tuple[ClauseReview, ...]:
    return review(side(*old, name="base"), side(*new)).clauses


def test_two_states_are_named_and_the_same_text_is_not_told() -> None:
    found = review(side(text("a.b"), name="base"), side(text("a.b"), name="work"))
    assert (found.base, found.head, found.clauses, found.files, found.touched) == ("base", "work", (), (), ())


def test_a_text_that_was_only_approved_is_not_told() -> None:
    bare = text("a.b")
    head = '---\nid: a.b\napprovals:\n  - {role: legal, by: "Jo", stamp: "x"}\n---\n'
    approved = replace(
        bare,
        source=Source(bare.source.path, head + "Un mot."),
        body=len(head),
        approvals=(Approval("legal", "Jo", "x"),),
    )
    assert between((bare,), (approved,)) == ()


def test_texts_come_and_go_in_the_order_of_their_ids() -> None:
    gone, come = text("b.gone"), text("a.come", "Deux mots.", owner="sales", change=ChangeClass.OPERATIONAL)
    first, second = between((gone,), (come,))
    assert (first.id, first.fate, first.change, first.owner) == (
        "a.come", Fate.ADDED, ChangeClass.OPERATIONAL, "sales",
    )  # fmt: skip
    assert [(run.op, run.text) for run in first.runs] == [(Op.ADDED, "Deux mots.")]
    assert first.votes == (RoleVote("ops", Vote.MISSING), RoleVote("sales", Vote.MISSING))
    assert (second.id, second.fate, second.title, second.path) == (
        "b.gone", Fate.REMOVED, "Titre b.gone", "clauses/b/gone.fr.md",
    )  # fmt: skip
    assert [(run.op, run.text) for run in second.runs] == [(Op.REMOVED, "Un mot.")]
    assert second.votes == (RoleVote("legal", Vote.ASKED),)


def test_a_changed_text_is_voted_on_anew() -> None:
    old, new = text("a.b"), text("a.b", "Deux mots.")
    given = (Approval("legal", "Jo", approval_stamp(old, old)),)
    (found,) = between((replace(old, approvals=given),), (replace(new, approvals=given),))
    assert (found.fate, found.change, found.former) == (Fate.CHANGED, ChangeClass.AMENDMENT, "")
    assert found.votes == (RoleVote("legal", Vote.VOID, "Jo"),)
    again = (*given, Approval("legal", "Al", approval_stamp(new, new)))
    (found,) = between((old,), (replace(new, approvals=again),))
    assert found.votes == (RoleVote("legal", Vote.PRESENT, "Al"),)


def test_a_class_that_was_lowered_counts_as_it_was() -> None:
    old, new = text("a.b"), text("a.b", "Deux mots.", change=ChangeClass.OPERATIONAL)
    (found,) = between((old,), (new,))
    assert found.change is ChangeClass.AMENDMENT
    assert [vote.role for vote in found.votes] == ["ops", "legal"]


def test_metadata_that_binds_nobody_is_editorial_and_asks_for_nobody() -> None:
    old, new = text("a.b"), text("a.b", owner="sales")
    new = replace(
        new,
        source=Source(new.source.path, new.source.text.replace("id:", "owner: sales\nid:")),
        body=new.body + 13,
    )
    (found,) = between((old,), (new,))
    assert (found.fate, found.change, found.votes, found.runs) == (
        Fate.METADATA,
        ChangeClass.EDITORIAL,
        (),
        (),
    )
    assert [sentence.key for sentence in found.sentences] == ["owner.stated"]
    assert found.owner == "sales"


def test_a_text_that_was_only_set_anew() -> None:
    (found,) = between((text("a.b", "L'un  mot."),), (text("a.b", "L’un mot."),))
    assert (found.fate, found.change, found.votes) == (Fate.TYPESET, ChangeClass.EDITORIAL, ())


def test_a_text_that_stands_word_for_word_under_another_id_was_renamed() -> None:
    (found,) = between((text("a.old"),), (text("b.new"),))
    assert (found.id, found.former, found.fate) == ("b.new", "a.old", Fate.RENAMED)
    apart = between((text("a.old"),), (text("b.new", position="fallback-1"),))
    assert [one.fate for one in apart] == [Fate.REMOVED, Fate.ADDED], "another position is another text"
    two = between((text("a.old"),), (text("b.new"), text("c.new")))
    assert [(one.id, one.fate) for one in two] == [("b.new", Fate.RENAMED), ("c.new", Fate.ADDED)]


def test_a_text_whose_front_matter_states_the_former_id_was_renamed() -> None:
    stated = Span("clauses/b/new.fr.md", 2, 5, 10)
    moved = text("b.new", "Tout autre.")
    moved = replace(
        moved,
        source=Source(moved.source.path, "---\nid: a.old\n---\nTout autre."),
        spans={"id": stated},
    )
    (found,) = between((text("a.old"),), (moved,))
    assert (found.id, found.former, found.fate) == ("b.new", "a.old", Fate.RENAMED)


def test_a_condition_of_the_master_binds_its_fallback_otherwise() -> None:
    master, fallback = text("a.b"), text("a.b", "Repli.", "fallback-1", title="")
    tied = replace(
        master,
        when_text="facts.benchmark",
        term="Mot",
        source=Source(master.source.path, master.source.text.replace("id:", "term: Mot\nid:")),
        body=master.body + 10,
    )
    found = between((master, fallback), (tied, fallback))
    assert [(one.position, [sentence.key for sentence in one.sentences]) for one in found] == [
        ("fallback-1", ["term.stated"]),
        ("standard", ["term.stated"]),
    ]
    assert {one.title for one in found} == {"Titre a.b"}
    assert all(one.votes == (RoleVote("legal", Vote.MISSING),) for one in found)


def test_a_clause_that_cannot_be_read_is_a_file_and_not_gone() -> None:
    path = "clauses/a/b.fr.md"
    base = side(text("a.b"), name="base", files={path: "un", "README.md": "x"})
    head = side(files={path: "deux", "README.md": "x"})
    found = review(base, head)
    assert found.clauses == ()
    assert [(one.path, one.kind, one.fate) for one in found.files] == [(path, "clause", Fate.CHANGED)]


def test_a_state_without_a_workspace_has_no_texts() -> None:
    nothing = Side("base", None)
    assert [one.fate for one in review(nothing, side(text("a.b"))).clauses] == [Fate.ADDED]
    (gone,) = review(side(text("a.b")), nothing).clauses
    assert (gone.fate, gone.votes) == (Fate.REMOVED, ())


def test_faults_that_only_moved_are_not_new() -> None:
    def fault(line: int, message: str = "x", severity: Severity = Severity.ERROR) -> Diagnostic:
        return Diagnostic(Span("a.md", line), "DG401", severity, message, "")

    old = (fault(1), fault(2))
    new = (fault(11), fault(12), fault(13), fault(3, "w", Severity.WARNING), fault(4, "y"))
    found = review(side(name="base", diagnostics=old), side(diagnostics=new)).diagnostics
    assert [(one.message, one.span.line) for one in found] == [("y", 4), ("x", 13), ("w", 3)]
