"""What import-linter cannot say: only the doors touch the machine, and the words of documents are not in the code.

The order of the packages stands in `pyproject.toml`, `[tool.importlinter]`; here it is tried that it holds.
"""

import ast
import graphlib
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "docgen"
LINT = Path(sys.executable).parent / "lint-imports"

MACHINE = {
    "ctypes",
    "fcntl",
    "filelock",
    "fsspec",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
}
"""The disk, the processes, the clock, the storages of others."""

DOORS = {"workspace", "cache", "atomic_directories", "gitrepo", "processes", "target"}
"""The modules that may touch the machine."""

ALLOWED = {
    "cli": {"os", "pathlib"},  # paths that are typed, NO_COLOR
    "render/engines": {"ctypes"},  # whether the subsetter of fonts is there
}


def modules() -> list[Path]:
    return sorted(SOURCES.rglob("*.py"))


def name_of(path: Path) -> str:
    """`text/source` for src/docgen/text/source.py."""
    return path.relative_to(SOURCES).with_suffix("").as_posix()


def package_of(module: str) -> str:
    """The package, or the module at the root, of `text/source`."""
    return module.partition("/")[0]


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module that is imported anywhere in a file, deep inside functions too, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module == "pathlib" and all(alias.name.startswith("Pure") for alias in node.names):
                continue  # names of files, no files
            yield node.module or "", node.lineno
            if node.module == "docgen":
                yield from ((f"docgen.{alias.name}", node.lineno) for alias in node.names)


def touching(module: str, tree: ast.AST) -> Iterator[str]:
    """The imports by which a module could touch the machine without being a door."""
    if package_of(module) in DOORS:
        return
    allowed = ALLOWED.get(module, set()) | ALLOWED.get(package_of(module), set())
    for name, line in imports(tree):
        if name.partition(".")[0] in MACHINE - allowed:
            yield f"{module}:{line} imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield f"{module}:{node.lineno} opens a file"


def accented(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The string literals that hold accented letters: words of one language. Docstrings and patterns of signs are none."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in docstrings:
            continue
        if any(map(_is_accented, _WORD.findall(node.value))):
            yield node.value, node.lineno


_WORD = re.compile(r"[^\W\d_]{3,}")


def _is_accented(word: str) -> bool:
    return any(unicodedata.decomposition(sign) for sign in word)


def printed(module: str, text: str) -> bool:
    """False for what is shown and never printed in a document: the files of a rule's examples, examples of a schema."""
    return not (module.startswith("read/schemas/") or (module.startswith("rules/") and "\n" in text))


RECOGNISED = {"rules/law/_courts"}
"""Modules that look for words of one language in what people wrote, and never print them."""


UNTYPED = {
    "text/yamltext": "a document before a schema checked it, and the events of PyYAML",
    "render/structure": "boxes and tags of WeasyPrint, which declares no types",
    "render/binder": "the objects of a PDF",
    "render/html": "what Jinja hands to a template",
    "target": "storages of fsspec, which declares no types",
    "processes": "what comes back from another process",
}
"""The modules outside `read` that may say `Any`, and of what."""


def untyped(tree: ast.AST) -> Iterator[str]:
    """Where a module says `Any`, or looks a value of an engagement up by key instead of by its field."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "Any":
            yield f"{node.lineno} Any"
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr == "printed"
        ):
            yield f"{node.lineno} {ast.unparse(node)}"


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {name_of(path): ast.parse(path.read_text("utf-8")) for path in modules()}


def imported(trees: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """The files that each file imports, at its head or within a function, by names such as `text/source`."""
    known = {f"docgen.{name.replace('/', '.')}".removesuffix(".__init__"): name for name in trees}
    return {
        name: {known[one] for one in _names(tree) if one in known} - {name} for name, tree in trees.items()
    }


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names))


def test_no_two_files_import_each_other(trees: dict[str, ast.Module]) -> None:
    graph = imported(trees)
    assert sum(map(len, graph.values())) > 1000
    list(graphlib.TopologicalSorter(graph).static_order())  # a CycleError names the files of a circle


def test_a_circle_of_imports_is_found() -> None:
    texts = {
        "text/a": "from docgen.text import b",
        "text/b": "def late():\n    from docgen.text.a import one",
    }
    graph = imported({name: ast.parse(text) for name, text in texts.items()})
    with pytest.raises(graphlib.CycleError):
        list(graphlib.TopologicalSorter(graph).static_order())


def order_held(sources: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the package `docgen` of a folder, by this repository's table."""
    return subprocess.run(
        [LINT, "--no-cache", "--config", ROOT / "pyproject.toml"],
        env={**os.environ, "PYTHONPATH": str(sources)},
        cwd=sources,
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_package_imports_only_what_stands_below_it() -> None:
    done = order_held(SOURCES.parent)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "held"),
    [
        ("text/source", "from docgen.model import outline", False),
        ("text/source", "import docgen.cli.main", False),
        ("text/source", "from docgen import workspace", False),
        ("text/source", "def late():\n    from docgen.render import pdf", False),
        ("unplaced/module", "", False),
        (
            "model/outline",
            "from docgen.text import source\nfrom docgen import __version__\nimport json",
            True,
        ),
    ],
)
def test_an_import_out_of_order_is_found(tmp_path: Path, module: str, line: str, held: bool) -> None:
    for name in (*map(name_of, modules()), module):
        path = tmp_path / "docgen" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for folder in {path.parent for path in tmp_path.rglob("*.py")}:
        (folder / "__init__.py").touch()
    (tmp_path / "docgen" / f"{module}.py").write_text(line)
    assert (order_held(tmp_path).returncode == 0) == held


