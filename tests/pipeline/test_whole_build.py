"""The large pack from the command to the bytes: files, manifest, what is printed, what is rendered again."""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from docgen.workspace import Workspace, sha256

from .conftest import Built
from .places import contents, docgen, missing, poisoned, squeezed

KINDS = ("change-log", "contract", "escalation", "raci", "sla-annex")


def test_the_pack_is_these_files_and_no_others(aurore: Built) -> None:
    assert sorted(contents(aurore.folder)) == [
        *sorted([*(f"{kind}.pdf" for kind in KINDS), "pack.pdf", "manifest.json"])
    ]
    assert sorted(path.name for path in aurore.folder.parent.iterdir()) == ["1.0.0-draft"]
    assert [path.name for path in (aurore.root / "outputs").iterdir()] == ["aurore"]


def test_the_command_says_what_it_made(aurore: Built) -> None:
    pages = sum(entry["pages"] for entry in aurore.manifest["files"] if entry["kind"] != "pack")
    assert (
        aurore.root / "result.txt"
    ).read_text() == f"aurore: outputs/aurore/1.0.0-draft: 6 files, {pages} pages, 5 rendered\n"


def test_the_manifest_says_what_each_file_is(aurore: Built) -> None:
    manifest = aurore.manifest
    assert (manifest["engagement"], manifest["version"], manifest["status"], manifest["date"]) == (
        "aurore",
        "1.0.0-draft",
        "draft",
        "2026-11-24",
    )
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
    suffixes = {
        "clauses": (".md", ".yaml"),
        "engagements": (".yaml", ".md"),
        "templates": (".yaml", ".css", ".j2", ".ttf", ".otf"),
    }
    expected = {"docgen.yaml"}
    for folder, kept in suffixes.items():
        expected |= {
            path.relative_to(aurore.root).as_posix()
            for path in (aurore.root / folder).rglob("*")
            if path.suffix in kept
        }
    unread = re.compile(r"engagements/[^/]+/.+/|templates/(?!page/|fonts/|outlines/|locales/)")
    expected = {path for path in expected if not unread.match(path)}
    found = {entry["path"]: entry["sha256"] for entry in aurore.manifest["inputs"]}
    assert list(found) == sorted(found)
    assert set(found) == expected
    assert all(
        digest == hashlib.sha256((aurore.root / path).read_bytes()).hexdigest()
        for path, digest in found.items()
    )


def test_the_manifest_names_the_engines(aurore: Built) -> None:
    engines = aurore.manifest["engines"]
    assert {"docgen", "weasyprint", "pydyf", "subsetter"} <= set(engines)
    assert all(engines.values())
    assert engines["docgen"].endswith(Workspace(aurore.root).own_digest())


def test_a_second_build_renders_nothing(aurore: Built, tmp_path: Path) -> None:
    before = contents(aurore.folder)
    result = docgen(
        aurore.root, "build", "aurore", "--quiet", poison=poisoned(tmp_path / "poison", "weasyprint")
    )
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


def test_a_pack_that_lost_a_file_is_made_whole_from_the_cache(
    changed: Path, aurore: Built, tmp_path: Path
) -> None:
    folder = changed / "outputs" / "aurore" / "1.0.0-draft"
    (folder / "raci.pdf").unlink()
    (folder / "contract.pdf").write_bytes(b"%PDF damaged")
    result = docgen(changed, "build", "aurore", poison=poisoned(tmp_path / "poison", "weasyprint"))
    assert result.returncode == 0, result.stderr
    assert contents(folder) == contents(aurore.folder)


