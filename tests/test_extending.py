"""Adding one thing is adding one file: the examples of docs/extending.md, tried in a new workspace."""

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner

import docgen.manual
import docgen.rules.contract
from docgen.assemble import blocks
from docgen.assemble.assemble import assemble
from docgen.cli import formats
from docgen.cli.init import STARTER_DAY, starter
from docgen.cli.main import docgen as command
from docgen.model.document import Text, Value
from docgen.model.pack import Pack
from docgen.model.profile import Profile
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span
from docgen.workspace import Workspace, create_workspace

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/extending.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^`([\w/.-]+)`\n```\w+\n(.*?)^```\n", GUIDE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new workspace with a full contract, and the command line in it."""
    assert create_workspace(tmp_path / "house", starter(STARTER_DAY, Profile.FULL)) == ()
    monkeypatch.chdir(tmp_path / "house")
    return tmp_path / "house"


@pytest.fixture
def extension(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """A directory whose modules the registry that the test names takes as its own."""
    registry, caches = request.param
    folder = tmp_path / "extension"
    folder.mkdir()
    monkeypatch.setattr(registry, "__path__", [*registry.__path__, str(folder)])
    for cache in caches:
        cache.cache_clear()
    yield folder
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


def extends(registry: ModuleType, *caches: Any) -> pytest.MarkDecorator:
    """Give the test a directory that extends a registry, which remembers what it found."""
    return pytest.mark.parametrize("extension", [(registry, caches)], indirect=True, ids=[registry.__name__])


def add(where: Path, path: str, *, flat: bool = False) -> None:
    """Write one example; `flat` puts a module into the directory of extensions."""
    target = where / (path.rsplit("/", 1)[-1] if flat else path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(EXAMPLES[path], encoding="utf-8")
    importlib.invalidate_caches()


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def checked(context: Path) -> Pack:
    """The pack of the starter, sound or not at all."""
    found, diagnostics = check_workspace(Workspace(context), (), STARTER_DAY)
    assert [d for d in diagnostics if d.severity is Severity.ERROR] == []
    return found.packs["exemple"]


def printed(pack: Pack, kind: str) -> str:
    """The text of a document, with plain spaces."""
    (document,) = (document for document in assemble(pack).value if document.kind == kind)
    return "".join(_runs(document)).replace("\xa0", " ").replace("’", "'")


def _runs(node: Any) -> Iterator[str]:
    if isinstance(node, (Text, Value)):
        yield node.text
    elif isinstance(node, tuple):
        for part in node:
            yield from _runs(part)
    elif is_dataclass(node):
        for part in fields(node):
            yield from _runs(getattr(node, part.name))


def test_all_examples_are_tried() -> None:
    assert set(EXAMPLES) == {
        "clauses/astreinte/preavis.fr.md",
        "templates/outlines/memo.yaml",
        "src/docgen/assemble/blocks/user_count.py",
        "src/docgen/rules/contract/reference_without_year.py",
        "src/docgen/cli/formats/count.py",
    }


def test_a_clause_is_one_file(context: Path) -> None:
    add(context, "clauses/astreinte/preavis.fr.md")
    change(
        context / "templates/outlines/contract.yaml",
        "      - clause: exploitation.maintenance\n",
        "      - clause: exploitation.maintenance\n      - clause: astreinte.preavis\n",
    )
    assert "astreinte.preavis" not in checked(context).chosen, "its condition does not hold"
    change(
        context / "engagements/exemple/engagement.yaml",
        "  onsite_staff: false",
        "  on_call: true\n  onsite_staff: false",
    )
    change(
        context / "engagements/exemple/services.yaml",
        "    holidays_closed: true\n",
        "    holidays_closed: true\n    on_call: true\n",
    )
    pack = checked(context)
    assert "astreinte.preavis" in pack.chosen
    assert "planning des astreintes 7 jours avant leur début" in printed(pack, "contract")


def test_a_document_kind_is_one_file(context: Path) -> None:
    add(context, "templates/outlines/memo.yaml")
    rows = CliRunner().invoke(command, ["list", "kinds"]).output
    assert re.search(r"^memo +Mémo d'astreinte", rows, re.MULTILINE)
    assert "Service ou fonction vitale arrêtés" in printed(checked(context), "memo")


def test_a_locale_is_one_file(context: Path) -> None:
    english = (context / "templates/locales/en.yaml").read_text(encoding="utf-8")
    change(context / "engagements/exemple/engagement.yaml", "language: fr", "language: de")
    _, before = check_workspace(Workspace(context), (), STARTER_DAY)
    assert "DG114" in {fault.code for fault in before}
    german = english.replace("code: en\n", "code: de\n", 1).replace("cldr: en_GB", "cldr: de_DE", 1)
    (context / "templates/locales/de.yaml").write_text(german, encoding="utf-8")
    assert re.search(r"^de +de_DE", CliRunner().invoke(command, ["list", "locales"]).output, re.MULTILINE)
    _, after = check_workspace(Workspace(context), (), STARTER_DAY)
    assert "DG114" not in {fault.code for fault in after}
    assert any("'de'" in fault.message for fault in after), "it says what to translate"


@extends(blocks, blocks.names, blocks.find)
def test_a_block_is_one_file(context: Path, extension: Path) -> None:
    add(extension, "src/docgen/assemble/blocks/user_count.py", flat=True)
    add(context, "templates/outlines/memo.yaml")
    change(context / "templates/outlines/memo.yaml", "- block: priorities", "- block: user-count")
    assert "système d'information : 25" in printed(checked(context), "memo")


def harness(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The harness, known by its name while dataclasses look it up."""
    spec = importlib.util.spec_from_file_location("extending_harness", ROOT / "tests/rules/harness.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "extending_harness", module)
    spec.loader.exec_module(module)
    return module


@extends(docgen.rules.contract, docgen.rules.registry, docgen.manual.pages)
def test_a_rule_is_one_file(extension: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = harness(monkeypatch)
    add(extension, "src/docgen/rules/contract/reference_without_year.py", flat=True)
    page = docgen.manual.find("reference-without-year")
    assert page is not None
    found = [fault for fault in rules.check_files(page.bad) if fault.code == page.code]
    assert {tuple(fault.span) for fault in found} == set(rules.marks(page.bad, page.code))
    assert [fault for fault in rules.check_files(page.good) if fault.code == page.code] == []
    assert "names no year" in CliRunner().invoke(command, ["explain", "reference-without-year"]).output


@extends(formats, formats.names)
def test_a_format_is_one_file(extension: Path) -> None:
    add(extension, "src/docgen/cli/formats/count.py", flat=True)
    assert "count" in formats.names()
    fault = Diagnostic(Span("a.yaml"), "DG201", Severity.ERROR, "a fault")
    assert formats.find("count").show([fault], lambda path, line: "", False) == "1\n"


def test_the_guide_speaks_of_today() -> None:
    """Each path and command that it names exists."""
    for path in re.findall(r"`((?:src|templates|clauses|tests|docs)/[\w/.-]+)`", GUIDE):
        assert path in EXAMPLES or (ROOT / path).exists(), path
