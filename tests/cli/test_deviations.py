"""`docgen deviations`: on the terminal and as JSON."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from docgen.assemble.assemble import assemble
from docgen.cli.main import docgen
from docgen.model.as_text import as_text
from docgen.pipeline.checking import check_workspace
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
CLAUSE = "clauses/penalites/plafond.fallback-2.fr.md"


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the library with the public body alone."""
    for name in ("clauses", "templates", "engagements/val-exemple"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "docgen.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def engagement(context: Path, old: str, new: str) -> None:
    """Replace a text of the engagement that stands in it once."""
    path = context / "engagements/val-exemple/engagement.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_each_deviation_stands_with_its_number_reasons_and_approval(context: Path) -> None:
    result = CliRunner().invoke(docgen, ["deviations", "val-exemple", "--format", "json"])
    assert result.exit_code == 0
    found = json.loads(result.stdout)["val-exemple"]
    assert [row["clause"] for row in found if "clause" in row] == [
        "niveaux-de-service.rodage",
        "penalites.plafond",
        "changements.etude",
        "reversibilite.duree",
    ]
    cap = found[1]
    assert (cap["document"], cap["number"], cap["position"]) == ("contract", "16.5", "fallback-2")
    assert cap["rationale"].startswith("Le plafond mensuel est abaissé")
    assert (
        cap["reason"]
        == "le dossier de consultation fixait ce plafond pour ne pas écarter les petits prestataires"
    )
    assert (cap["approver"], cap["approved_by"], cap["approved"]) == ("direction", "direction", True)


def test_the_terminal_says_who_has_not_approved(context: Path) -> None:
    engagement(context, "    approved_by: direction\n  - clause: changements", "  - clause: changements")
    result = CliRunner().invoke(docgen, ["deviations"])
    assert result.exit_code == 0, "nothing is built: a draft may wait for its approvals"
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"val-exemple: \d+ deviations, 1 not approved", lines[0])
    assert [line for line in lines if "not approved" in line][1:] == [
        "    approval:  direction needed, nobody gave it  <- not approved"
    ]


def test_values_that_leave_the_default_terms_stand_beside_the_clauses(context: Path) -> None:
    engagement(context, "    approved_by: legal\n", "")
    result = CliRunner().invoke(docgen, ["deviations", "val-exemple", "--format", "json"])
    rows = {row["value"]: row for row in json.loads(result.stdout)["val-exemple"] if "value" in row}
    floor, insured = rows["liability.cap_floor"], rows["insurance.per_claim"]
    assert (floor["document"], floor["number"]) == ("contract", "29.3")
    assert (floor["default"], floor["agreed"]) == ("500\u202f000,00\u00a0€", "300\u202f000,00\u00a0€")
    assert (floor["approver"], floor["approved_by"], floor["approved"]) == ("direction", "direction", True)
    assert (insured["approver"], insured["approved"]) == ("legal", False)
    assert rows["billing.channel"]["approved"], "nobody must approve it"
    assert "sla.credits.monthly_cap" not in rows, "it is told with the position that states it"


def test_a_faulty_engagement_is_reported_and_fails(context: Path) -> None:
    engagement(context, "position: fallback-2", "position: fallback-3")
    result = CliRunner().invoke(docgen, ["deviations", "val-exemple"])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "DG205" in result.stderr


def test_no_document_of_the_pack_says_what_was_given_up(context: Path) -> None:
    packs = check_workspace(Workspace(context), ("val-exemple",), date(2026, 11, 24)).value.packs
    documents = assemble(packs["val-exemple"]).value
    assert "deviations" not in {document.kind for document in documents}
    printed = "\n".join(as_text(document) for document in documents)
    assert "repli 1" not in printed
    assert "hors standard" not in printed.lower()


def test_the_register_is_built_by_its_command_alone(context: Path) -> None:
    result = CliRunner().invoke(docgen, ["build", "val-exemple", "--only", "deviations"])
    assert result.exit_code == 2
    assert "docgen deviations ENGAGEMENT --pdf" in result.stderr


@pytest.mark.deep
def test_each_page_of_the_register_is_marked_and_nothing_publishes_it(context: Path) -> None:
    result = CliRunner().invoke(docgen, ["deviations", "val-exemple", "--pdf"])
    assert result.exit_code == 0, result.stderr
    pages = PdfReader(context / "outputs/val-exemple/internal/deviations.pdf").pages
    assert len(pages) > 1
    assert all("Document interne" in page.extract_text() for page in pages)
    published = CliRunner().invoke(docgen, ["publish", "site", "val-exemple"])
    assert published.exit_code == 0, published.stderr
    assert not [path for path in (context / "site").rglob("*") if "deviations" in path.name]