@pytest.mark.deep
def test_a_changed_phone_number_renders_only_what_prints_it(changed: Path, aurore: Built) -> None:
    path = changed / "engagements" / "aurore" / "governance.yaml"
    text = path.read_text("utf-8")

    def printing(number: str) -> set[str]:
        return {kind for kind in KINDS if squeezed(number) in aurore.text(kind)}

    numbers = [
        number
        for number in re.findall(r"phone: (\+33[ \d]+)$", text, re.MULTILINE)
        if text.count(number) == 1 and printing(number)
    ]
    former = min(numbers, key=lambda number: sum(len(aurore.pages(kind)) for kind in printing(number)))
    new = former[:-2] + "99"
    assert not any(new in kept for kept in (text, *numbers))
    path.write_text(text.replace(former, new), "utf-8")
    expected = printing(former)
    assert 0 < len(expected) < len(KINDS)
    result = docgen(changed, "build", "aurore")
    assert result.returncode == 0, result.stderr
    assert set(re.findall(r"aurore: (\S+) rendered", result.stderr)) == expected
    now = Built(changed, "aurore")
    for kind in KINDS:
        assert (
            sha256((now.folder / f"{kind}.pdf").read_bytes())
            != sha256((aurore.folder / f"{kind}.pdf").read_bytes())
        ) is (kind in expected)
    for kind in expected:
        text = squeezed(
            "\n".join(page.extract_text() for page in PdfReader(now.folder / f"{kind}.pdf").pages)
        )
        assert missing(text, [new]) == []
        assert missing(text, [former]) == [former]


@pytest.mark.deep
def test_another_process_in_another_directory_makes_the_same_bytes(aurore: Built, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a directory with spaces é" / "deep"
    shutil.copytree(aurore.root, elsewhere, ignore=shutil.ignore_patterns("outputs", ".docgen"))
    result = docgen(
        elsewhere,
        "build",
        "aurore",
        "--only",
        "raci",
        PYTHONHASHSEED="7",
        TZ="Asia/Tokyo",
        LC_ALL="C",
        LANG="C",
    )
    assert result.returncode == 0, result.stderr
    made = contents(elsewhere / "outputs" / "aurore" / "1.0.0-draft")
    assert sorted(made) == ["manifest.json", "raci.pdf"]
    assert made["raci.pdf"] == (aurore.folder / "raci.pdf").read_bytes()


def test_two_whole_packs_are_the_same_to_the_byte(built_demo: Path, fresh: Path) -> None:
    result = docgen(fresh, "build", "demo", PYTHONHASHSEED="11", TZ="America/Lima")
    assert result.returncode == 0, result.stderr
    made = contents(fresh / "outputs")
    assert len(made) == 4
    assert made == contents(built_demo / "outputs")


def outline(built: Built, kind: str, depth: int) -> str:
    """The bookmarks of a PDF with their pages, and its number of pages."""
    reader = PdfReader(built.folder / f"{kind}.pdf")

    def lines(entries: list[Any], level: int) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from lines(entry, level + 1) if level + 1 < depth else ()
            else:
                yield f"{'  ' * level}{entry.title} . {(reader.get_destination_page_number(entry) or 0) + 1}"

    return "\n".join([f"{len(reader.pages)} pages", *lines(reader.outline, 0)]) + "\n"


@pytest.mark.parametrize(("kind", "depth"), [("raci", 2), ("escalation", 2), ("change-log", 2)])
def test_the_outline_of_a_short_document(
    aurore: Built, golden: Callable[[str, str], None], kind: str, depth: int
) -> None:
    golden(f"aurore/{kind}.outline", outline(aurore, kind, depth))


def test_the_bookmarks_of_the_pack_are_those_of_its_documents(aurore: Built) -> None:
    tops = [
        entry.title for entry in PdfReader(aurore.folder / "pack.pdf").outline if not isinstance(entry, list)
    ]
    titles = {entry["kind"]: entry["title"] for entry in aurore.manifest["files"]}
    assert tops == [titles[kind] for kind in ("contract", "sla-annex", "escalation", "raci", "change-log")]


def test_every_article_of_the_contract_has_a_bookmark(aurore: Built) -> None:
    marks = [line.strip().rpartition(" . ")[0] for line in outline(aurore, "contract", 1).splitlines()[1:]]
    numbers = [int(match[1]) for mark in marks if (match := re.match(r"Article (\d+)", mark))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 40
    pages = [int(line.rpartition(" . ")[2]) for line in outline(aurore, "contract", 1).splitlines()[1:]]
    assert pages == sorted(pages)
