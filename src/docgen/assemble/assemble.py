"""Make the document trees of a pack: outlines are walked, clauses set, blocks built, numbers and references given.

Faults: DG222 (the locale lacks a message), DG310 and DG311 of `number.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from docgen.assemble import blocks
from docgen.assemble.number import anchor_of, number
from docgen.assemble.prose import clause_blocks
from docgen.assemble.setting import paragraph
from docgen.assemble.status import status, watermark
from docgen.model.document import Block, Definition, Division, Document, Figure, Glossary, Sheet
from docgen.model.locale import MissingMessageError, collation_key
from docgen.model.outline import Article, Entry, Outline, UseBlock, UseClause, UseGlossary
from docgen.model.pack import Pack
from docgen.model.profile import Profile
from docgen.text.diagnostics import Checked

Node = Block | Division


def assemble(pack: Pack, kinds: tuple[str, ...] | None = None) -> Checked[tuple[Document, ...]]:
    """The documents of a pack, in its order; all are made, since they refer to one another, and `kinds` are kept."""
    try:
        made = tuple(_document(outline, pack) for outline in pack.outlines)
        numbered, diagnostics = number(made, pack)
    except MissingMessageError as missing:
        return Checked((), (missing.fault(),))
    if kinds is not None:
        numbered = tuple(document for document in numbered if document.kind in kinds)
    return Checked(numbered, diagnostics)


def _document(outline: Outline, pack: Pack) -> Document:
    locale = pack.locale
    title = locale.typeset(outline.titles.get(locale.code, outline.kind))
    reference = pack.engagement.contract.reference
    document = Document(
        kind=outline.kind,
        title=title,
        language=locale.code,
        reference=reference,
        version=pack.version,
        status=status(pack, outline),
        draft=pack.draft,
        running_title=title,
        watermark=watermark(pack, outline),
        seal=pack.seal[:SEAL_SHOWN],
        words=tuple((name, locale.text(f"page.{name}")) for name in PAGE_WORDS),
        look=_look(outline, pack),
    )
    return replace(
        document, children=tuple(node for entry in outline.body for node in _nodes(entry, pack, outline.kind))
    )


def _look(outline: Outline, pack: Pack) -> str:
    profile = pack.engagement.profile
    words = ("" if profile is Profile.FULL else profile.value, "columns" if outline.columns > 1 else "")
    return " ".join(filter(None, words))


SEAL_SHOWN = 10
"""Signs of the seal of a release that a footer shows."""
PAGE_WORDS = ("page", "initials", "version", "reference", "skip", "contents")


def _nodes(entry: Entry, pack: Pack, kind: str) -> Iterator[Node]:
    match entry:
        case Article():
            yield from _article(entry, pack, kind)
        case UseClause(clause):
            yield from _clause(clause, pack)
        case UseGlossary(topic):
            yield _glossary(topic, pack)
        case UseBlock(name, _, options):
            module = blocks.find(name)
            if module is not None:
                made = module.build(pack, {"kind": kind, **options})
                yield from _undrawn(made) if pack.engagement.profile is Profile.SHORT else made
        case _:
            assert_never(entry)


def _undrawn(made: Iterable[Node]) -> Iterator[Node]:
    """The blocks of a short pack: tables say what drawings show."""
    for block in made:
        match block:
            case Figure():
                continue
            case Sheet():
                yield replace(
                    block, blocks=tuple(part for part in block.blocks if not isinstance(part, Figure))
                )
            case _:
                yield block


def _article(article: Article, pack: Pack, kind: str) -> Iterator[Division]:
    locale = pack.locale
    omitted = article.id in pack.omitted
    children: tuple[Node, ...]
    if omitted:
        children = (paragraph(locale, locale.text("document.omitted")),)
    else:
        children = tuple(node for entry in article.content for node in _nodes(entry, pack, kind))
        if article.optional and not children:
            omitted, children = True, (paragraph(locale, locale.text("document.omitted")),)
    if not children:
        return
    yield Division(
        id=article.id,
        title=locale.typeset(article.titles.get(locale.code, article.id)),
        level=1,
        children=children,
        numbered=article.numbered,
        omitted=omitted,
        break_before=article.break_before,
        page=article.page,
    )


def _clause(clause_id: str, pack: Pack) -> Iterator[Division]:
    clause = pack.chosen.get(clause_id)
    if clause is None:
        return
    standard = pack.library.find(clause_id, pack.locale.code) or clause
    yield Division(
        id=clause_id,
        title=pack.locale.typeset(clause.title or standard.title),
        level=2,
        children=clause_blocks(clause, pack),
        clause=clause_id,
        position=clause.position,
    )


def _glossary(topic: str, pack: Pack) -> Glossary:
    terms = sorted(
        (clause for clause in pack.chosen.values() if clause.topic == topic and clause.term),
        key=lambda clause: collation_key(clause.term),
    )
    return Glossary(
        tuple(
            Definition(
                pack.locale.typeset(clause.term),
                clause_blocks(clause, pack),
                anchor_of("term", clause.id.partition(".")[2]),
            )
            for clause in terms
        )
    )
