"""Shares of a table's columns.

A table whose widths are known beforehand is laid out in one go: letting the page engine measure every cell
took a third of the layout time of a long annex.
"""

from collections.abc import Iterable
from typing import assert_never

from docgen.model.document import (
    Cell,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Look,
    Reference,
    Row,
    Strong,
    Superscript,
    Table,
    Text,
    Value,
)

_WORD = 3  # characters added to the longest word for the padding of a cell
_LONG = 60  # a cell longer than this wraps anyway: more text claims no more width
_LETTER = 5  # characters a column of a matrix is wide


def row_heads(table: Table) -> bool:
    """True when the first cells of rows are header cells to a reader of the structure: headers are not to outnumber what
    they head, or a table of one row is announced as headers alone."""
    facts = table.look == Look.FACTS
    cells = [
        cell.header or (facts and place == 0)
        for row in table.body
        if not row.group
        for place, cell in enumerate(row.cells)
    ]
    heads = sum(len(row.cells) for row in table.head) + sum(cells)
    return heads <= len(cells) - sum(cells)


def column_shares(table: Table) -> tuple[float, ...]:
    """The widths of all columns in percent: those of the table, else a fair share by the text of each column.

    A column gets at least its longest word; what is left goes by the length of its longest cell.
    """
    count = columns(table)
    given = table.widths[:count]
    if given and len(given) == count and sum(given) > 0:
        return _percent(given)
    if table.look == Look.FACTS and count == 2:
        return (27.0, 73.0)
    if table.look in (Look.MATRIX, Look.VERTICAL_HEADS):
        return _percent((max(30, 100 - _LETTER * (count - 1)), *(_LETTER for _ in range(count - 1))))
    words, lengths = [1] * count, [1] * count
    for row in (*table.head, *table.body):
        for place, cell in places(row):
            if cell.colspan == 1 and place < count:
                text = plain(cell.inlines)
                words[place] = max(words[place], max(map(len, text.split(" ")), default=1))
                lengths[place] = max(lengths[place], min(len(text), _LONG))
    return _percent(tuple(_WORD + word + length / 2 for word, length in zip(words, lengths, strict=True)))


def columns(table: Table) -> int:
    """How many columns a table has: those of its widest row."""
    return max((sum(cell.colspan for cell in row.cells) for row in (*table.head, *table.body)), default=0)


def places(row: Row) -> Iterable[tuple[int, Cell]]:
    """The cells of a row, each with the index of its first column (rows above that reach down not counted)."""
    place = 0
    for cell in row.cells:
        yield place, cell
        place += cell.colspan


def plain(inlines: Iterable[Inline]) -> str:
    """The text of inlines without any marks."""
    return "".join(_text(inline) for inline in inlines)


def _text(inline: Inline) -> str:
    match inline:
        case Text() | Value() | Superscript() | Reference():
            return inline.text
        case Strong() | Emphasis() | Link() | Inserted() | Deleted():
            return plain(inline.children)
        case LineBreak():
            return " "
        case _:
            assert_never(inline)


def _percent(parts: tuple[float, ...]) -> tuple[float, ...]:
    whole = sum(parts)
    return tuple(round(100 * part / whole, 2) for part in parts)
