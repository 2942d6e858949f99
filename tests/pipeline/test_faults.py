"""A fault anywhere leaves the former outputs as they were; nothing is read or written outside the workspace."""

import json
from pathlib import Path

import pytest

from .places import contents, docgen, poisoned

PACK = "outputs/demo/1.0.0-draft"
ENGAGEMENT = "engagements/demo/engagement.yaml"

OUTSIDE = {"file": "../../../docgen.yaml", "kind": "x", "pages": 1, "sha256": ""}


def write(workspace: Path, path: str, text: str) -> None:
    (workspace / path).parent.mkdir(parents=True, exist_ok=True)
    (workspace / path).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("path", "text", "code", "place"),
    [
        (ENGAGEMENT, "id: demo\ncontract: {date: demain}\n", "DG204", "2:18"),
        (ENGAGEMENT, "id: demo\ncontract: {subject: 漢字}\n", "DG504", "1:1"),
        (ENGAGEMENT, "id: demo\nlanguage: de\n", "DG114", "2:11"),
        (ENGAGEMENT, "id: autre\n", "DG113", "1:5"),
        (
            "clauses/objet/objet.fr.md",
            "---\nid: objet.objet\ntitle: Objet\nowner: legal\n---\nVoir [[objet.rien]].\n",
            "DG3",
            "6:6",
        ),
        ("docgen.yaml", "language: fr\n", "DG202", "1:1"),
        (
            "docgen.yaml",
            'language: fr\nbrand: {primary: "#1d3c5c", accent: "#a4501b"}\npaths: {outputs: ../out}\n',
            "DG208",
            "3:18",
        ),
        ("templates/outlines/contract.yaml", "kind: contract\n", "DG202", "1:1"),
    ],
)
def test_a_fault_of_any_stage_leaves_the_former_pack(
    demo: Path, path: str, text: str, code: str, place: str
) -> None:
    before = contents(demo / "outputs")
    write(demo, path, text)
    result = docgen(demo, "build", "demo", "--format", "short")
    assert result.returncode == 1, result.stderr
    assert "Traceback" not in result.stderr
    lines = [line for line in result.stderr.splitlines() if f"error[{code}" in line]
    assert lines, result.stderr
    assert any(f":{place}: " in line for line in lines), lines
    assert contents(demo / "outputs") == before


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"a: [", b"- 1\n", b"[" * 5000, b"&a [*a]", b"k: " * 999, "id: \u202edemo\n".encode()],
    ids=["utf-16", "cut", "list", "deep", "loop", "colons", "bidi"],
)
@pytest.mark.parametrize("path", [ENGAGEMENT, "engagements/demo/part.yaml", "clauses/objet/objet.fr.md", "clauses/terms.yaml", "docgen.yaml", "templates/locales/fr.yaml", "templates/outlines/contract.yaml"])  # fmt: skip
def test_no_content_of_a_file_ends_in_a_trace(
    fresh_once: Path, monkeypatch: pytest.MonkeyPatch, path: str, content: bytes
) -> None:
    """In this process, since no page is made: a bug would be an exception of the call."""
    from datetime import date

    from docgen.pipeline.checking import check_workspace
    from docgen.text.diagnostics import has_errors
    from docgen.workspace import Workspace

    file = fresh_once / path
    former = file.read_bytes() if file.exists() else None
    file.write_bytes(content)
    try:
        _, diagnostics = check_workspace(Workspace(fresh_once), ("demo",), date(2026, 11, 24))
    finally:
        file.unlink()
        if former is not None:
            file.write_bytes(former)
    assert has_errors(diagnostics)
    assert path in {diagnostic.span.path for diagnostic in diagnostics}


@pytest.fixture(scope="module")
def fresh_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from .places import tiny

    return tiny(tmp_path_factory.mktemp("checked") / "demo")


def test_only_one_document(fresh: Path) -> None:
    result = docgen(fresh, "build", "engagements/demo", "--only", "sla-annex", "--quiet")
    assert (result.returncode, result.stdout) == (0, PACK + "\n"), result.stderr
    assert sorted(contents(fresh / PACK)) == ["manifest.json", "sla-annex.pdf"]
    manifest = json.loads((fresh / PACK / "manifest.json").read_text("utf-8"))
    assert [entry["kind"] for entry in manifest["files"]] == ["sla-annex"]