def test_only_the_doors_touch_the_machine(trees: dict[str, ast.Module]) -> None:
    assert [fault for module, tree in trees.items() for fault in touching(module, tree)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from pathlib import Path",
        "import os.path",
        "from subprocess import run",
        "import time",
        "open('x')",
    ],
)
def test_a_touch_of_the_machine_is_seen(line: str) -> None:
    assert len(list(touching("text/source", ast.parse(line)))) == 1
    assert list(touching("workspace", ast.parse(line))) == []


def test_the_exceptions_are_still_needed(trees: dict[str, ast.Module]) -> None:
    for place, names in ALLOWED.items():
        used = {
            name.partition(".")[0]
            for module, tree in trees.items()
            if place in (module, package_of(module))
            for name, _ in imports(tree)
        }
        assert names <= used, place
    assert all(any(printed(module, text) for text, _ in accented(trees[module])) for module in RECOGNISED)


def test_behind_the_reader_everything_has_a_type(trees: dict[str, ast.Module]) -> None:
    found = [
        f"{module}:{fault}"
        for module, tree in trees.items()
        if package_of(module) != "read" and module not in UNTYPED
        for fault in untyped(tree)
    ]
    assert found == []
    assert [module for module in UNTYPED if not list(untyped(trees[module]))] == []


@pytest.mark.parametrize(
    "line",
    [
        "value: Any = 1",
        "def show(rows: list[Any]) -> None: ...",
        'day = engagement.printed["contract"]["date"]',
    ],
)
def test_a_value_without_a_type_is_seen(line: str) -> None:
    assert len(list(untyped(ast.parse(line)))) == 1


def test_the_words_of_documents_are_not_in_the_code(trees: dict[str, ast.Module]) -> None:
    found = [
        f"{module}:{line} {text!r}"
        for module, tree in trees.items()
        if module not in RECOGNISED
        for text, line in accented(tree)
        if printed(module, text)
    ]
    assert found == []


def test_a_french_word_in_the_code_is_seen() -> None:
    tree = ast.parse('"""Pénalité."""\nTITLE = "Pénalités"\nSIGNS = "[à-ÿ]≠"\nprint(f"{TITLE} dépassé")')
    assert [text for text, _ in accented(tree)] == ["Pénalités", " dépassé"]


def test_the_standard_library_is_what_the_table_names() -> None:
    assert {*sys.stdlib_module_names, "filelock", "fsspec"} >= MACHINE
