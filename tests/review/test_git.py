"""In git itself: what can be compared, the drivers, the owners; the gates of the command."""

import shutil
import sys
from pathlib import Path

import pytest

from docgen.history.merged_changelog import merge
from docgen.history.sentences import one_a_line

from ..git.conftest import SharedContext
from .conftest import OBJECT, PAYMENT, reviewed

CHANGED = ("conviennent", "sont convenues")

# --- what can be compared ------------------------------------------------------------------------------------


def test_the_review_starts_where_the_branches_parted(context: SharedContext) -> None:
    context.replace(OBJECT, *CHANGED)
    context.commit()
    context.git("checkout", "-q", "main")
    context.replace(PAYMENT, "title: Paiement", "title: Autre")
    context.commit()
    context.git("checkout", "-q", "lot")
    assert [clause.id for clause in reviewed(context, "main").clauses] == ["objet.objet"]


def test_a_remote_knows_its_main_branch(context: SharedContext, tmp_path: Path) -> None:
    context.git("branch", "-q", "-m", "main", "tronc")
    context.git("checkout", "-q", "tronc")
    context.git("clone", "-q", str(context.root), str(tmp_path / "clone"))
    clone = SharedContext(tmp_path / "clone")
    clone.git("checkout", "-q", "-b", "autre")
    clone.replace(OBJECT, *CHANGED)
    assert reviewed(clone).base.startswith("origin/tronc (")


def test_a_workspace_in_a_folder_of_its_repository(context: SharedContext, tmp_path: Path) -> None:
    shutil.rmtree(context.root / ".git")
    shutil.copytree(context.root, tmp_path / "all" / "contrats")
    whole = SharedContext(tmp_path / "all")
    whole.git("init", "-q", "-b", "main")
    whole.commit()
    inner = SharedContext(tmp_path / "all" / "contrats")
    inner.replace(OBJECT, *CHANGED)
    assert [clause.path for clause in reviewed(inner).clauses] == [OBJECT]
    assert "/contrats/clauses/objet/ @exemple/legal\n" in inner.does("owners")


def test_without_a_repository(context: SharedContext) -> None:
    shutil.rmtree(context.root / ".git")
    assert "there is nothing to compare with" in context.refuses("review")


def test_without_a_common_commit(context: SharedContext) -> None:
    context.git("checkout", "-q", "--orphan", "autre")
    context.commit()
    assert "have no common commit" in context.refuses("review", "main")


def test_a_shallow_clone_says_how_to_mend_it(context: SharedContext, tmp_path: Path) -> None:
    context.replace(OBJECT, *CHANGED)
    context.commit()
    context.git("checkout", "-q", "main")
    context.replace(PAYMENT, "title: Paiement", "title: Autre")
    context.commit()
    context.git(
        "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{context.root}", str(tmp_path / "clone")
    )
    assert "git fetch --unshallow" in SharedContext(tmp_path / "clone").refuses(
        "review", "origin/main", "origin/lot"
    )


@pytest.mark.parametrize("name", ["nulle-part", "--output=x", "HEAD~99"])
def test_an_unknown_revision(context: SharedContext, name: str) -> None:
    assert "there is no revision" in context.refuses("review", "--", name)


# --- the command ---------------------------------------------------------------------------------------------


def test_the_gates(context: SharedContext) -> None:
    def status(*gates: str) -> int:
        return context.docgen(
            "review", "main", "--format", "json", *(word for gate in gates for word in ("--fail-on", gate))
        ).exit_code

    every = ("amendment", "unapproved", "error", "any")
    assert [status(gate) for gate in every] == [0, 0, 0, 0]
    context.replace(OBJECT, "title: Objet", "title: Autre")
    assert [status(gate) for gate in every] == [0, 0, 0, 1]
    context.replace(OBJECT, *CHANGED)
    assert [status(gate) for gate in every] == [1, 1, 0, 1]
    context.does("approve", "objet.objet", "--role", "legal", "--by", "X")
    assert [status(gate) for gate in every] == [1, 0, 0, 1]
    context.replace(OBJECT, "contract.subject", "contract.subjet")
    assert status("error") == 1
    assert status() == 0
    assert status("unapproved", "amendment") == 1


