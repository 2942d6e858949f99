"""A small workspace in a real git repository, whose library is approved, on a branch where something changes."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from docgen.model.review import ClauseReview, Review
from docgen.pipeline.reviewing import open_review
from docgen.workspace import Workspace

from ..git.conftest import IDENTITY, SharedContext, furnish

TODAY = date(2026, 11, 24)
OBJECT = "clauses/objet/objet.fr.md"
PAYMENT = "clauses/facturation/paiement.fr.md"
TERMS = "clauses/terms.yaml"
OUTLINE = "templates/outlines/contract.yaml"
ROLES = 'approvals:\n  amendment: [legal]\nowners:\n  legal: ["@exemple/legal"]\n'


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def _approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("approved") / "house"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        furnish(root)
        made = SharedContext(root)
        made.write("docgen.yaml", made.read("docgen.yaml") + ROLES)
        made.does("approve", "--all", "--role", "legal", "--by", "Direction juridique")
        made.git("init", "-q", "-b", "main")
        made.commit("first")
    return root


@pytest.fixture
def context(_approved: Path, tmp_path: Path) -> SharedContext:
    """A committed workspace whose clauses are all approved, on the branch `lot`."""
    shutil.copytree(_approved, tmp_path / "house")
    made = SharedContext(tmp_path / "house")
    made.git("checkout", "-q", "-b", "lot")
    return made


def reviewed(context: SharedContext, base: str | None = None, head: str | None = None) -> Review:
    """The review of the working tree, or of a revision."""
    review, faults = open_review(Workspace(context.root), base, head, TODAY)
    assert faults == ()
    assert review is not None
    return review


def only(review: Review) -> ClauseReview:
    """The one text that changed."""
    (clause,) = review.clauses
    return clause


def clause(name: str, text: str, **metadata: str) -> str:
    """The file of a clause."""
    stated = {"id": name, "title": name, "owner": "legal", "review_by": "2027-11-30", **metadata}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in stated.items()) + f"---\n{text}\n"
