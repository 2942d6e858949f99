"""The tree of a document as plain text: all that a reader sees, in order, with numbers, labels and references.

For reading and comparing trees without a page. One block a line where it fits; tables are rows between bars; a
reference shows where it leads: `[article 12.3 du Contrat](contract#clause-penalites-plafond)`.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from docgen.model.document import (
    Block,
    Callout,
    Contents,
    Cover,
    Deleted,
    Division,
    Document,
    Emphasis,
    Figure,
    Glossary,
    Inline,
    Inserted,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Party,
    Reference,
    Row,
    Sheet,
    Signatures,
    Strong,
    Superscript,
    Table,
    Text,
    Value,
)

_STEP = "  "


def as_text(document: Document) -> str:
    """The whole document: a line with its own metadata, then its nodes."""
    head = (
        document.kind,
        document.language,
        document.reference,
        document.version,
        document.status,
        document.watermark,
    )
    lines = [document.title, " · ".join(part for part in head if part), *_nodes(document.children)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def node_text(node: Block | Division) -> str:
    """One block or division, with its content."""
    return "\n".join(line.rstrip() for line in _node(node)) + "\n"


def inline_text(inlines: Iterable[Inline]) -> str:
    """A run of inlines: `**bold**`, `*italic*`, `1^er`, `[link](url)`, `{+added+}`, `[-removed-]`; an end of line is ` / `."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Value(text):
            return text
        case Strong(children):
            return f"**{inline_text(children)}**"
        case Emphasis(children):
            return f"*{inline_text(children)}*"
        case Inserted(children):
            return f"{{+{inline_text(children)}+}}"
        case Deleted(children):
            return f"[-{inline_text(children)}-]"
        case Superscript(text):
            return f"^{text}"
        case LineBreak():
            return " / "
        case Link(url, children):
            return f"[{inline_text(children)}]({url})"
        case Reference():
            place = f"{inline.document}#{inline.anchor}" if inline.anchor else inline.document
            return f"[{inline.text}]({place})" if place else inline.text
    assert_never(inline)


def _nodes(nodes: Iterable[Block | Division]) -> Iterator[str]:
    for node in nodes:
        yield from _node(node)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (_STEP + line for line in lines)


def _node(node: Block | Division) -> Iterator[str]:
    if not isinstance(node, Division):
        yield from _block(node)
        return
    if node.level == 1:
        yield ""
    properties = [
        word
        for word, holds in (
            ("omitted", node.omitted),
            (node.page, node.page),
            (node.fate, node.fate),
            (node.position, node.position not in ("", "standard")),
        )
        if holds
    ]
    title = node.title if node.titled else ""
    head = " ".join(
        part for part in (node.label, title, f"({', '.join(properties)})" if properties else "") if part
    )
    if head:
        yield head
    yield from _indented(_nodes(node.children)) if head else _nodes(node.children)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _joined(block.number, f"({block.role})" if block.role else "", inline_text(block.inlines))
        case ItemList(items):
            for item in items:
                first, *others = [line for part in item.blocks for line in _block(part)] or [""]
                yield f"{item.label} {first}"
                yield from _indented(others)
        case Table():
            yield f"[table] {block.caption}"
            yield from _indented(_row(row) for row in block.head)
            if block.head:
                yield _STEP + "---"
            yield from _indented(_row(row) for row in block.body)
        case Figure():
            yield f"[figure] {block.caption}"
            yield from _indented(block.alternative.splitlines())
        case Glossary(entries):
            for entry in entries:
                first, *others = [line for part in entry.blocks for line in _block(part)] or [""]
                yield f"{entry.term}: {first}"
                yield from _indented(others)
        case Cover():
            yield "[cover] " + " / ".join(
                part for part in (block.kicker, block.title, block.subtitle) if part
            )
            yield from _indented(_party(party) for party in block.parties)
            yield from _indented(f"{label}: {value}" for label, value in block.facts)
            yield _STEP + _joined(block.status, block.confidentiality)
        case Contents():
            yield f"[contents] {block.title} ({block.depth})"
        case Signatures():
            yield "[signatures] " + inline_text(block.introduction)
            for box in block.boxes:
                yield _STEP + _party(box.party)
                yield from _indented(_indented(f"{label}: {value}" for label, value in box.labels))
        case Callout() | Sheet():
            yield f"[{type(block).__name__.lower()}] {block.title}"
            for part in block.blocks:
                yield from _indented(_block(part))
        case _:
            assert_never(block)


def _row(row: Row) -> str:
    return "| " + " | ".join(inline_text(cell.inlines) for cell in row.cells) + " |"


def _party(party: Party) -> str:
    return "; ".join(part for part in (party.role, party.name, *party.lines) if part)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
