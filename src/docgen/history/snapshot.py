"""The content snapshot of a pack: values by which two states are compared. Pure functions of an assembled pack.

Version, date, status and history differ in every version and change nothing: a pack is put at rest before it is read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from docgen.assemble.assemble import assemble
from docgen.assemble.computed import NAMES
from docgen.assemble.fill import ValueField, fields
from docgen.assemble.number import anchor_of
from docgen.assemble.setting import show
from docgen.assemble.value_titles import title_of
from docgen.history.stamp import digest, stamp
from docgen.history.titles import names_of
from docgen.history.tokens import tokens
from docgen.history.values import Leaf, leaves
from docgen.history.words import PARAGRAPH
from docgen.model.as_text import as_text
from docgen.model.changes import ChangeClass, ContentSnapshot, PrintedClause, PrintedValue, Word
from docgen.model.clause import Clause
from docgen.model.document import Block, Division, Document, Glossary, Paragraph
from docgen.model.outline import Article, Entry, UseBlock, entries
from docgen.model.pack import Pack
from docgen.model.printed import Printable
from docgen.model.tree import structure, walk

BLOCK = "block:"
_MOVING = frozenset({"cover", "contents", "history", "versions"})
"""Blocks that print document and version."""


class State(NamedTuple):
    """A pack at rest and its documents, numbered."""

    pack: Pack
    documents: tuple[Document, ...]


def at_rest(pack: Pack) -> State:
    """A pack and its documents without version, date, status and history."""
    kept = tuple(
        replace(outline, body=_still(outline.body)) for outline in pack.outlines if not outline.on_request
    )
    still = replace(pack, version="", draft=False, history=(), outlines=kept, issuer="")
    return State(still, assemble(still).value)


def _still(body: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """An outline without the blocks that print document and version."""
    kept = (
        replace(entry, content=_still(entry.content)) if isinstance(entry, Article) else entry
        for entry in body
    )
    return tuple(entry for entry in kept if not (isinstance(entry, UseBlock) and entry.block in _MOVING))


def snapshot(state: State) -> ContentSnapshot:
    """The content of a pack: its clauses as printed, its values, the hash of each document."""
    return ContentSnapshot(
        clauses=tuple(clause for document in state.documents for clause in _clauses(document, state.pack)),
        values=tuple(printed_values(state.pack)),
        documents={document.kind: _hash(document) for document in state.documents},
    )


def _hash(document: Document) -> str:
    """The hash of a printed text; a run of plain spaces prints as one."""
    return sha256(re.sub(" +", " ", as_text(document)).encode()).hexdigest()


# --- clauses -----------------------------------------------------------------------------------------------


def _clauses(document: Document, pack: Pack) -> Iterator[PrintedClause]:
    kind = document.kind
    terms = {
        anchor_of("term", clause.id.partition(".")[2]): clause
        for clause in pack.chosen.values()
        if clause.term
    }
    for node, article in structure(document.children):
        match node:
            case Division(clause=clause) if clause:
                yield _printed(
                    pack.chosen[clause], node.title, node.number, node.children, kind, pack, article
                )
            case Glossary(entries):
                number = article.number if article else ""
                for entry in entries:
                    yield _printed(terms[entry.anchor], entry.term, number, entry.blocks, kind, pack, article)
    yield from _blocks(kind, pack)


def _printed(
    clause: Clause,
    title: str,
    number: str,
    nodes: Sequence[Block | Division],
    kind: str,
    pack: Pack,
    article: Division | None,
) -> PrintedClause:
    standard = pack.library.find(clause.id, pack.locale.code) or clause
    said = tuple(node_words(nodes))
    return PrintedClause(
        id=clause.id,
        title=title,
        document=kind,
        article=article.id if article else "",
        number=number,
        position=clause.position,
        change=standard.change,
        stamp=stamp(clause),
        printed=digest(*(word.key for word in said)),
        words=said,
        values=tuple(
            dict.fromkeys(".".join(field.path) for field in fields(clause) if isinstance(field, ValueField))
        ),
    )


def _blocks(kind: str, pack: Pack) -> Iterator[PrintedClause]:
    """The blocks of an outline: their content follows from values, but their presence is a choice."""
    outline = pack.outline(kind)
    if outline is None:
        return
    binding = bool(outline.annex or outline.cited_as)
    for entry in entries(outline.body):
        if isinstance(entry, UseBlock):
            title = pack.locale.words.get(f"blocks.{entry.block}.caption", entry.block)
            yield PrintedClause(
                BLOCK + entry.block,
                title,
                kind,
                "",
                "",
                "",
                ChangeClass.AMENDMENT if binding else ChangeClass.EDITORIAL,
                "",
                "",
            )


# --- words -------------------------------------------------------------------------------------------------


def node_words(nodes: Sequence[Block | Division]) -> Iterator[Word]:
    """The words of the text of a clause, paragraphs and items parted; tables and drawings follow from values."""
    paragraphs = (node for node in walk(nodes) if isinstance(node, Paragraph))
    for index, paragraph in enumerate(paragraphs):
        if index:
            yield PARAGRAPH
        yield from (Word(token.key, token.text) for token in tokens(paragraph.inlines))


# --- values ------------------------------------------------------------------------------------------------


def printed_values(pack: Pack) -> Iterator[PrintedValue]:
    """The values of an engagement as it prints them, computed ones last."""
    said = pack.locale.words
    found = leaves(pack.engagement.printed)
    names = names_of(found)
    for leaf in found:
        title = pack.locale.typeset(title_of(leaf.path, said, names, leaf.title))
        yield PrintedValue(leaf.path, shown(pack, leaf), title, leaf.change, leaf.gains, leaf.value)
    for name, value in pack.computed.printed.items():
        path = f"computed.{name}"
        yield PrintedValue(
            path, show(pack.locale, value), title_of(path, said, names, NAMES.get(name, name)), value=value
        )


def shown(pack: Pack, leaf: Leaf) -> str:
    """A value as the pack prints it."""
    return pack.locale.typeset(show(pack.locale, named(pack.locale.words, leaf.path, leaf.value)))


def named(said: Mapping[str, str], path: str, value: Printable) -> Printable:
    """A word of a fixed choice as the locale calls it, where it does."""
    if isinstance(value, str):
        return said.get(f"choices.{path}.{value}", value)
    if isinstance(value, tuple):
        return tuple(named(said, path, item) for item in value)
    return value
