"""Damaged files of the examples: the answer is a diagnostic with a place, never an exception, a hang or much memory.

What is still sound after the damage is assembled, and some of it printed as HTML.
"""

import time
from collections.abc import Mapping
from functools import cache
from zlib import crc32

import pytest
from hypothesis import given

from docgen.model.document import Document
from docgen.render.html import PageTemplates
from docgen.text.decode import decode
from docgen.text.diagnostics import has_errors

from ..rules.harness import base
from . import workspaces
from .conftest import cases
from .mutations import PAGE, PROSE, YAML, Damaged, mutants
from .workspaces import checked, documents, examples, pages, placed, printed, small, watched

pytestmark = pytest.mark.fuzz
VALUES = {
    path: small()[path] for path in ("clauses/terms.yaml", "docgen.yaml", "engagements/demo/engagement.yaml")
}
CLAUSES = {path: content for path, content in base().items() if path.endswith(".md")}
OUTLINES = {path: content for path, content in small().items() if "/outlines/" in path}
LOCALES = {path: content for path, content in small().items() if path.endswith("/fr.yaml")}
PARTS = {
    path: content
    for path, content in examples().items()
    if path.startswith("engagements/") and path.count("/") == 2
}
PAGES = {f"templates/page/{name}": text.encode() for name, text in pages().texts}
TEMPLATES = {path: content for path, content in PAGES.items() if path.endswith((".j2", "20-page.css"))}


def front(content: bytes) -> int:
    """How many bytes the front matter takes."""
    return content.index(b"\n---\n", 1) + 5


def tried(
    whole: Mapping[str, bytes],
    path: str,
    content: bytes,
    engagement: str = "demo",
    share: int = 4,
    made: int = 1,
) -> None:
    """Check a workspace with one file damaged; assemble one in `made` of those still sound, and print one in `share`."""
    with watched():
        contents = {**whole, path: content}
        answer, diagnostics = checked(contents, engagement)
        drawn = crc32(content)
        trees = (
            documents(answer, engagement, contents)
            if drawn % made == 0 and not has_errors(diagnostics)
            else ()
        )
        printed(trees if drawn % share == 0 else (), pages(), {})


@pytest.mark.parametrize(
    ("whole", "engagement", "least"),
    [(base(), "demo", 2), (small(), "demo", 3), (examples(), "aurore", 5), (examples(), "boulange", 5)],
)
def test_the_undamaged_workspace_is_sound(whole: Mapping[str, bytes], engagement: str, least: int) -> None:
    """Otherwise the damage would seldom be reached by the rules that check a pack."""
    made = documents(checked(whole, engagement)[0], engagement, whole)
    assert len(made) >= least
    printed(made, pages(), {})


def test_what_takes_too_much_memory_or_never_ends_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MemoryError), watched():
        bytes(2 * workspaces.MEMORY)
    with watched():
        assert bytes(workspaces.MEMORY // 4)
    monkeypatch.setattr(workspaces, "SECONDS", 0.01)
    with pytest.raises(AssertionError, match="no answer"), watched():
        time.sleep(60)


@cases()
@given(mutants(VALUES, YAML))
def test_values(case: Damaged) -> None:
    tried(small(), *case, share=6, made=2)


@cases()
@given(mutants(CLAUSES, YAML))
def test_front_matter(case: Damaged) -> None:
    tried(base(), *case, share=3)


@cases()
@given(mutants(CLAUSES, PROSE, front))
def test_clause_text(case: Damaged) -> None:
    tried(base(), *case, share=3)


@cases()
@given(mutants(OUTLINES, YAML))
def test_outlines(case: Damaged) -> None:
    tried(small(), *case, share=8, made=2)


@cases()
@given(mutants(LOCALES, YAML))
def test_locales(case: Damaged) -> None:
    tried(small(), *case, share=32, made=8)


@cases()
@given(mutants(PARTS, YAML))
def test_parts_of_the_examples(case: Damaged) -> None:
    path, content = case
    tried(examples(), path, content, path.split("/")[1], share=8)


@cases()
@given(mutants(TEMPLATES, PAGE))
def test_page_templates(case: Damaged) -> None:
    path, content = case
    source, faults = decode(path, content)
    for fault in faults:
        placed(fault, {path: content})
    texts = dict(pages().texts) | {path.rpartition("/")[2]: source.text}
    with watched():
        printed(_sound()[-1:], PageTemplates.of(texts), {**PAGES, path: content})


@cache
def _sound() -> tuple[Document, ...]:
    return documents(checked(base(), "demo")[0], "demo", base())