def test_the_review_goes_to_a_file_in_the_language_asked_for(context: SharedContext) -> None:
    context.replace(OBJECT, *CHANGED)
    assert context.does("review", "--format", "markdown", "--output", "r.md") == ""
    assert "Revue des modifications" in context.read("r.md")
    assert "Review of the changes" in context.does("review", "--language", "en")


def test_the_page_is_docgens_own(context: SharedContext) -> None:
    """A branch cannot bring the template that shows it."""
    context.write("templates/review/page.html.j2", "<script>alert(1)</script>")
    assert "alert(1)" not in context.does("review", "--format", "html").replace(
        "&lt;script&gt;alert(1)&lt;/script&gt;", ""
    )


# --- drivers -------------------------------------------------------------------------------------------------


@pytest.fixture
def driven(context: SharedContext) -> SharedContext:
    context.does("git-setup")
    context.commit("drivers")
    return context


def test_git_diff_shows_sentences(driven: SharedContext) -> None:
    driven.write(OBJECT, driven.read(OBJECT) + "\nUne phrase qui reste. Une phrase\nqui change peu. Fin.\n")
    driven.commit()
    driven.replace(OBJECT, "change peu", "change beaucoup")
    assert driven.git("diff", "--no-color").splitlines() == [
        f"diff --docgen a/{OBJECT} b/{OBJECT}",
        "Une phrase qui change [-peu-] {+beaucoup+}.",
    ]
    driven.replace(OBJECT, "title: Objet", "title: Autre")
    assert "-title: Objet\n+title: Autre\n\nUne phrase" in driven.git("diff")
    assert "@@" in driven.git("diff", "--no-ext-diff")


def test_git_diff_of_typography_says_so(driven: SharedContext) -> None:
    driven.replace(OBJECT, "Les Parties", "Les  Parties")
    assert driven.git("diff").endswith("(typography only)")


def test_git_diff_of_new_gone_and_renamed_clauses(driven: SharedContext) -> None:
    driven.git("mv", OBJECT, "clauses/objet/but.fr.md")
    driven.replace("clauses/objet/but.fr.md", *CHANGED)
    driven.write("clauses/objet/neuf.fr.md", "---\nid: objet.neuf\n---\nDu texte \x1b[31m.\n")
    (driven.root / PAYMENT).unlink()
    driven.git("add", "-A")
    said = driven.git("diff", "--cached", "-M30%")
    assert "rename to clauses/objet/but.fr.md" in said
    assert "{+Du texte \\x1b[31m.+}" in said
    assert "[-" in said.partition(PAYMENT)[2]


def test_git_log_shows_a_sentence_a_line(driven: SharedContext) -> None:
    driven.write(OBJECT, driven.read(OBJECT) + "\nPremière phrase. Seconde phrase.\n")
    driven.commit()
    assert "\n+Première phrase.\n+Seconde phrase." in driven.git("log", "-p", "-1")


def test_the_set_up_is_repeated_without_change(driven: SharedContext) -> None:
    before = driven.read(".gitattributes")
    driven.does("git-setup")
    assert driven.read(".gitattributes") == before
    assert sys.executable in driven.git("config", "diff.docgen.command")


def test_attributes_that_stand_are_kept(context: SharedContext) -> None:
    context.write(".gitattributes", "*.png binary")
    context.does("git-setup")
    assert context.read(".gitattributes").splitlines()[:2] == ["*.png binary", "clauses/**/*.md diff=docgen"]


LOG = "engagements/demo/CHANGELOG.md"
HEAD = "# Journal\n\nÉcrit par docgen.\n"
ONE, TWO, THREE = (
    "## [1.0.0] - 2026-01-01\n\n- Signature\n",
    "## [1.1.0] - 2026-02-01\n\n- Lot\n",
    "## [1.10.0] - 2026-03-01\n\n- Suite\n",
)


