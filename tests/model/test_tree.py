"""Every node of the tree is walked, rebuilt and printed; a type of node that is forgotten somewhere is an error."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from docgen.history.redline_markup import compared, marked
from docgen.history.tokens import tokens
from docgen.model import document as model
from docgen.model.as_text import inline_text, node_text
from docgen.model.brand import Brand
from docgen.model.document import (
    Callout,
    Division,
    Document,
    Glossary,
    Inline,
    ItemList,
    Paragraph,
    Signatures,
    Strong,
    Superscript,
    Text,
    Value,
)
from docgen.model.tree import Node, divisions, held, map_blocks, map_inlines, map_runs, structure, walk
from docgen.render.html import PageTemplates, to_html
from docgen.render.widths import plain

from .nodes import DEFINITION, ITEM, SAMPLES, said

ROOT = Path(__file__).parents[2]
PAGE = PageTemplates.of({path.name: path.read_text("utf-8") for path in (ROOT / "templates/page").iterdir()})
BLOCKS = tuple(node for node in SAMPLES if isinstance(node, get_args(model.Block)))
INLINES = tuple(node for node in SAMPLES if isinstance(node, get_args(model.Inline)))
WORDS = (("page", "Page"), ("version", "Version"))
WHOLE = Division("all", "All", 1, (*BLOCKS, Paragraph(INLINES)))


def named(node: Any) -> str:
    return type(node).__name__


def test_there_is_a_sample_of_each_type_of_node() -> None:
    assert {type(node) for node in SAMPLES} == set(get_args(Node))


# --- walking


def reflected(value: Any) -> Iterator[Any]:
    """The nodes in the fields of a node, found without knowing its type."""
    for field in fields(value):
        yield from _nodes(getattr(value, field.name))


def _nodes(value: Any) -> Iterator[Any]:
    if isinstance(value, get_args(Node)):
        yield value
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for part in value:
            yield from _nodes(part)


@pytest.mark.parametrize("node", SAMPLES, ids=named)
def test_a_node_holds_what_its_fields_hold(node: Any) -> None:
    assert held(node) == tuple(reflected(node))


def test_a_walk_reads_in_order_and_each_node_before_what_it_holds() -> None:
    nested = Division("a", "A", 1, (said("one"), Callout("two", (ItemList((ITEM,)), said("four")))))
    found = [node.text if isinstance(node, Text) else named(node) for node in walk((nested, said("five")))]
    assert found == [
        "Division", "Paragraph", "one", "Callout", "ItemList", "Item", "Paragraph", "item one", "Paragraph", "item two",
        "Paragraph", "four", "Paragraph", "five",
    ]  # fmt: skip


def test_the_structure_names_the_division_that_holds_each_block() -> None:
    clause = Division("a.b", "Clause", 2, (said("x"),))
    article = Division("a", "Article", 1, (clause, Glossary((DEFINITION,))))
    placed = [
        (getattr(node, "id", named(node)), within.id if within else "")
        for node, within in structure((said("y"), article))
    ]
    assert placed == [("Paragraph", ""), ("a", ""), ("a.b", "a"), ("Paragraph", "a.b"), ("Glossary", "a")]
    assert list(divisions((said("y"), article))) == [article, clause]


# --- rebuilding


@pytest.mark.parametrize("node", [*BLOCKS, WHOLE], ids=named)
def test_a_node_in_which_nothing_changed_is_the_same_object(node: Any) -> None:
    assert map_blocks(node, lambda block: block) is node
    assert map_runs(node, lambda run: run) is node
    assert map_inlines(node, lambda inline: inline) is node
    assert map_inlines(node, lambda inline: replace(inline) if inline == Text("?") else inline) is node


def test_what_did_not_change_is_kept_beside_what_did() -> None:
    kept, other = said("kept"), Callout("box", (said("old"),))
    node = Division("a", "A", 1, (kept, other))
    changed = map_inlines(node, lambda inline: Text("new") if inline == Text("old") else inline)
    assert changed == Division("a", "A", 1, (kept, Callout("box", (said("new"),))))
    assert changed.children[0] is kept


def test_each_inline_is_changed_once_and_inner_ones_first() -> None:
    seen: list[Inline] = []

    def change(inline: Inline) -> Inline:
        seen.append(inline)
        return Text(inline.text.upper()) if isinstance(inline, Text) else inline

    changed = map_inlines(WHOLE, change)
    assert sorted(map(named, seen)) == sorted(
        named(node) for node in walk((WHOLE,)) if isinstance(node, get_args(model.Inline))
    )
    texts = [node.text for node in walk((changed,)) if isinstance(node, Text)]
    assert texts == [node.text.upper() for node in walk((WHOLE,)) if isinstance(node, Text)]
    assert Strong((Text("STRONG"),)) in seen


def test_each_run_is_changed_once() -> None:
    seen: list[model.Inline] = []
    map_runs(WHOLE, lambda run: seen.extend(run) or run)  # type: ignore[func-returns-value]
    outer = [
        inline
        for node in walk((WHOLE,))
        for inline in (
            node.inlines
            if hasattr(node, "inlines")
            else node.introduction
            if isinstance(node, Signatures)
            else ()
        )
    ]
    assert seen == outer


def test_each_block_is_changed_once_and_inner_ones_first() -> None:
    inner, outer = said("inner"), Callout("outer", (said("inner"), ItemList((ITEM,))))
    seen: list[str] = []
    map_blocks(outer, lambda block: seen.append(named(block)) or block)  # type: ignore[func-returns-value]
    assert seen == ["Paragraph", "Paragraph", "Paragraph", "ItemList", "Callout"]
    changed = map_blocks(WHOLE, lambda block: inner if isinstance(block, Paragraph) else block)
    assert {block for block in walk((changed,)) if isinstance(block, Paragraph)} == {inner}


# --- printing


@pytest.mark.parametrize("block", [*BLOCKS, *(Paragraph((inline,)) for inline in INLINES)], ids=named)
def test_the_text_and_the_page_say_all_that_a_node_says(block: Any) -> None:
    page = html(block)
    text = node_text(block)
    for node in walk((block,)):
        if isinstance(node, Text | Value | Superscript):
            assert node.text in text
            assert node.text in page


@pytest.mark.parametrize(
    "kind",
    [kind for kind in get_args(Node) if kind.__name__ not in ("Row", "Cell")],
    ids=lambda kind: kind.__name__,
)
def test_each_type_of_node_has_a_macro(kind: type) -> None:
    """Rows and cells are printed by the macro of tables."""
    assert re.search(rf"macro {kind.__name__}\(node, depth\)", dict(PAGE.texts)["nodes.html.j2"])


def document(*children: Any) -> Document:
    return Document("contract", "T", "fr", "R", "1", "S", False, "T", "", WORDS, children)


def html(*children: Any) -> str:
    page, faults = to_html(document(*children), PAGE, Brand())
    assert faults == ()
    return page.partition("<main>")[2]


# --- a type of node that nothing knows


@dataclass(frozen=True, slots=True)
class Sidebar:
    """A block that joined no union."""

    blocks: tuple[Any, ...] = ()
    title: str = ""


UNKNOWN: Any = Sidebar()
TELLING: dict[str, Callable[[], object]] = {
    "walk": lambda: list(walk((UNKNOWN,))),
    "map_blocks": lambda: map_blocks(UNKNOWN, lambda block: block),
    "map_runs": lambda: map_runs(UNKNOWN, lambda run: run),
    "map_inlines": lambda: map_inlines(Paragraph((UNKNOWN,)), lambda inline: inline),
    "node_text": lambda: node_text(UNKNOWN),
    "inline_text": lambda: inline_text((UNKNOWN,)),
    "plain": lambda: plain((UNKNOWN,)),
    "atoms": lambda: list(tokens((UNKNOWN,))),
    "marked": lambda: marked(UNKNOWN),
    "compared": lambda: list(compared(UNKNOWN, UNKNOWN)),
}


@pytest.mark.parametrize("tell", TELLING.values(), ids=TELLING)
def test_an_unknown_node_is_never_passed_over(tell: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match="unreachable"):
        tell()


def test_a_page_template_without_a_macro_for_a_node_is_a_fault() -> None:
    page, (fault,) = to_html(document(UNKNOWN), PAGE, Brand())
    assert (page, fault.code) == ("", "DG506")
    assert "no macro 'Sidebar'" in fault.message


def test_mypy_names_each_function_that_has_to_know_a_new_block_or_inline(tmp_path: Path) -> None:
    source = ROOT / "src/docgen/model/document.py"
    text = source.read_text("utf-8")
    new = "@dataclass(frozen=True, slots=True)\nclass {}:\n    title: str = ''\n\n\n{} = {} | "
    for union, name in (("Inline", "Footnote"), ("Block", "Sidebar")):
        text, count = re.subn(rf"^{union} = ", new.format(name, union, name), text, flags=re.MULTILINE)
        assert count == 1
    shadow = tmp_path / "document.py"
    shadow.write_text(text, "utf-8")
    modules = [
        "model.tree",
        "model.as_text",
        "render.widths",
        "history.tokens",
        "history.redline_markup",
        "history.redline",
    ]
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(tmp_path),
         "--shadow-file", str(source), str(shadow), *(arg for name in modules for arg in ("-m", f"docgen.{name}"))],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = set(re.findall(r'src/docgen/(\w+/\w+)\.py:\d+: error: Argument 1 to "assert_never"', run.stdout))
    assert told == {name.replace(".", "/") for name in modules}, run.stdout + run.stderr
