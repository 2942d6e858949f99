"""Blocks with marks: one wholly added or removed, or two of the same kind compared. Pure functions.

Values and references become plain text: a redline shows what is printed, and its references would lead nowhere.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar, assert_never

from docgen.history.tokens import Token, inlines_of, tokens
from docgen.history.words import align, align_words
from docgen.model.document import (
    Align,
    Block,
    Callout,
    Cell,
    Contents,
    Cover,
    Definition,
    Deleted,
    Figure,
    Glossary,
    Inline,
    Inserted,
    Item,
    ItemList,
    Paragraph,
    Role,
    Row,
    Sheet,
    Signatures,
    Table,
    Text,
    Tone,
)
from docgen.model.tree import map_blocks, map_runs

T = TypeVar("T")

Mark = type[Inserted] | type[Deleted]
Lines = Callable[[str], tuple[Block, ...]]
"""The lines to print under the definition at an anchor."""

_ALIKE = 0.35
"""The share of words that two paragraphs have in common to be shown as one paragraph that changed."""


def compared(
    old: Block | None, new: Block | None, lines: Lines = lambda anchor: ()
) -> Iterator[tuple[Block, bool]]:
    """One or two blocks for the same block before and after, with whether it changed; None where it was absent."""
    if old is None or new is None:
        yield from (
            (marked(block, mark), True)
            for block, mark in ((old, Deleted), (new, Inserted))
            if block is not None
        )
        return
    match new:
        case Paragraph():
            if isinstance(old, Paragraph):
                inlines = compared_inlines(old.inlines, new.inlines)
                changed = _has_marks(inlines)
                yield (
                    replace(new, inlines=inlines, role=new.role or (Role.TOUCHED if changed else Role.BODY)),
                    changed,
                )
                return
        case ItemList():
            if isinstance(old, ItemList):
                items, changed = _items(old, new)
                yield replace(new, items=items), changed
                return
        case Table():
            if isinstance(old, Table) and _same_columns(old, new):
                yield _table(old, new)
                return
        case Glossary():
            if isinstance(old, Glossary):
                yield _glossary(old, new, lines)
                return
        case Sheet():
            if isinstance(old, Sheet):
                blocks, changed = _inside(old.blocks, new.blocks)
                yield replace(new, blocks=blocks, anchor=""), changed
                return
        case Callout():
            if isinstance(old, Callout):
                blocks, changed = _inside(old.blocks, new.blocks)
                yield replace(new, blocks=blocks), changed
                return
        case Figure():
            if isinstance(old, Figure):
                yield new, old.svg != new.svg
                return
        case Cover() | Contents() | Signatures():
            pass
        case _:
            assert_never(new)
    yield marked(old, Deleted), True
    yield marked(new, Inserted), True


def marked(block: Block, mark: Mark | None = None) -> Block:
    """A block wholly added or removed, or, without mark, as plain text."""
    return map_blocks(map_runs(block, lambda run: _whole(run, mark)), _without_anchors)


def _without_anchors(block: Block) -> Block:
    """A place is referred to where it stands in the contract, not in its redline."""
    match block:
        case Sheet():
            return replace(block, anchor="")
        case Glossary():
            return Glossary(tuple(replace(entry, anchor="") for entry in block.entries))
        case _:
            return block


def _whole(inlines: Sequence[Inline], mark: Mark | None) -> tuple[Inline, ...]:
    plain = inlines_of(tuple(tokens(inlines)))
    return (mark(plain),) if mark is not None and plain else plain


def _rows(rows: Sequence[Row], mark: Mark | None) -> tuple[Row, ...]:
    return tuple(
        replace(row, cells=tuple(replace(cell, inlines=_whole(cell.inlines, mark)) for cell in row.cells))
        for row in rows
    )


def _marked(blocks: Sequence[Block], mark: Mark | None) -> tuple[Block, ...]:
    return tuple(marked(block, mark) for block in blocks)


# --- words -------------------------------------------------------------------------------------------------


def compared_inlines(old: Sequence[Inline], new: Sequence[Inline]) -> tuple[Inline, ...]:
    """The new words, what was removed before what was added in its place."""
    before, after = tuple(tokens(old)), tuple(tokens(new))
    found: list[Inline] = []
    for edit in align_words([token.key for token in before], [token.key for token in after]):
        if edit.same:
            found += inlines_of(after[edit.j1 : edit.j2])
            continue
        found += _wrapped(before[edit.i1 : edit.i2], Deleted)
        found += _wrapped(after[edit.j1 : edit.j2], Inserted)
    return tuple(found)


def _wrapped(run: Sequence[Token], mark: Mark) -> Iterator[Inline]:
    """A marked run; the white space before it stays outside of the mark."""
    if not run:
        return
    first = run[0]
    text = first.text.lstrip()
    if gap := first.text[: len(first.text) - len(text)]:
        yield from inlines_of((Token("", gap, ()),))
    yield mark(inlines_of((Token(first.key, text, first.look), *run[1:])))


def _has_marks(inlines: Sequence[Inline]) -> bool:
    return any(isinstance(inline, Inserted | Deleted) for inline in inlines)


def _keys(block: Block) -> tuple[str, ...]:
    """The words of a block, to tell whether two are alike."""
    match block:
        case Paragraph(inlines):
            return tuple(token.key for token in tokens(inlines))
        case ItemList(items):
            return tuple(key for item in items for part in item.blocks for key in _keys(part))
        case Table():
            return (block.caption,)
        case Sheet() | Callout():
            return (block.title,)
        case Figure() | Glossary() | Cover() | Contents() | Signatures():
            return (type(block).__name__,)
        case _:
            assert_never(block)


# --- sequences of blocks, items, rows ----------------------------------------------------------------------


def compared_blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks of both, matched by their words: alike ones are compared, others removed or added."""
    for one, other in paired(old, new, lambda block: (type(block).__name__, *_keys(block)), _alike):
        yield from compared(one, other)


