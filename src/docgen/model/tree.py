"""Walk the tree of a document, and rebuild it: the only place that knows the children of each node.

Numbering, references, redline, text and pages rest on it. A new type of node joins a union of the model; mypy then
names each function that has to know it, here and in the printers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import is_
from typing import NamedTuple, TypeAlias, TypeVar, assert_never, overload

from docgen.model.document import (
    Block,
    Callout,
    Cell,
    Contents,
    Cover,
    Definition,
    Deleted,
    Division,
    Emphasis,
    Figure,
    Glossary,
    Inline,
    Inserted,
    Item,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Party,
    Reference,
    Row,
    Sheet,
    SignatureBox,
    Signatures,
    Strong,
    Superscript,
    Table,
    Text,
    Value,
)

Part = Item | Row | Cell | Definition | Party | SignatureBox
"""The parts of a block that are neither blocks nor inlines."""
Node = Division | Block | Part | Inline
Run: TypeAlias = tuple[Inline, ...]
"""The inlines of one paragraph, cell or introduction."""

T = TypeVar("T")


# --- walking -----------------------------------------------------------------------------------------------


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """These nodes and all their descendants, in reading order, each before its children."""
    for node in nodes:
        yield node
        yield from walk(held(node))


def held(node: Node) -> tuple[Node, ...]:
    """The nodes that a node holds directly, in reading order."""
    match node:
        case Division() | Strong() | Emphasis() | Link() | Inserted() | Deleted():
            return node.children
        case Paragraph() | Cell():
            return node.inlines
        case ItemList():
            return node.items
        case Table():
            return (*node.head, *node.body)
        case Row():
            return node.cells
        case Glossary():
            return node.entries
        case Item() | Definition() | Callout() | Sheet():
            return node.blocks
        case Cover():
            return node.parties
        case Signatures():
            return (*node.introduction, *node.boxes)
        case SignatureBox():
            return (node.party,)
        case Text() | Value() | Superscript() | LineBreak() | Reference() | Figure() | Contents() | Party():
            return ()
        case _:
            assert_never(node)


class Placed(NamedTuple):
    """A division, or a block directly in one, and the division that holds it (None: the document)."""

    node: Block | Division
    within: Division | None


def structure(nodes: Iterable[Block | Division], within: Division | None = None) -> Iterator[Placed]:
    """The divisions of a document and the blocks directly in them, in reading order."""
    for node in nodes:
        yield Placed(node, within)
        if isinstance(node, Division):
            yield from structure(node.children, node)


def divisions(nodes: Iterable[Block | Division]) -> Iterator[Division]:
    """Every division, in reading order."""
    return (node for node, _ in structure(nodes) if isinstance(node, Division))


def own_blocks(division: Division) -> tuple[Block, ...]:
    """The blocks directly in a division."""
    return tuple(child for child in division.children if not isinstance(child, Division))


# --- rebuilding --------------------------------------------------------------------------------------------


@overload
def map_blocks(node: Division, change: Callable[[Block], Block]) -> Division: ...
@overload
def map_blocks(node: Block, change: Callable[[Block], Block]) -> Block: ...
def map_blocks(node: Block | Division, change: Callable[[Block], Block]) -> Block | Division:
    """The node with each block in it changed, inner blocks before those that hold them, itself last where it is a block.

    The same object where nothing changed.
    """

    def blocks(inner: tuple[Block, ...]) -> tuple[Block, ...]:
        return _each(inner, lambda block: map_blocks(block, change))

    match node:
        case Division():
            return _with(node, children=_each(node.children, lambda child: map_blocks(child, change)))
        case ItemList():
            node = _with(node, items=_each(node.items, lambda item: _with(item, blocks=blocks(item.blocks))))
        case Glossary():
            node = _with(
                node, entries=_each(node.entries, lambda entry: _with(entry, blocks=blocks(entry.blocks)))
            )
        case Callout() | Sheet():
            node = _with(node, blocks=blocks(node.blocks))
        case Paragraph() | Table() | Figure() | Cover() | Contents() | Signatures():
            pass
        case _:
            assert_never(node)
    return change(node)


@overload
def map_runs(node: Division, change: Callable[[Run], Run]) -> Division: ...
@overload
def map_runs(node: Block, change: Callable[[Run], Run]) -> Block: ...
def map_runs(node: Block | Division, change: Callable[[Run], Run]) -> Block | Division:
    """The node with each run of inlines in it changed; the same object where nothing changed."""

    def rows(inner: tuple[Row, ...]) -> tuple[Row, ...]:
        return _each(inner, lambda row: _with(row, cells=_each(row.cells, cell)))

    def cell(inner: Cell) -> Cell:
        return _with(inner, inlines=change(inner.inlines))

    def block(inner: Block) -> Block:
        match inner:
            case Paragraph():
                return _with(inner, inlines=change(inner.inlines))
            case Table():
                return _with(inner, head=rows(inner.head), body=rows(inner.body))
            case Signatures():
                return _with(inner, introduction=change(inner.introduction))
            case ItemList() | Glossary() | Callout() | Sheet() | Figure() | Cover() | Contents():
                return inner  # their runs are those of the blocks in them
            case _:
                assert_never(inner)

    return map_blocks(node, block)


@overload
def map_inlines(node: Division, change: Callable[[Inline], Inline]) -> Division: ...
@overload
def map_inlines(node: Block, change: Callable[[Inline], Inline]) -> Block: ...
def map_inlines(node: Block | Division, change: Callable[[Inline], Inline]) -> Block | Division:
    """The node with each inline in it changed, inner ones first; the same object where nothing changed."""

    def inline(inner: Inline) -> Inline:
        match inner:
            case Strong() | Emphasis() | Link() | Inserted() | Deleted():
                return change(_with(inner, children=_each(inner.children, inline)))
            case Text() | Value() | Superscript() | LineBreak() | Reference():
                return change(inner)
            case _:
                assert_never(inner)

    return map_runs(node, lambda run: _each(run, inline))


def _each(nodes: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    changed = tuple(map(change, nodes))
    return nodes if all(map(is_, changed, nodes)) else changed


def _with(node: T, **changes: object) -> T:
    """The node with these fields; itself where they are the very objects that it has."""
    if all(getattr(node, name) is value for name, value in changes.items()):
        return node
    changed: T = replace(node, **changes)  # type: ignore[type-var]
    return changed
