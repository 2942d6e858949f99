"""Give numbers to the documents of a pack, and resolve the references between them. Pure functions on trees.

Article n; clauses n.k, or none when the article holds a single clause; paragraphs n.k.p where a clause has several, not in
a short pack;
items a), b), c) and (i), (ii) inside. A reference to a clause of another document names that document.
Faults: DG310 (a reference to a clause that no document of the pack contains, or contains without a number), DG311 (a reference to
a document that is neither in the pack nor listed).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from docgen.model.document import Block, Division, Document, Glossary, Item, ItemList, Paragraph, Reference
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.profile import Profile
from docgen.model.tree import map_inlines, structure
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import DOCUMENT_NOT_IN_PACK, REFERENCE_TO_LEFT_OUT_CLAUSE
from docgen.text.spelling import roman

Node = Block | Division


class Target(NamedTuple):
    """Where a reference leads: the document kind, the anchor in it, and the number printed."""

    document: str
    anchor: str
    number: str


def number(documents: tuple[Document, ...], pack: Pack) -> Checked[tuple[Document, ...]]:
    """The same documents with numbers, labels, anchors and the texts of their references."""
    numbered = tuple(replace(document, children=_numbered(document, pack)) for document in documents)
    terms = {
        anchor_of("term", clause.id.partition(".")[2]): clause.id
        for clause in pack.chosen.values()
        if clause.term
    }
    targets = dict(_targets(numbered, terms))
    diagnostics: list[Diagnostic] = []
    resolved = tuple(
        replace(
            document,
            children=tuple(map(_Resolver(document.kind, targets, pack, diagnostics).node, document.children)),
        )
        for document in numbered
    )
    return Checked(resolved, tuple(diagnostics))


def anchor_of(kind: str, identifier: str) -> str:
    """The anchor of an article, clause or other thing: letters, digits and hyphens only."""
    return f"{kind}-{identifier.replace('.', '-')}"


# --- numbers -----------------------------------------------------------------------------------------------


def _numbered(document: Document, pack: Pack) -> tuple[Node, ...]:
    counter = 0
    children: list[Node] = []
    short = pack.engagement.profile is Profile.SHORT
    outline = pack.outline(document.kind)
    in_annex = outline is not None and outline.annex
    for child in document.children:
        if isinstance(child, Division):
            if child.numbered:
                counter += 1
                child = _article(child, counter, pack.locale, in_annex, short)
            else:
                child = _part(child)
        children.append(child)
    return tuple(children)


def _part(part: Division) -> Division:
    """Front or end matter: no number; a clause that is alone there prints no title of its own."""
    alone = sum(isinstance(child, Division) and bool(child.clause) for child in part.children) == 1
    children = tuple(
        replace(child, titled=False, listed=False)
        if alone and isinstance(child, Division) and child.clause
        else child
        for child in part.children
    )
    return replace(part, anchor=anchor_of("part", part.id), children=children)


def _article(article: Division, rank: int, locale: Locale, in_annex: bool, short: bool) -> Division:
    label = str(rank)
    if not in_annex:
        label = locale.text(
            "document.article", number=locale.text("document.first") if rank == 1 else str(rank)
        )
    clauses = [child for child in article.children if isinstance(child, Division)]
    single = len(clauses) == 1
    children: list[Node] = []
    place = 0
    for child in article.children:
        if isinstance(child, Division):
            place += 1
            child = _clause(child, str(rank) if single else f"{rank}.{place}", single, short)
        children.append(child)
    return replace(
        article,
        number=str(rank),
        label=label,
        anchor=anchor_of("article", article.id),
        children=tuple(children),
    )


def _clause(clause: Division, number_: str, single: bool, short: bool) -> Division:
    paragraphs = 0 if short else sum(isinstance(child, Paragraph) for child in clause.children)
    place = 0
    children: list[Node] = []
    for child in clause.children:
        if isinstance(child, Paragraph) and paragraphs > 1 and not child.role:
            place += 1
            child = replace(child, number=f"{number_}.{place}")
        elif isinstance(child, ItemList):
            child = labelled(child)
        children.append(child)
    return replace(
        clause,
        number=number_,
        label="" if single else number_,
        titled=not single,
        listed=not single,
        anchor=anchor_of("clause", clause.id),
        children=tuple(children),
    )


def labelled(items: ItemList, depth: int = 0) -> ItemList:
    """A list with the labels of its items: a), b), then (i), (ii), then dashes; dashes when it is not ordered."""

    def label(rank: int) -> str:
        if not items.ordered or depth > 1:
            return "–"
        return f"{_letters(rank)})" if depth == 0 else f"({roman(rank).lower()})"

    return replace(
        items,
        items=tuple(
            Item(
                tuple(
                    labelled(block, depth + 1) if isinstance(block, ItemList) else block
                    for block in item.blocks
                ),
                label(rank),
            )
            for rank, item in enumerate(items.items, start=1)
        ),
    )


def _letters(rank: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    letters = ""
    while rank:
        rank, rest = divmod(rank - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


# --- references --------------------------------------------------------------------------------------------


def _targets(documents: tuple[Document, ...], terms: Mapping[str, str]) -> Iterator[tuple[str, Target]]:
    """The targets of references; a definition is cited by the number of its article."""
    for document in documents:
        kind = document.kind
        yield f"document:{kind}", Target(kind, "", "")
        for node, within in structure(document.children):
            match node:
                case Division(level=1, numbered=True):
                    yield f"article:{node.id}", Target(kind, node.anchor, node.number)
                case Division(clause=clause) if clause:
                    yield clause, Target(kind, node.anchor, node.number)
                case Glossary(entries):
                    number_ = within.number if within is not None else ""
                    for entry in entries:
                        if entry.anchor in terms:
                            yield terms[entry.anchor], Target(kind, entry.anchor, number_)


@dataclass(frozen=True)
class _Resolver:
    """Resolves the references of one document."""

    kind: str
    targets: Mapping[str, Target]
    pack: Pack
    diagnostics: list[Diagnostic]

    def node(self, node: Block | Division) -> Block | Division:
        return map_inlines(
            node, lambda inline: self._reference(inline) if isinstance(inline, Reference) else inline
        )

    def _reference(self, reference: Reference) -> Reference:
        locale = self.pack.locale
        kind, _, name = reference.target.rpartition(":")
        if kind == "document":
            return self._document(reference, self.pack.kind(name))
        target = self.targets.get(reference.target)
        if target is None or not target.number:
            message, hint = (
                f"no document of this pack contains {name!r}",
                "refer to a clause that applies, or add its condition to `when`",
            )
            if target is not None:
                message, hint = (
                    f"{name!r} is in a part without numbers",
                    "number its article in the outline, or refer to another clause",
                )
            self.diagnostics.append(REFERENCE_TO_LEFT_OUT_CLAUSE.at(reference.span, message, hint))
            return replace(reference, text=locale.text("document.unknown"))
        text = target.number
        if not reference.bare:
            text = locale.text("document.reference", number=target.number)
            if target.document != self.kind:
                text = locale.text(
                    "document.reference_elsewhere", article=text, document=self._cited(target.document)
                )
        return replace(reference, text=locale.typeset(text), document=target.document, anchor=target.anchor)

    def _cited(self, kind: str) -> str:
        outline = self.pack.outline(kind)
        cited = outline.cited_as.get(self.pack.locale.code) if outline is not None else None
        if cited:
            return cited
        annex = next((listed.annex for listed in self.pack.listed if listed.id == kind), None)
        if annex is not None:
            return self.pack.locale.text("document.of_annex", number=annex)
        return self.pack.locale.text("document.of_document", title=self.pack.title(kind))

    def _document(self, reference: Reference, name: str) -> Reference:
        locale = self.pack.locale
        listed = next((listed for listed in self.pack.listed if listed.id == name), None)
        inside = f"document:{name}" in self.targets
        if listed is None and not inside:
            self.diagnostics.append(
                DOCUMENT_NOT_IN_PACK.at(
                    reference.span,
                    f"document {name!r} is neither in the pack nor in documents.list",
                    "add it to documents.list, or take the reference out",
                )
            )
            return replace(reference, text=locale.text("document.unknown"))
        if listed is not None:
            bare = reference.bare or self.pack.engagement.profile is Profile.SHORT
            key = "document.annex_number" if bare else "document.annex"
            text = locale.text(key, number=listed.annex, title=listed.title)
        else:
            text = self.pack.title(name)
        return replace(reference, text=locale.typeset(text), document=name if inside else "", anchor="")
