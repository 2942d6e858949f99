"""The catalogue of faults: each is declared once, named by a constant where it is reported, and has its manual page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import docgen.manual
import docgen.rules
from docgen.manual import ManualError, pages, topics
from docgen.rules import CODE, RuleError, registry
from docgen.text import faults
from docgen.text.diagnostics import Severity
from docgen.text.faults import KINDS, FaultKind

SOURCES = Path(__file__).parents[1] / "src" / "docgen"
DECLARED = "text/faults.py"
EXAMPLES = {"read/schemas/waivers.py"}
"""The example of a field that holds a code."""


def outside() -> Iterator[tuple[str, ast.Module]]:
    """The modules that declare no fault."""
    for path in sorted(SOURCES.rglob("*.py")):
        name = path.relative_to(SOURCES).as_posix()
        if name != DECLARED and not name.startswith("rules/"):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def literals(tree: ast.AST) -> list[int]:
    """The lines of strings that are a code."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    ]


def names(tree: ast.AST) -> set[str]:
    """The constants of `text/faults.py` that a module imports and uses."""
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "docgen.text.faults"
        for alias in node.names
    }
    return imported & {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_no_code_is_written_where_a_fault_is_reported() -> None:
    found = [f"{name}:{line}" for name, tree in outside() if name not in EXAMPLES for line in literals(tree)]
    assert found == []


def test_a_written_code_is_seen() -> None:
    assert literals(ast.parse('"""DG101 is a fault."""\nfault(span, "DG606", "no git")')) == [2]


def test_every_kind_is_reported_somewhere() -> None:
    declared = {name for name, value in vars(faults).items() if isinstance(value, FaultKind)}
    assert declared - {name for _, tree in outside() for name in names(tree)} == set()


def test_the_name_of_a_constant_is_that_of_its_kind() -> None:
    for name, kind in vars(faults).items():
        if isinstance(kind, FaultKind):
            assert name.lower().replace("_", "-") == kind.name


def test_kinds_stand_in_order() -> None:
    assert [kind.code for kind in KINDS] == sorted({kind.code for kind in KINDS})


def test_codes_and_names_are_unique_and_well_formed() -> None:
    for words in ([page.code for page in pages()], [page.name for page in pages()]):
        assert len(set(words)) == len(words)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", page.name) for page in pages())


def test_the_codes_of_topics_leave_room() -> None:
    """No two topics share a number; each has a hundred codes."""
    numbers = [topic.codes for topic in topics()]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r"DG[1-9]\d", number) for number in numbers)
    assert all(topic.about.endswith(".") for topic in topics())


def test_a_rule_has_the_severity_that_its_kind_has() -> None:
    kinds = {kind.code: kind for kind in KINDS}
    shared = [rule for rule in registry() if rule.code in kinds]
    assert [(rule.name, rule.severity) for rule in shared] == [
        (kinds[rule.code].name, kinds[rule.code].severity) for rule in shared
    ]
    assert shared, "a reference to what the pack leaves out is found by a rule, and by numbering"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A directory that the topic `raci` takes as its own."""
    import docgen.rules.raci as topic

    monkeypatch.setattr(topic, "__path__", [*topic.__path__, str(tmp_path)])
    caches = (registry, pages)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


def rule(code: str) -> str:
    """The text of a rule with a code."""
    return (
        '"""A fault."""\nfrom docgen.text.diagnostics import Severity\n'
        f'CODE = "{code}"\nSEVERITY = Severity.NOTE\nBAD = {{}}\nGOOD = {{}}\n'
    )


def test_a_code_that_is_taken_is_refused(folder: Path) -> None:
    (folder / "first_twin.py").write_text(rule("DG441"))
    with pytest.raises(RuleError, match=r"DG441 is taken twice: .*accountable_twice.*first_twin"):
        registry()


def test_a_name_that_is_taken_is_refused(folder: Path) -> None:
    (folder / "gti_not_below_gtr.py").write_text(rule("DG4401"))
    with pytest.raises(RuleError, match="gti-not-below-gtr is taken twice"):
        registry()


def test_a_code_of_another_topic_is_refused(folder: Path) -> None:
    (folder / "code_of_penalties.py").write_text(rule("DG4201"))
    with pytest.raises(
        ManualError, match="DG4201 code-of-penalties is not a code of its topic: DG4400 to DG4499"
    ):
        pages()


def with_kinds(monkeypatch: pytest.MonkeyPatch, *kinds: FaultKind) -> ModuleType:
    """The manual with other kinds beside those of the rules."""
    monkeypatch.setattr(docgen.manual, "KINDS", kinds)
    pages.cache_clear()
    return docgen.manual


def test_a_kind_without_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_kinds(monkeypatch, *KINDS, FaultKind("DG6001", "seal-broken"))
    with pytest.raises(ManualError, match="DG6001 seal-broken has no page"):
        pages()
    pages.cache_clear()


def test_a_page_without_a_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_kinds(monkeypatch, *(kind for kind in KINDS if kind.name != "no-locale"))
    with pytest.raises(ManualError, match="no fault has the name of these pages: no-locale"):
        pages()
    pages.cache_clear()


def test_a_kind_with_the_code_of_a_rule_under_another_name_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_kinds(monkeypatch, *KINDS, FaultKind("DG441", "second-accountable", Severity.NOTE))
    with pytest.raises(ManualError, match="DG441"):
        pages()
    pages.cache_clear()