def test_two_branches_join_their_change_logs(driven: SharedContext) -> None:
    driven.write(LOG, f"{HEAD}\n{ONE}")
    driven.commit()
    driven.git("checkout", "-q", "-b", "autre")
    driven.write(LOG, f"{HEAD}\n{TWO}\n{ONE}")
    driven.commit()
    driven.git("checkout", "-q", "lot")
    driven.write(LOG, f"{HEAD}\n{THREE}\n{ONE}")
    driven.commit()
    driven.git("merge", "-q", "autre", "-m", "join")
    assert driven.read(LOG) == f"{HEAD}\n{THREE}\n{TWO}\n{ONE}"


def test_the_same_version_written_twice_is_a_conflict(driven: SharedContext) -> None:
    driven.write(LOG, f"{HEAD}\n{ONE}")
    driven.commit()
    driven.git("checkout", "-q", "-b", "autre")
    driven.write(LOG, f"{HEAD}\n{TWO}\n{ONE}")
    driven.commit()
    driven.git("checkout", "-q", "lot")
    driven.write(LOG, f"{HEAD}\n{TWO.replace('Lot', 'Autre')}\n{ONE}")
    driven.commit()
    driven.git("merge", "-q", "autre", fails=True)
    assert driven.read(LOG).count("<<<<<<<") == 1
    assert driven.read(LOG).endswith(f">>>>>>> theirs\n\n{ONE}")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "text", "conflict"),
    [
        ("", "", "", "", False),
        (HEAD, f"{HEAD}\n{ONE}", HEAD, f"{HEAD}\n{ONE}", False),
        (f"{HEAD}\n{ONE}", f"{HEAD}\n{ONE}", HEAD, HEAD, False),
        (
            f"{HEAD}\n{ONE}",
            f"{HEAD}\n{ONE.replace('Sig', 'sig')}",
            f"{HEAD}\n{ONE}",
            f"{HEAD}\n{ONE.replace('Sig', 'sig')}",
            False,
        ),
        ("", f"{HEAD}\n{ONE}".replace("\n", "\r\n"), f"{HEAD}\n{TWO}", f"{HEAD}\n{TWO}\n{ONE}", False),
    ],
)
def test_each_version_is_joined_by_itself(
    base: str, ours: str, theirs: str, text: str, conflict: bool
) -> None:
    assert merge(base, ours, theirs) == (text, conflict)


def test_a_clause_a_sentence_a_line() -> None:
    said = one_a_line(
        "---\nid: a.b\n---\nUne phrase\nqui suit. « Une » autre (art. 3.2) !\n\n1. un ;\n2. deux.\n"
    )
    assert (
        said == "---\nid: a.b\n---\nUne phrase qui suit.\n« Une » autre (art. 3.2) !\n\n1. un ;\n\n2. deux.\n"
    )


# --- owners --------------------------------------------------------------------------------------------------


def test_the_owner_of_most_clauses_has_the_folder(context: SharedContext) -> None:
    context.write(
        "docgen.yaml",
        context.read("docgen.yaml").replace(
            'legal: ["@exemple/legal"]',
            'legal: ["@exemple/legal", "a@exemple.org"]\n  finance: ["@exemple/finance"]',
        ),
    )
    context.replace("clauses/facturation/indemnite.fr.md", "owner: legal", "owner: finance")
    lines = context.does("owners").splitlines()
    folder, one = (
        lines.index("/clauses/facturation/ @exemple/finance"),
        lines.index("/clauses/facturation/paiement.* @exemple/legal a@exemple.org"),
    )
    assert folder < one, "of two lines that match, the last counts"


def test_owners_are_checked(context: SharedContext) -> None:
    context.does("owners", "--output", "CODEOWNERS")
    context.does("owners", "--check", "CODEOWNERS")
    context.write("CODEOWNERS", "")
    assert "not current" in context.refuses("owners", "--check", "CODEOWNERS")


def test_a_role_without_account_is_a_fault(context: SharedContext) -> None:
    context.replace(OBJECT, "owner: legal", "owner: finance")
    assert "the role 'finance' owns clauses and has no account" in context.refuses("owners")
