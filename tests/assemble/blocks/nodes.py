"""What the tests of blocks read of a tree, and how they change one fact of a pack."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.assemble import blocks
from docgen.model.document import Block, Division, Figure, LineBreak, Row, Sheet, Table
from docgen.model.pack import Pack
from docgen.read.engagement import shaped
from docgen.render.widths import plain

Node = Block | Division


def built(pack: Pack, name: str, **options: Any) -> tuple[Node, ...]:
    """The nodes of a block, as an outline of the contract would ask for them."""
    module = blocks.find(name)
    assert module is not None, f"there is no block {name}"
    return module.build(pack, {"kind": "contract", **options})


def tables(nodes: tuple[Node, ...]) -> Iterator[Table]:
    """Every table, those of sheets too."""
    for node in nodes:
        match node:
            case Table():
                yield node
            case Sheet(blocks=within):
                yield from tables(within)


def figures(nodes: tuple[Node, ...]) -> Iterator[Figure]:
    """Every drawing."""
    return (node for node in nodes if isinstance(node, Figure))


def cells(row: Row) -> tuple[str, ...]:
    """The texts of a row, no-break spaces as spaces, a line below another behind a bar."""
    texts = (
        "".join(" | " if isinstance(inline, LineBreak) else plain((inline,)) for inline in cell.inlines)
        for cell in row.cells
    )
    return tuple(spaced(text) for text in texts)


def rows(nodes: tuple[Node, ...]) -> list[tuple[str, ...]]:
    """The body rows of all tables."""
    return [cells(row) for table in tables(nodes) for row in table.body]


def askew(table: Table) -> list[str]:
    """The cells that are not aligned as the head of their column; rows across the table have no column."""
    if not table.head or any(cell.colspan > 1 for cell in table.head[-1].cells):
        return []
    heads = table.head[-1].cells
    return [
        plain(cell.inlines)
        for row in table.body
        if not row.group and len(row.cells) == len(heads)
        for head, cell in zip(heads, row.cells, strict=True)
        if cell.align is not head.align
    ]


def facts(nodes: tuple[Node, ...]) -> dict[str, str]:
    """Label and value of the first two columns of all tables."""
    return {row[0]: row[1] for row in rows(nodes) if len(row) > 1}


def spaced(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def stating(pack: Pack, path: str, value: Any) -> Pack:
    """The pack with another value at a dotted path of the engagement; None takes the value out."""
    values = _with(pack.engagement.printed, path.split("."), value)
    stands = pack.engagement
    changed = shaped(values, path=stands.path, spans=stands.spans, keys=stands.keys)
    return replace(pack, engagement=changed)


def _with(values: Mapping[str, Any], path: list[str], value: Any) -> Mapping[str, Any]:
    first, *rest = path
    changed = _with(values.get(first) or {}, rest, value) if rest else value
    return {key: kept for key, kept in {**values, first: changed}.items() if kept is not None}
