"""The large pack from the command to the bytes: files, manifest, what is printed, what is rendered again."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.workspace import Workspace, sha256

from .conftest import Built
from .places import contents, docgen, missing, poisoned, squeezed

KINDS = ("change-log", "contract", "escalation", "raci", "sla-annex")


def test_the_pack_is_these_files_and_no_others(aurore: Built) -> None:
    assert sorted(contents(aurore.folder)) == [*sorted([*(f"{kind}.pdf" for kind in KINDS), "pack.pdf", "manifest.json"])]
    assert sorted(path.name for path in aurore.folder.parent.iterdir()) == ["1.0.0-draft"]
    assert [path.name for path in (aurore.root / "outputs").iterdir()] == ["aurore"]


def test_the_command_says_what_it_made(aurore: Built) -> None:
    pages = sum(entry["pages"] for entry in aurore.manifest["files"] if entry["kind"] != "pack")
    assert (aurore.root / "result.txt").read_text() == f"aurore: outputs/aurore/1.0.0-draft: 6 files, {pages} pages, 5 rendered\n"


def test_the_manifest_says_what_each_file_is(aurore: Built) -> None:
    manifest = aurore.manifest
    assert (manifest["engagement"], manifest["version"], manifest["status"], manifest["date"]) == ("aurore", "1.0.0-draft", "draft", "2026-11-24")
    assert [entry["kind"] for entry in manifest["files"]] == [*sorted([*KINDS, "pack"])]
    for entry in manifest["files"]:
        content = (aurore.folder / entry["file"]).read_bytes()
        reader = PdfReader(aurore.folder / entry["file"])
        assert entry["file"] == f"{entry['kind']}.pdf"
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["pages"] == len(reader.pages)
        assert reader.metadata is not None
        assert entry["title"] in str(reader.metadata.title)
    pages = {entry["kind"]: entry["pages"] for entry in manifest["files"]}
    assert pages["pack"] == sum(pages[kind] for kind in KINDS)


def test_the_manifest_names_every_input_and_nothing_else(aurore: Built) -> None:
    suffixes = {"clauses": (".md", ".yaml"), "engagements": (".yaml", ".md"), "templates": (".yaml", ".css", ".j2", ".ttf", ".otf")}
    expected = {"docgen.yaml"}
    for folder, kept in suffixes.items():
        expected |= {path.relative_to(aurore.root).as_posix() for path in (aurore.root / folder).rglob("*") if path.suffix in kept}
    expected = {path for path in expected if not path.startswith("templates/starter/")}
    found = {entry["path"]: entry["sha256"] for entry in aurore.manifest["inputs"]}
    assert list(found) == sorted(found)
    assert set(found) == expected
    assert all(digest == hashlib.sha256((aurore.root / path).read_bytes()).hexdigest() for path, digest in found.items())


def test_the_manifest_names_the_engines(aurore: Built) -> None:
    engines = aurore.manifest["engines"]
    assert {"docgen", "weasyprint", "pydyf", "subsetter"} <= set(engines)
    assert all(engines.values())
    assert engines["docgen"].endswith(Workspace(aurore.root).own_digest())


def test_a_second_build_renders_nothing(aurore: Built, tmp_path: Path) -> None:
    before = contents(aurore.folder)
    result = docgen(aurore.root, "build", "aurore", "--quiet", poison=poisoned(tmp_path / "poison", "weasyprint"))
    assert (result.returncode, result.stdout, result.stderr) == (0, "outputs/aurore/1.0.0-draft\n", "")
    assert contents(aurore.folder) == before


def test_the_poison_kills(tmp_path: Path, fresh: Path) -> None:
    result = docgen(fresh, "build", "demo", poison=poisoned(tmp_path / "poison", "weasyprint"))
    assert result.returncode == 3
    assert "weasyprint was imported" in result.stderr


def test_a_check_loads_nothing_that_makes_pages(aurore: Built, tmp_path: Path) -> None:
    poison = poisoned(tmp_path / "poison", "weasyprint", "pikepdf", "markdown", "fontTools", "pydyf")
    result = docgen(aurore.root, "check", poison=poison)
    assert (result.returncode, result.stdout.count("error")) == (0, 0), result.stderr


@pytest.fixture
def changed(aurore: Built, tmp_path: Path) -> Path:
    """The large workspace as built, to change."""
    return Path(shutil.copytree(aurore.root, tmp_path / "aurore"))


def test_a_pack_that_lost_a_file_is_made_whole_from_the_cache(changed: Path, aurore: Built, tmp_path: Path) -> None:
    folder = changed / "outputs" / "aurore" / "1.0.0-draft"
    (folder / "raci.pdf").unlink()
    (folder / "contract.pdf").write_bytes(b"%PDF damaged")
    result = docgen(changed, "build", "aurore", poison=poisoned(tmp_path / "poison", "weasyprint"))
    assert result.returncode == 0, result.stderr
    assert contents(folder) == contents(aurore.folder)


def test_a_changed_phone_number_renders_only_what_prints_it(changed: Path, aurore: Built) -> None:
    former, new = "+33 4 65 71 20 70", "+33 4 65 71 20 79"
    path = changed / "engagements" / "aurore" / "governance.yaml"
    text = path.read_text("utf-8")
    assert (text.count(former), text.count(new)) == (1, 0)
    path.write_text(text.replace(former, new), "utf-8")
    printing = {kind for kind in KINDS if squeezed(former) in aurore.text[kind]}
    assert printing, "the number stands in one document at least"
    result = docgen(changed, "build", "aurore")
    assert result.returncode == 0, result.stderr
    assert set(re.findall(r"aurore: (\S+) rendered", result.stderr)) == printing
    now = Built(changed, "aurore")
    for kind in KINDS:
        assert (sha256((now.folder / f"{kind}.pdf").read_bytes()) != sha256((aurore.folder / f"{kind}.pdf").read_bytes())) is (kind in printing)
    for kind in printing:
        text = squeezed("\n".join(page.extract_text() for page in PdfReader(now.folder / f"{kind}.pdf").pages))
        assert missing(text, [new]) == []
        assert missing(text, [former]) == [former]


def test_another_process_in_another_directory_makes_the_same_bytes(aurore: Built, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a directory with spaces é" / "deep"
    shutil.copytree(aurore.root, elsewhere, ignore=shutil.ignore_patterns("outputs", ".docgen"))
    result = docgen(elsewhere, "build", "aurore", "--only", "raci", "--only", "change-log", PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C", LANG="C")
    assert result.returncode == 0, result.stderr
    made = contents(elsewhere / "outputs" / "aurore" / "1.0.0-draft")
    assert sorted(made) == ["change-log.pdf", "manifest.json", "raci.pdf"]
    assert all(made[name] == (aurore.folder / name).read_bytes() for name in ("change-log.pdf", "raci.pdf"))


def test_two_whole_packs_are_the_same_to_the_byte(built_demo: Path, fresh: Path) -> None:
    result = docgen(fresh, "build", "demo", PYTHONHASHSEED="11", TZ="America/Lima")
    assert result.returncode == 0, result.stderr
    made = contents(fresh / "outputs")
    assert len(made) == 4
    assert made == contents(built_demo / "outputs")