def paired(
    old: Sequence[T],
    new: Sequence[T],
    words: Callable[[T], tuple[str, ...]],
    alike: Callable[[Sequence[str], Sequence[str]], bool],
) -> Iterator[tuple[T | None, T | None]]:
    """Two sequences as one, by the words of each: what is the same or alike in pairs, None where there is no counterpart."""
    before, after = [words(thing) for thing in old], [words(thing) for thing in new]
    for edit in align(before, after):
        if edit.same:
            yield from zip(old[edit.i1 : edit.i2], new[edit.j1 : edit.j2], strict=True)
            continue
        start, fresh = edit.i1, edit.j1
        for index in range(edit.j1, edit.j2):
            twin = next((at for at in range(start, edit.i2) if alike(before[at], after[index])), None)
            if twin is not None:
                yield from ((thing, None) for thing in old[start:twin])
                yield from ((None, thing) for thing in new[fresh:index])
                yield old[twin], new[index]
                start, fresh = twin + 1, index + 1
        yield from ((thing, None) for thing in old[start : edit.i2])
        yield from ((None, thing) for thing in new[fresh : edit.j2])


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Of one kind, and with enough words in common."""
    if one[0] != other[0]:
        return False
    shared = sum((Counter(one) & Counter(other)).values()) - 1
    return shared >= _ALIKE * (max(len(one), len(other)) - 1)


def _items(old: ItemList, new: ItemList) -> tuple[tuple[Item, ...], bool]:
    items: list[Item] = []
    changed = False
    for one, other in paired(old.items, new.items, _item_words, _alike):
        if one is not None and other is not None:
            blocks, touched = _inside(one.blocks, other.blocks)
            items.append(replace(other, blocks=blocks))
            changed = changed or touched
        elif other is not None:
            items.append(replace(other, blocks=_marked(other.blocks, Inserted)))
            changed = True
        elif one is not None:
            items.append(replace(one, blocks=_marked(one.blocks, Deleted)))
            changed = True
    return tuple(items), changed


def _item_words(item: Item) -> tuple[str, ...]:
    return ("item", *(key for block in item.blocks for key in _keys(block)))


def _table(old: Table, new: Table) -> tuple[Table, bool]:
    """The new table with its rows compared with those of an old one of the same columns."""
    rows = [_row(one, other) for one, other in paired(old.body, new.body, _row_words, _alike)]
    body = tuple(row for row, _ in rows)
    head = [_row(one, other) for one, other in zip(old.head, new.head, strict=True)]
    changed = any(changed for _, changed in (*head, *rows))
    return replace(new, head=tuple(row for row, _ in head), body=body), changed


def shortened(table: Table, least: int = 8) -> Table:
    """A long table with "…" for its rows that did not change; group rows stay above the rows that did."""
    if len(table.body) < least or any(cell.rowspan > 1 for row in table.body for cell in row.cells):
        return table
    width = sum(cell.colspan for cell in table.body[0].cells)
    gap = Row((Cell((Text("…"),), colspan=width, align=Align.CENTER, tone=Tone.MUTED),))
    body: list[Row] = []
    for index, row in enumerate(table.body):
        if any(_has_marks(cell.inlines) for cell in row.cells) or (
            row.group and _touches_group(table.body[index + 1 :])
        ):
            body.append(row)
        elif not body or body[-1] is not gap:
            body.append(gap)
    return replace(table, body=tuple(body))


def _touches_group(rows: Sequence[Row]) -> bool:
    inside = takewhile(lambda row: not row.group, rows)
    return any(_has_marks(cell.inlines) for row in inside for cell in row.cells)


def _same_columns(old: Table, new: Table) -> bool:
    """True when the heads have one shape and are alike: a figure in a head may change."""
    shapes = [[[cell.colspan for cell in row.cells] for row in table.head] for table in (old, new)]
    said = [
        ("head", *(word for row in table.head for cell in row.cells for word in _cell_words(cell)))
        for table in (old, new)
    ]
    return shapes[0] == shapes[1] and _alike(*said)


def _row_words(row: Row) -> tuple[str, ...]:
    """The words of the first cell, which says what a row is about: rows that begin alike are one row that changed."""
    return ("group" if row.group else "row", *(word for cell in row.cells[:1] for word in _cell_words(cell)))


def _cell_words(cell: Cell) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(cell.inlines))


def _row(old: Row | None, new: Row | None) -> tuple[Row, bool]:
    if old is not None and new is not None and len(old.cells) == len(new.cells):
        pairs = zip(old.cells, new.cells, strict=True)
        cells = tuple(
            replace(other, inlines=compared_inlines(one.inlines, other.inlines)) for one, other in pairs
        )
        return replace(new, cells=cells), any(_has_marks(cell.inlines) for cell in cells)
    if new is not None:
        return _rows((new,), Inserted)[0], True
    if old is not None:
        return _rows((old,), Deleted)[0], True
    raise ValueError("a row has one side at least")


def _glossary(old: Glossary, new: Glossary, lines: Lines) -> tuple[Glossary, bool]:
    """Only the definitions that changed: a glossary in alphabetical order needs no context."""
    before = {entry.anchor: entry for entry in old.entries}
    after = {entry.anchor: entry for entry in new.entries}
    entries: list[Definition] = []
    for anchor in sorted(
        {*before, *after}, key=lambda anchor: (after.get(anchor) or before[anchor]).term.casefold()
    ):
        one, other = before.get(anchor), after.get(anchor)
        blocks = list(compared_blocks(one.blocks if one else (), other.blocks if other else ()))
        if any(changed for _, changed in blocks):
            term = (other or before[anchor]).term
            entries.append(Definition(term, (*(block for block, _ in blocks), *lines(anchor))))
    return Glossary(tuple(entries)), bool(entries)


def _inside(old: Sequence[Block], new: Sequence[Block]) -> tuple[tuple[Block, ...], bool]:
    blocks = list(compared_blocks(old, new))
    return tuple(block for block, _ in blocks), any(changed for _, changed in blocks)
