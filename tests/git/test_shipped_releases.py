"""The releases of the large example in this repository come back from a clone of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
VERSIONS = ("1.0.0", "1.1.0", "2.0.0")


def docgen(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("clone") / "docgen"
    subprocess.run(["git", "clone", "--quiet", "--no-local", str(ROOT), str(target)], check=True)
    return target


@pytest.mark.deep
def test_the_first_release_comes_back_to_the_byte(clone: Path) -> None:
    result = docgen(clone, "build", "aurore@1.0.0", "--quiet")
    assert (result.returncode, result.stderr) == (0, "")
    folder = clone / "outputs" / "aurore" / "1.0.0"
    assert {path.name for path in folder.iterdir()} == {
        "contract.pdf", "sla-annex.pdf", "escalation.pdf", "raci.pdf", "change-log.pdf", "pack.pdf", "manifest.json",
    }  # fmt: skip
    told = docgen(clone, "verify", str(folder / "contract.pdf"), "--format", "json")
    assert "superseded" in told.stdout


@pytest.mark.deep
def test_each_kind_of_change_is_told(clone: Path) -> None:
    told = json.loads(docgen(clone, "diff", "aurore", "1.0.0", "1.1.0", "--format", "json").stdout)
    assert told["level"] == "minor"
    told = json.loads(docgen(clone, "diff", "aurore", "1.1.0", "2.0.0", "--format", "json").stdout)
    assert told["level"] == "major"
    assert {change["kind"] for change in told["clauses"]} >= {
        "added",
        "removed",
        "moved",
        "changed",
        "position",
    }
    assert {change["path"] for change in told["values"]} >= {"security.incident_notice", "publicity.consent"}


def test_the_change_log_tells_every_version(clone: Path) -> None:
    log = (clone / "engagements" / "aurore" / "CHANGELOG.md").read_text("utf-8")
    places = [log.index(f"## [{version}]") for version in reversed(VERSIONS)]
    assert places == sorted(places)


MEASURES = "engagements/aurore/measures"


@pytest.mark.parametrize(
    "against", ["1.0.0", *(pytest.param(name, marks=pytest.mark.deep) for name in ("HEAD", "HEAD~1"))]
)
def test_months_are_replayed_on_a_release_and_on_a_revision(clone: Path, against: str) -> None:
    terms = clone / "engagements/aurore/sla.yaml"
    agreed = terms.read_text("utf-8")
    assert "monthly_cap: 15 %" in agreed
    terms.write_text(agreed.replace("monthly_cap: 15 %", "monthly_cap: 10 %"), "utf-8")
    told = json.loads(
        docgen(
            clone, "simulate", "aurore", "--history", MEASURES, "--against", against, "--format", "json"
        ).stdout
    )
    terms.write_text(agreed, "utf-8")
    # At 10 % instead of 15 %, hosting costs at most 4 680.00 a month and the desk 2 840.00. October: 4 680 + 226 + 1 704;
    # November: 4 680 + 2 840 + 339.
    whole = {
        one["month"]: (one["present"], one["other"]) for one in told["differences"] if not one["indicator"]
    }
    assert whole == {
        "2027-09": ("426.00", "426.00"),
        "2027-10": ("6610.00", "7452.40"),
        "2027-11": ("7859.00", "11619.00"),
    }


@pytest.mark.deep
def test_a_statement_rests_on_the_release_that_is_named(clone: Path) -> None:
    terms = clone / "engagements/aurore/sla.yaml"
    agreed = terms.read_text("utf-8")
    terms.write_text(agreed.replace("monthly_cap: 15 %", "monthly_cap: 10 %"), "utf-8")
    released, drafted = (
        docgen(clone, "credits", name, f"{MEASURES}/2027-11.yaml", "--format", "json", "--pdf")
        for name in ("aurore@2.0.0", "aurore")
    )
    terms.write_text(agreed, "utf-8")
    due = [json.loads(told.stdout)["months"][0]["totals"]["due"] for told in (released, drafted)]
    assert due == ["11619.00", "7859.00"]
    assert "'docgen credits aurore@2.0.0 …'" in drafted.stderr


@pytest.mark.deep
def test_the_pages_of_a_statement_on_a_release_are_no_draft(clone: Path) -> None:
    assert docgen(clone, "credits", "aurore@2.0.0", f"{MEASURES}/2027-09.yaml", "--pdf").returncode == 0
    folder = clone / "outputs/aurore/statements/2027-09"
    reader = PdfReader(folder / "credit-statement.pdf")
    first = " ".join(reader.pages[0].extract_text().split())
    assert "Version 2.0.0 · Établi sur la version publiée" in first
    assert "PROJET" not in first
    assert "/docgenSeal" not in (reader.metadata or {})
    assert json.loads((folder / "manifest.json").read_text("utf-8"))["version"] == "2.0.0"


def test_a_statement_on_a_release_that_is_not_there(clone: Path) -> None:
    refused = docgen(clone, "credits", "aurore@9.9.9", MEASURES)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "error[DG611]" in refused.stderr
