"""A release is made again to the byte, whatever moved on; where it cannot be, what is missing is named."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.render import engines

from .conftest import FACTS, OBJECT, PAYMENT, SharedContext

LOCK = "engagements/demo/releases/1.0.0.yaml"
STYLE = "templates/page/20-page.css"


# --- random changes ----------------------------------------------------------------------------------------

CHANGES: Mapping[str, object] = {
    "edit a clause": lambda context: context.write(OBJECT, context.read(OBJECT) + "\nUne phrase de plus.\n"),
    "delete a clause": lambda context: (context.root / PAYMENT).unlink(missing_ok=True),
    "add a clause": lambda context: context.write(
        "clauses/objet/neuf.fr.md", "---\nid: objet.neuf\ntitle: Neuf\n---\nTexte.\n"
    ),
    "move a clause": lambda context: shutil.move(
        context.root / "clauses/documents/liste.fr.md", context.root / "clauses/documents/autre.fr.md"
    ),
    "break an outline": lambda context: context.write("templates/outlines/contract.yaml", "kind: [\n"),
    "change a style": lambda context: context.write(STYLE, "body { font-size: 20pt }\n"),
    "change the words": lambda context: context.write(
        "templates/locales/fr.yaml", context.read("templates/locales/fr.yaml").replace("Article", "Section")
    ),
    "lose the fonts": lambda context: shutil.rmtree(context.root / "templates/fonts"),
    "change the facts": lambda context: context.write(FACTS, "id: demo\ntitle: Tout autre chose\n"),
    "change the house terms": lambda context: context.write("clauses/terms.yaml", "language: en\n"),
    "change the brand": lambda context: context.replace("docgen.yaml", "#1d3c5c", "#000000"),
    "forget the cache": lambda context: context.clear(),
}


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=6, unique=True),
    commits=st.booleans(),
)
def test_a_release_is_made_again_to_the_byte(
    released: SharedContext, names: list[str], commits: bool
) -> None:
    before = {file["file"]: file["sha256"] for file in released.lock("1.0.0")["files"]}
    released.git("checkout", "-q", "-f", "main")
    released.git("clean", "-fdq")
    released.git("checkout", "-q", "-B", "moved")
    for name in names:
        CHANGES[name](released)  # type: ignore[operator]
    if commits:
        released.commit(", ".join(names))
    shutil.rmtree(released.root / "outputs", ignore_errors=True)
    released.does("build", "demo@1.0.0", "-q")
    assert released.pack("1.0.0") == before


# --- what git has to give ----------------------------------------------------------------------------------


@pytest.fixture
def moved(released: SharedContext) -> SharedContext:
    """A released workspace whose clause moved on since."""
    released.replace(OBJECT, "conviennent", "sont convenues")
    released.commit("the clause moves on")
    released.clear()
    return released


def clone(context: SharedContext, to: Path, *options: str) -> SharedContext:
    """A fresh clone."""
    SharedContext(context.root.parent).git("clone", "-q", *options, f"file://{context.root}", str(to))
    return SharedContext(to)


def files(context: SharedContext) -> dict[str, str]:
    return {file["file"]: file["sha256"] for file in context.lock("1.0.0")["files"]}


def test_in_a_fresh_clone(moved: SharedContext, tmp_path: Path) -> None:
    fresh = clone(moved, tmp_path / "clone")
    fresh.does("build", "demo@1.0.0", "-q")
    assert fresh.pack("1.0.0") == files(moved)


def test_a_shallow_clone_is_named_and_can_be_mended(moved: SharedContext, tmp_path: Path) -> None:
    shallow = clone(moved, tmp_path / "clone", "--depth", "1")
    refused = shallow.refuses("build", "demo@1.0.0")
    assert "DG603" in refused
    assert OBJECT in refused
    assert "git fetch --unshallow" in refused
    assert PAYMENT not in refused, "what did not move on is read from the working tree"
    assert not (shallow.root / "outputs").exists()
    assert "DG603" in shallow.refuses("build", "demo"), "a draft rests on the released text as well"
    shallow.git("fetch", "-q", "--unshallow")
    shallow.does("build", "demo@1.0.0", "-q")
    assert shallow.pack("1.0.0") == files(moved)


def test_a_missing_object_is_named(moved: SharedContext) -> None:
    blob = next(entry["blob"] for entry in moved.lock("1.0.0")["inputs"] if entry["path"] == OBJECT)
    (moved.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    refused = moved.refuses("build", "demo@1.0.0")
    assert OBJECT in refused
    assert blob[:12] in refused
    assert "git fetch --all --tags" in refused


def test_without_git_what_did_not_move_on_can_be_built(released: SharedContext) -> None:
    shutil.rmtree(released.root / ".git")
    released.clear()
    released.does("build", "demo@1.0.0", "-q")
    assert released.pack("1.0.0") == files(released)
    released.does("build", "demo", "-q")
    released.replace(OBJECT, "conviennent", "sont convenues")
    refused = released.refuses("build", "demo@1.0.0")
    assert "git cannot give it back: not a git repository" in refused


def test_line_ends_of_another_system(moved: SharedContext, tmp_path: Path) -> None:
    other = clone(moved, tmp_path / "clone", "--config", "core.autocrlf=true")
    assert b"\r\n" in (other.root / PAYMENT).read_bytes()
    other.does("build", "demo@1.0.0", "-q")
    assert other.pack("1.0.0") == files(moved)
    assert "objet.objet" in (told := other.does("outdated"))
    assert len(told.splitlines()) == 1, "only what moved on"
    other.git("checkout", "-q", "HEAD~1")
    assert other.does("build", "--locked", "demo", "-q").strip() == "outputs/demo/1.0.0"


def test_a_release_from_a_checkout_with_other_line_ends_is_the_same(
    context: SharedContext, tmp_path: Path
) -> None:
    other = clone(context, tmp_path / "clone", "--config", "core.autocrlf=true")
    context.release()
    other.does("release", "demo", "-m", "une raison", "--date", "2026-11-24", "-q")
    assert other.lock("1.0.0")["files"] == context.lock("1.0.0")["files"]


# --- renames and merges ------------------------------------------------------------------------------------


def test_a_renamed_clause_and_a_renamed_engagement(released: SharedContext) -> None:
    released.git("mv", PAYMENT, "clauses/facturation/reglement.fr.md")
    released.replace(
        "clauses/facturation/reglement.fr.md", "id: facturation.paiement", "id: facturation.reglement"
    )
    released.replace("templates/outlines/contract.yaml", "facturation.paiement", "facturation.reglement")
    released.git("mv", "engagements/demo", "engagements/suite")
    released.commit("rename")
    released.clear()
    released.does("build", "suite@1.0.0", "-q")
    assert released.pack("1.0.0") == {
        file["file"]: file["sha256"] for file in released.lock("1.0.0", "suite")["files"]
    }
    released.replace("engagements/suite/engagement.yaml", "id: demo", "id: suite")
    assert released.does("build", "suite", "-q").startswith("outputs/suite/")
    told = released.does("outdated")
    assert all(
        name in told for name in ("facturation.paiement", "facturation.reglement", "outline:contract")
    ), "until an upgrade takes them"


def test_after_a_merge(released: SharedContext) -> None:
    released.git("checkout", "-q", "-b", "side", "HEAD~1")
    released.replace(PAYMENT, "sans rappel", "sans mise en demeure")
    released.commit("side")
    released.git("checkout", "-q", "main")
    released.git("merge", "-q", "--no-edit", "side")
    released.clear()
    released.does("build", "demo@1.0.0", "-q")
    assert released.pack("1.0.0") == files(released)


def test_two_branches_that_release_the_same_version_conflict(released: SharedContext) -> None:
    for branch, text in (
        ("one", "contacts: {billing: {client: dsi}}\n"),
        ("two", "contacts: {billing: {client: production}}\n"),
    ):
        released.git("checkout", "-q", "-b", branch, "main")
        released.write(FACTS, released.read(FACTS) + text)
        released.commit()
        assert released.release() == "1.1.0"
    released.git("merge", "--no-edit", "one", fails=True)
    assert "engagements/demo/releases/1.1.0.yaml" in released.git("diff", "--name-only", "--diff-filter=U")
    assert "DG601" in released.refuses("check", "demo"), "a lock with marks of a conflict is none"


def test_two_branches_that_release_different_versions_are_told(released: SharedContext) -> None:
    for branch, path, text in (
        ("one", FACTS, "contacts: {billing: {client: dsi}}\n"),
        ("two", "engagements/demo/more.yaml", "contract: {subject: autre chose}\n"),
    ):
        released.git("checkout", "-q", "-b", branch, "main")
        released.write(path, (released.read(path) if path == FACTS else "") + text)
        released.commit()
        released.release()
    released.git("merge", "-q", "--no-edit", "-X", "ours", "one")  # the change log alone would conflict
    refused = released.refuses("check", "demo")
    assert "error[DG602]: release 2.0.0 follows release 1.0.0, but release 1.1.0 precedes it" in refused


# --- other programs, changed locks -------------------------------------------------------------------------


def test_other_programs_that_make_the_same_bytes_are_no_fault(
    moved: SharedContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_found", lambda: (("weasyprint", "99.0"),))
    moved.does("build", "demo@1.0.0", "-q")
    assert moved.pack("1.0.0") == files(moved)


def test_other_bytes_are_told_with_the_programs_that_differ(
    moved: SharedContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = dict(engines._found())
    monkeypatch.setattr(
        engines,
        "_found",
        lambda: (*((name, version) for name, version in found.items() if name != "pango"), ("pango", "0.1")),
    )
    lock = moved.read(LOCK)
    moved.write(LOCK, lock.replace(files(moved)["contract.pdf"], "0" * 64))
    refused = moved.refuses("build", "demo@1.0.0")
    assert "error[DG604]: contract.pdf comes out otherwise than it was released" in refused
    assert f"pango {found['pango']} then, 0.1 now" in refused
    assert "weasyprint" not in refused
    assert not (moved.root / "outputs").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"reason": "une raison"', '"reason": "une autre"'),
        ("un serveur", "deux serveurs"),
        ('"stamp": "', '"stamp": "f'),
    ],
)
def test_a_lock_that_was_changed_is_told(released: SharedContext, old: str, new: str) -> None:
    released.replace(LOCK, old, new)
    for arguments in (
        ("check", "demo"),
        ("build", "demo@1.0.0"),
        ("build", "demo"),
        ("release", "demo", "-m", "x"),
    ):
        assert "error[DG601]: the lock was changed since its release" in released.refuses(*arguments)


def test_an_earlier_lock_that_was_changed_is_told(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "contract: {subject: l'exploitation de deux serveurs}\n")
    released.commit()
    assert released.release() == "2.0.0"
    released.replace(LOCK, '"reason": "une raison"', '"reason": "une autre"')
    for arguments in (("check", "demo"), ("build", "demo")):
        assert (
            f"error[DG601]: the lock was changed since its release: its seal does not fit\n  --> {LOCK}"
            in released.refuses(*arguments)
        )


def test_a_lock_is_read_however_it_is_written(released: SharedContext) -> None:
    released.write(LOCK, released.read(LOCK).replace("\n", "\r\n"))
    assert "DG6" not in released.does("check", "demo")


def test_a_draft_that_stands_is_not_assembled_to_know_its_version(
    released: SharedContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    released.write(FACTS, released.read(FACTS) + "contract: {subject: l'exploitation de deux serveurs}\n")
    assert "2.0.0-draft" in released.does("build", "demo")
    with monkeypatch.context() as patch:
        for name in ("assemble", "changes_since"):
            patch.delattr(f"docgen.pipeline.building.{name}")
        assert "2.0.0-draft: " in released.does("build", "demo")
    (released.root / "outputs/demo/2.0.0-draft/contract.pdf").unlink()
    released.does("build", "demo")
    assert (released.root / "outputs/demo/2.0.0-draft/contract.pdf").exists()
    released.replace(FACTS, "deux serveurs", "trois serveurs")
    assert "nothing to render" not in released.does("build", "demo")


# --- locked ------------------------------------------------------------------------------------------------


def test_locked_builds_the_release_while_nothing_moved(released: SharedContext) -> None:
    before = released.pack("1.0.0")
    released.clear()
    assert released.does("build", "--locked", "demo", "-q").strip() == "outputs/demo/1.0.0"
    assert released.pack("1.0.0") == before


def test_locked_names_what_moved(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "# a remark\n")
    released.write("engagements/demo/more.yaml", "contacts: {billing: {client: dsi}}\n")
    released.write(STYLE, released.read(STYLE) + "\n")
    released.replace(OBJECT, "conviennent", "sont convenues")
    refused = released.refuses("build", "--locked", "demo", "--format", "short")
    assert [line.split(":")[0] for line in refused.splitlines() if "DG605" in line] == [
        FACTS,
        "engagements/demo/more.yaml",
        STYLE,
    ]
    assert OBJECT not in refused, "a released engagement keeps its clauses"


def test_locked_needs_a_release(context: SharedContext) -> None:
    assert "DG611" in context.refuses("build", "--locked", "demo")


def test_a_version_that_was_never_released(released: SharedContext) -> None:
    assert "did you mean '1.0.0'?" in released.refuses("build", "demo@1.0.1")
    assert "DG611" in released.refuses("build", "nobody@1.0.0")


def test_a_document_that_the_lock_does_not_list_is_not_handed_out(moved: SharedContext) -> None:
    lock = moved.read(LOCK)
    kept = [line for line in lock.splitlines(keepends=True) if '"file": "contract.pdf"' not in line]
    assert len(kept) == len(lock.splitlines()) - 1
    moved.write(LOCK, "".join(kept))
    refused = moved.refuses("build", "demo@1.0.0")
    assert "error[DG604]: contract.pdf comes out otherwise than it was released" in refused
    assert not (moved.root / "outputs").exists()
