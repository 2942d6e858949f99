"""The pages of docs/ that are made from the code are those that the code makes."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def tool() -> ModuleType:
    """tools/make_docs.py."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "tools/make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE_DOCS = tool()


@pytest.mark.parametrize("path", MAKE_DOCS.PAGES)
def test_the_page_is_current(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == MAKE_DOCS.PAGES[path](), "run 'make docs'"


def test_every_field_has_a_title() -> None:
    """A field that nobody explains would stand in the table with an empty cell."""
    rows = [
        line for line in MAKE_DOCS.formats().partition("## locale")[0].splitlines() if line.startswith("| `")
    ]
    assert len(rows) > 500
    assert [row for row in rows if not row.split(" | ")[1].strip()] == []
