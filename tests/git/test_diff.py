"""Comparing releases, revisions and the working tree; the redline; the change log in preparation."""

import json

import pytest
from pypdf import PdfReader

from .conftest import FACTS, OBJECT, SharedContext

ENTRY = "engagements/demo/changes"


def change(context: SharedContext) -> None:
    context.replace(OBJECT, "Les Parties conviennent", "Les deux Parties conviennent")


def clauses(context: SharedContext, *arguments: str) -> list[tuple[str, str]]:
    told = json.loads(context.does("diff", "demo", *arguments, "--format", "json"))
    return [(entry["kind"], entry["clause"]) for entry in told["clauses"]]


def test_two_revisions(context: SharedContext) -> None:
    change(context)
    context.commit("text")
    assert clauses(context, "HEAD~1", "HEAD") == [("changed", "objet.objet")]
    assert clauses(context, "HEAD", "HEAD~1") == [("changed", "objet.objet")]
    assert clauses(context, "HEAD", "tree") == []


def test_the_last_commit_stands_in_where_nothing_was_released(context: SharedContext) -> None:
    change(context)
    assert clauses(context) == [("changed", "objet.objet")]


def test_the_default_is_from_the_last_release_to_the_files(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "payment:\n  term: 45 days\n")
    told = json.loads(released.does("diff", "demo", "--format", "json"))
    assert (told["from"]["version"], told["to"]["version"], told["level"]) == (
        "1.0.0",
        "2.0.0-draft",
        "major",
    )
    assert "payment.term" in {value["path"] for value in told["values"]}


def test_a_released_engagement_does_not_follow_the_library(released: SharedContext) -> None:
    change(released)
    released.commit("text")
    assert clauses(released) == []
    assert clauses(released, "1.0.0", "tree") == []


def test_two_releases(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "payment:\n  term: 45 days\n")
    released.commit()
    assert released.release() == "2.0.0"
    told = json.loads(released.does("diff", "demo", "1.0.0", "2.0.0", "--format", "json"))
    assert ("payment.term", "amendment") in {(value["path"], value["change"]) for value in told["values"]}


@pytest.mark.parametrize("name", ["9.9.9", "nowhere", "--output"])
def test_what_is_neither_release_nor_revision_is_a_fault(released: SharedContext, name: str) -> None:
    result = released.docgen("diff", "demo", "--", name)
    assert result.exit_code == 1
    assert "DG630" in result.output


def test_without_git_there_is_nothing_to_compare_with(loose: SharedContext) -> None:
    refused = loose.refuses("diff", "demo")
    assert "error[DG630]: there is nothing to compare with" in refused


def test_the_redline_is_a_tagged_pdf_with_marks(context: SharedContext) -> None:
    change(context)
    context.does("diff", "demo", "--pdf", str(context.root / "redline.pdf"))
    reader = PdfReader(context.root / "redline.pdf")
    said = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    assert "Les deux Parties conviennent" in said
    assert "avenant nécessaire" in said
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "[texte supprimé]" in said, "removed words stand in brackets, for those who cannot see the line"


@pytest.mark.deep
def test_the_redline_comes_out_the_same_twice(context: SharedContext) -> None:
    change(context)
    for name in ("one.pdf", "two.pdf"):
        context.does("diff", "demo", "--pdf", str(context.root / name))
    assert (context.root / "one.pdf").read_bytes() == (context.root / "two.pdf").read_bytes()


def test_a_comparison_is_written_to_a_file(context: SharedContext) -> None:
    change(context)
    assert (
        context.does("diff", "demo", "--format", "markdown", "--output", str(context.root / "diff.md")) == ""
    )
    assert "**deux**" in context.read("diff.md")


# --- the change log ----------------------------------------------------------------------------------------


def test_a_change_needs_a_reason(released: SharedContext) -> None:
    assert released.docgen("changelog", "--check").exit_code == 0
    released.write(FACTS, released.read(FACTS) + "payment:\n  term: 45 days\n")
    assert "error[DG631]: value payment.term changed, and no fragment says why" in released.refuses(
        "changelog", "--check"
    )
    released.write(f"{ENTRY}/paiement.md", "---\nvalues: [payment]\n---\nLe Client paye plus tard.\n")
    released.does("changelog", "--check")
    told = released.does("changelog", "demo")
    assert "- Le Client paye plus tard." in told
    assert "`payment.term`" in told


def test_a_faulty_fragment_is_told(released: SharedContext) -> None:
    released.write(f"{ENTRY}/vide.md", "\n")
    assert "error[DG632]" in released.refuses("changelog", "--check")


def test_a_release_gathers_reasons_and_takes_their_files_away(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "payment:\n  term: 45 days\n")
    released.write(f"{ENTRY}/paiement.md", "Le Client paye plus tard.\n")
    released.commit()
    released.release(reason="Révision")
    assert released.lock("2.0.0")["history"][-1]["summary"] == ["Révision", "Le Client paye plus tard."]
    assert not (released.root / f"{ENTRY}/paiement.md").exists()
    log = released.read("engagements/demo/CHANGELOG.md")
    assert "## [2.0.0] - 2026-11-24" in log
    assert "- Le Client paye plus tard." in log
    assert "`payment.term`" in log
    assert log.index("[2.0.0]") < log.index("[1.0.0]")


def test_the_lock_tells_what_changed(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "payment:\n  term: 45 days\n")
    released.commit()
    released.release()
    changes = released.lock("2.0.0")["history"][-1]["changes"]
    assert {"kind": "value", "subject": "payment.term"}.items() <= next(
        note for note in changes if note["subject"] == "payment.term"
    ).items()
    assert any("[-" in note.get("words", "") for note in changes), "the words that changed stand in the lock"
