"""Whole packs from the command to the bytes: files, manifest, what is printed, what is rendered again."""

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


def kinds(built: Built) -> list[str]:
    """The kinds of document of a pack, in order."""
    return sorted(entry["kind"] for entry in built.manifest["files"] if entry["kind"] != "pack")


def test_the_pack_is_these_files_and_no_others(whole: Built) -> None:
    assert sorted(contents(whole.folder)) == [
        *sorted([*(f"{kind}.pdf" for kind in kinds(whole)), "pack.pdf", "manifest.json"])
    ]
    assert sorted(path.name for path in whole.folder.parent.iterdir()) == ["1.0.0-draft"]
    assert [path.name for path in (whole.root / "outputs").iterdir()] == [whole.engagement]


def test_the_command_says_what_it_made(whole: Built) -> None:
    pages = sum(entry["pages"] for entry in whole.manifest["files"] if entry["kind"] != "pack")
    assert (whole.root / "result.txt").read_text() == (
        f"{whole.engagement}: outputs/{whole.engagement}/1.0.0-draft: "
        f"{len(kinds(whole)) + 1} files, {pages} pages, {len(kinds(whole))} rendered\n"
    )


def test_the_manifest_says_what_each_file_is(whole: Built) -> None:
    manifest = whole.manifest
    assert (manifest["engagement"], manifest["version"], manifest["status"], manifest["date"]) == (
        whole.engagement,
        "1.0.0-draft",
        "draft",
        "2026-11-24",
    )
    assert [entry["kind"] for entry in manifest["files"]] == sorted([*kinds(whole), "pack"])
    for entry in manifest["files"]:
        content = (whole.folder / entry["file"]).read_bytes()
        reader = PdfReader(whole.folder / entry["file"])
        assert entry["file"] == f"{entry['kind']}.pdf"
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["pages"] == len(reader.pages)
        assert reader.metadata is not None
        assert entry["title"] in str(reader.metadata.title)
    pages = {entry["kind"]: entry["pages"] for entry in manifest["files"]}
    assert pages["pack"] == sum(pages[kind] for kind in kinds(whole))


def test_a_small_deal_is_at_most_twenty_pages(boulange: Built) -> None:
    (pages,) = (entry["pages"] for entry in boulange.manifest["files"] if entry["kind"] == "pack")
    assert pages <= 20


def test_the_manifest_names_every_input_and_nothing_else(whole: Built) -> None:
    suffixes = {
        "clauses": (".md", ".yaml"),
        "engagements": (".yaml", ".md"),
        "templates": (".yaml", ".css", ".j2", ".ttf", ".otf"),
    }
    expected = {"docgen.yaml"}
    for folder, kept in suffixes.items():
        expected |= {
            path.relative_to(whole.root).as_posix()
            for path in (whole.root / folder).rglob("*")
            if path.suffix in kept
        }
    unread = re.compile(r"engagements/[^/]+/.+/|templates/(?!page/|fonts/|outlines/|locales/)")
    expected = {path for path in expected if not unread.match(path)}
    found = {entry["path"]: entry["sha256"] for entry in whole.manifest["inputs"]}
    assert list(found) == sorted(found)
    assert set(found) == expected
    assert all(
        digest == hashlib.sha256((whole.root / path).read_bytes()).hexdigest()
        for path, digest in found.items()
    )


def test_the_manifest_names_the_engines(whole: Built) -> None:
    engines = whole.manifest["engines"]
    assert {"docgen", "weasyprint", "pydyf", "subsetter"} <= set(engines)
    assert all(engines.values())
    assert engines["docgen"].endswith(Workspace(whole.root).own_digest())


def test_a_second_build_renders_nothing(whole: Built, tmp_path: Path) -> None:
    before = contents(whole.folder)
    result = docgen(
        whole.root, "build", whole.engagement, "--quiet", poison=poisoned(tmp_path / "poison", "weasyprint")
    )
    assert (result.returncode, result.stdout, result.stderr) == (
        0,
        f"outputs/{whole.engagement}/1.0.0-draft\n",
        "",
    )
    assert contents(whole.folder) == before