def test_only_one_document_of_a_pack_that_is_right_changes_nothing(demo: Path, tmp_path: Path) -> None:
    before = contents(demo / "outputs")
    result = docgen(
        demo, "build", "demo", "--only", "sla-annex", poison=poisoned(tmp_path / "poison", "weasyprint")
    )
    assert result.returncode == 0, result.stderr
    assert contents(demo / "outputs") == before


def test_documents_that_contradict_the_one_built_do_not_stay(demo: Path) -> None:
    contract = (demo / PACK / "contract.pdf").read_bytes()
    write(demo, ENGAGEMENT, "id: demo\ncontract: {subject: l'exploitation d'un autre serveur}\n")
    result = docgen(demo, "build", "demo", "--only", "sla-annex")
    assert result.returncode == 0, result.stderr
    assert sorted(contents(demo / PACK)) == ["manifest.json", "sla-annex.pdf"], (
        "the contract prints the former subject"
    )
    result = docgen(demo, "build", "demo", "--only", "contract")
    assert result.returncode == 0, result.stderr
    assert "contract rendered" in result.stderr
    assert sorted(contents(demo / PACK)) == ["contract.pdf", "manifest.json", "sla-annex.pdf"], (
        "what is still right stays"
    )
    assert (demo / PACK / "contract.pdf").read_bytes() != contract


@pytest.mark.parametrize(
    "manifest",
    [
        pytest.param("{", id="cut"),
        pytest.param("[]", id="list", marks=pytest.mark.deep),
        pytest.param('{"files": [{}], "inputs": [], "engines": {}}', id="no entry", marks=pytest.mark.deep),
        pytest.param("[" * 100_000, id="nested", marks=pytest.mark.deep),
        pytest.param(json.dumps({"files": [OUTSIDE], "inputs": [], "engines": {}}), id="outside"),
    ],
)
def test_a_manifest_that_is_none_is_written_anew(demo: Path, tmp_path: Path, manifest: str) -> None:
    before = contents(demo)
    write(demo, f"{PACK}/manifest.json", manifest)
    result = docgen(
        demo,
        "build",
        "demo",
        "--only",
        "contract",
        "--only",
        "sla-annex",
        poison=poisoned(tmp_path / "poison", "weasyprint"),
    )
    assert result.returncode == 0, result.stderr
    after = contents(demo)
    assert after[f"{PACK}/contract.pdf"] == before[f"{PACK}/contract.pdf"]
    assert {path for path in before if not path.startswith("outputs/")} == {
        path for path in after if not path.startswith("outputs/")
    }


def test_a_damaged_cache_is_not_believed(demo: Path) -> None:
    before = contents(demo / "outputs")
    for path in (demo / ".docgen/cache").iterdir():
        path.write_bytes(path.read_bytes()[:-10])
    (demo / PACK / "manifest.json").unlink()
    result = docgen(demo, "build", "demo")
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("rendered") == 2
    assert contents(demo / "outputs") == before


def test_a_link_that_leads_outputs_away_is_refused(fresh: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (fresh / "outputs").mkdir()
    (fresh / "outputs/demo").symlink_to(outside)
    result = docgen(fresh, "build", "demo", "--format", "short")
    assert (result.returncode, result.stderr.split(" ", 2)[1]) == (1, "error[DG110]")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    "path",
    [
        "clauses/objet/secret.fr.md",
        "engagements/demo/secret.yaml",
        "templates/page/99.css",
        "templates/fonts/secret.ttf",
        "templates/outlines/x.yaml",
    ],
)
def test_a_link_to_a_file_outside_is_refused(demo: Path, tmp_path: Path, path: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("id: secret\n")
    (demo / path).symlink_to(secret)
    before = contents(demo / "outputs")
    result = docgen(demo, "build", "demo", "--format", "short")
    assert result.returncode == 1
    assert f"{path}:1:1: error[DG110]" in result.stderr
    assert contents(demo / "outputs") == before


def test_an_engagement_that_is_a_link_to_outside_is_refused(fresh: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "engagement.yaml").write_text("id: elsewhere\n")
    (fresh / "engagements/elsewhere").symlink_to(outside)
    result = docgen(fresh, "check", "elsewhere", "--format", "short")
    assert result.returncode == 1
    assert "engagements/elsewhere/engagement.yaml:1:1: error[DG110]" in result.stdout


def test_what_the_system_refuses_is_told_in_one_line(fresh: Path) -> None:
    (fresh / "outputs").write_text("a file in the place of the directory")
    result = docgen(fresh, "build", "demo", "--quiet")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "outputs" in result.stderr
    assert "bug" not in result.stderr