def test_the_poison_kills(tmp_path: Path, fresh: Path) -> None:
    result = docgen(fresh, "build", "demo", poison=poisoned(tmp_path / "poison", "weasyprint"))
    assert result.returncode == 3
    assert "weasyprint was imported" in result.stderr


def test_a_check_loads_nothing_that_makes_pages(whole: Built, tmp_path: Path) -> None:
    poison = poisoned(tmp_path / "poison", "weasyprint", "pikepdf", "markdown", "fontTools", "pydyf")
    result = docgen(whole.root, "check", poison=poison)
    assert (result.returncode, result.stdout.count("error")) == (0, 0), result.stderr


@pytest.fixture
def changed(whole: Built, tmp_path: Path) -> Path:
    """A workspace as built, to change."""
    return Path(shutil.copytree(whole.root, tmp_path / whole.engagement))


def test_a_pack_that_lost_a_file_is_made_whole_from_the_cache(
    changed: Path, whole: Built, tmp_path: Path
) -> None:
    folder = changed / "outputs" / whole.engagement / "1.0.0-draft"
    gone, damaged, *_ = kinds(whole)
    (folder / f"{gone}.pdf").unlink()
    (folder / f"{damaged}.pdf").write_bytes(b"%PDF damaged")
    result = docgen(changed, "build", whole.engagement, poison=poisoned(tmp_path / "poison", "weasyprint"))
    assert result.returncode == 0, result.stderr
    assert contents(folder) == contents(whole.folder)


@pytest.mark.deep
def test_a_changed_phone_number_renders_only_what_prints_it(aurore: Built, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(aurore.root, tmp_path / "aurore"))
    path = changed / "engagements" / "aurore" / "governance.yaml"
    text = path.read_text("utf-8")

    def printing(number: str) -> set[str]:
        return {kind for kind in kinds(aurore) if squeezed(number) in aurore.text(kind)}

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
    assert 0 < len(expected) < len(kinds(aurore))
    result = docgen(changed, "build", "aurore")
    assert result.returncode == 0, result.stderr
    assert set(re.findall(r"aurore: (\S+) rendered", result.stderr)) == expected
    now = Built(changed, "aurore")
    for kind in kinds(aurore):
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


@pytest.mark.deep
@pytest.mark.parametrize(("kind", "depth"), [("raci", 2), ("escalation", 2), ("change-log", 2)])
def test_the_outline_of_a_short_document(
    aurore: Built, golden: Callable[[str, str], None], kind: str, depth: int
) -> None:
    golden(f"aurore/{kind}.outline", outline(aurore, kind, depth))


def test_the_bookmarks_of_the_pack_are_those_of_its_documents(whole: Built) -> None:
    tops = [
        entry.title for entry in PdfReader(whole.folder / "pack.pdf").outline if not isinstance(entry, list)
    ]
    titles = {entry["kind"]: entry["title"] for entry in whole.manifest["files"]}
    assert sorted(tops) == sorted(titles[kind] for kind in kinds(whole))


def test_every_page_is_free_of_what_must_never_print(whole: Built) -> None:
    wrong = re.compile(
        r"\{\{|\}\}|\{%|\[\[|\]\]|\bNone\b|\bUndefined\b|référence inconnue|[\ue000-\uf8ff\ufffd\ufffc]"
    )
    pages = [
        (kind, number, page) for kind in kinds(whole) for number, page in enumerate(whole.pages(kind), 1)
    ]
    assert [
        (kind, number) for kind, number, page in pages if wrong.search(page) or len(page.split()) < 10
    ] == []


@pytest.mark.deep
def test_every_article_of_the_contract_has_a_bookmark(aurore: Built) -> None:
    marks = [line.strip().rpartition(" . ")[0] for line in outline(aurore, "contract", 1).splitlines()[1:]]
    numbers = [int(match[1]) for mark in marks if (match := re.match(r"Article (\d+)", mark))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 40
    pages = [int(line.rpartition(" . ")[2]) for line in outline(aurore, "contract", 1).splitlines()[1:]]
    assert pages == sorted(pages)
