"""The new text of a pack with deletions and insertions marked word by word. A pure function of two states.

Documents, articles and clauses are matched by their ids, blocks by their kind and title, rows, items and paragraphs by
their words. A clause that moved is compared with its former text and shown at its new place; at its former place, a line names
the new one. Unchanged clauses are named in one line, unless the whole text is asked for.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TypeVar, assert_never

from docgen.assemble.change_words import effect, happened
from docgen.assemble.number import anchor_of
from docgen.history.redline_markup import compared, compared_blocks, marked, shortened
from docgen.history.snapshot import State
from docgen.history.words import align
from docgen.model.changes import Changes, ClauseChange, Kind
from docgen.model.comparison import Passage
from docgen.model.document import (
    Block,
    Callout,
    ChangeKind,
    Contents,
    Cover,
    Deleted,
    Division,
    Document,
    Figure,
    Glossary,
    Inserted,
    ItemList,
    Orientation,
    Paragraph,
    Role,
    Sheet,
    Signatures,
    Table,
    Text,
)
from docgen.model.locale import Locale
from docgen.model.tree import divisions, own_blocks, structure

T = TypeVar("T")

Node = Block | Division
Key = tuple[str, str]


def redline(old: State, new: State, changes: Changes, whole: bool = False) -> tuple[Node, ...]:
    """A division for each document that changed, and a line that names the others; with `whole`, all that did not change.

    Documents that bind nobody (neither the contract nor an annex) are left out.
    """
    marker = _Marker.of(old, new, changes, whole)
    before = {document.kind: document for document in old.documents}
    after = {document.kind: document for document in new.documents}
    kinds = [kind for kind in dict.fromkeys((*after, *before)) if _binds(new, kind) or _binds(old, kind)]
    found = [marker.document(before.get(kind), after.get(kind)) for kind in kinds]
    shown = [division for division, changed in found if changed or whole]
    others = [division.title for division, changed in found if not changed and not whole]
    line = Paragraph((Text(marker.say("unchanged.documents", titles=", ".join(others))),), role=Role.SAME)
    return (*shown, line) if others else tuple(shown)


def passages(old: State, new: State, changes: Changes) -> Mapping[Key, Passage]:
    """Both wordings of each clause that changed, by document and clause id, without marks and references."""
    before, after = _texts(old.documents), _texts(new.documents)
    elsewhere = {clause: blocks for (_, clause), blocks in before.items()}
    found: dict[Key, Passage] = {}
    for change in changes.clauses:
        if change.kind is Kind.RETITLED:
            continue
        term = (change.document, _term(change.clause))
        key = (change.document, change.clause)
        former = (
            before.get(key)
            or before.get(term)
            or (elsewhere.get(change.clause, ()) if change.kind is Kind.MOVED else ())
        )
        found.setdefault(key, Passage(former, after.get(key) or after.get(term, ())))
    return found


def _term(clause: str) -> str:
    """The anchor of the definition that a clause gives."""
    return anchor_of("term", clause.partition(".")[2])


def _binds(state: State, kind: str) -> bool:
    outline = state.pack.outline(kind)
    return outline is not None and bool(outline.cited_as or outline.annex)


def _texts(documents: Sequence[Document]) -> Mapping[Key, tuple[Block, ...]]:
    return {
        (document.kind, key): tuple(map(marked, blocks))
        for document in documents
        for key, blocks in _clauses(document)
    }


def _clauses(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for node, _ in structure(document.children):
        match node:
            case Division(clause=clause) if clause:
                yield clause, own_blocks(node)
            case Glossary(entries):
                yield from ((entry.anchor, entry.blocks) for entry in entries)


@dataclass(frozen=True)
class _Marker:
    """Marks the documents of one comparison."""

    locale: Locale
    old: Mapping[str, Division]  # every clause of the former state, by id
    new: Mapping[str, Division]
    fates: Mapping[Key, tuple[ClauseChange, ...]]
    whole: bool

    @classmethod
    def of(cls, old: State, new: State, changes: Changes, whole: bool) -> "_Marker":
        fates: dict[Key, tuple[ClauseChange, ...]] = {}
        for change in changes.clauses:
            key = (change.document, change.clause)
            fates[key] = (*fates.get(key, ()), change)
        return cls(new.pack.locale, _by_clause(old.documents), _by_clause(new.documents), fates, whole)

    def say(self, key: str, **values: object) -> str:
        return self.locale.typeset(self.locale.text(f"redline.{key}", **values))

    # --- documents and articles

    def document(self, old: Document | None, new: Document | None) -> tuple[Division, bool]:
        """A document marked, and whether anything in it changed."""
        shown = new or old
        if shown is None:
            raise ValueError("a document has one side at least")
        articles = self._articles(shown.kind, old.children if old else (), new.children if new else ())
        division = Division(
            id=f"redline-{shown.kind}", title=shown.title, level=1, numbered=False, break_before=True,
            children=tuple(self._gathered(articles)), fate=_came_or_went(old, new),
        )  # fmt: skip
        return division, any(changed for _, changed in articles)

    def _gathered(self, articles: Sequence[tuple[Division, bool]]) -> Iterator[Node]:
        for (same, _), run in groupby(articles, key=lambda pair: (not pair[1], bool(pair[0].number))):
            found = [article for article, _ in run]
            if same and not self.whole:
                yield Paragraph(
                    (
                        Text(
                            self._unchanged(
                                "articles", [article.number or article.title for article in found]
                            )
                        ),
                    ),
                    role=Role.SAME,
                )
            else:
                yield from found

    def _articles(self, kind: str, old: Sequence[Node], new: Sequence[Node]) -> list[tuple[Division, bool]]:
        before = {node.id: node for node in old if isinstance(node, Division)}
        after = [node for node in new if isinstance(node, Division)]
        called = _renamed(list(before.values()), after)
        pairs = _merged(list(before.values()), after, lambda node: called.get(node.id, node.id))
        return [self._article(kind, one, other) for one, other in pairs]

    def _article(self, kind: str, old: Division | None, new: Division | None) -> tuple[Division, bool]:
        """The article marked, and whether anything in it changed."""
        shown = new or old
        if shown is None:
            raise ValueError("an article has one side at least")
        if shown.clause:
            return self._clause(kind, old, new)
        children, changed = self._children(kind, old.children if old else (), new.children if new else ())
        fate = _came_or_went(old, new)
        if old is not None and new is not None and old.title != new.title:
            children = (self._fate(self.say("retitled", title=old.title)), *children)
            changed = True
        return self._set(kind, shown, 2, children, fate), changed or bool(fate)

    def _set(
        self, kind: str, shown: Division, level: int, children: tuple[Node, ...], fate: ChangeKind
    ) -> Division:
        return replace(
            shown, level=level, children=children, fate=fate, titled=bool(shown.title), label=shown.number, break_before=False,
            page=Orientation.PORTRAIT, anchor=f"{kind}-{shown.anchor}", listed=level == 2, numbered=False,
        )  # fmt: skip

    # --- clauses and blocks of an article

    def _children(self, kind: str, old: Sequence[Node], new: Sequence[Node]) -> tuple[tuple[Node, ...], bool]:
        found: list[tuple[Node, bool, str]] = []
        for one, other in _merged(old, new, partial(self._place, kind)):
            if isinstance(one, Division) or isinstance(other, Division):
                clause, changed = self._clause(kind, _division(one), _division(other))
                found.append((clause, changed, clause.number or clause.title))
            else:
                for block, changed in self._block(kind, _block(one), _block(other)):
                    found.append((block, changed, ""))
        children: list[Node] = []
        for same, run in groupby(found, key=lambda entry: not entry[1]):
            entries = list(run)
            if not same or self.whole:
                children += [node for node, _, _ in entries]
            elif numbers := [number for _, _, number in entries if number]:
                children.append(Paragraph((Text(self._unchanged("clauses", numbers)),), role=Role.SAME))
        return tuple(children), any(changed for _, changed, _ in found)

    def _clause(self, kind: str, old: Division | None, new: Division | None) -> tuple[Division, bool]:
        """A clause, marked: one moved here is compared with its former text, one moved away leaves a line."""
        if new is None and old is not None:
            away = self.new.get(old.clause)
            if away is not None:
                line = self._fate(self.say("away", number=away.number or away.title))
                return self._set(f"{kind}-old", self._former(old), 3, (line,), ChangeKind.AWAY), True
            return self._set(
                f"{kind}-old",
                self._former(old),
                3,
                (*self._lines(kind, old), *_all(old, Deleted)),
                ChangeKind.REMOVED,
            ), True
        if new is None:
            raise ValueError("a clause has one side at least")
        former = old or self.old.get(new.clause)
        lines = self._lines(kind, new)
        if former is None:
            return self._set(kind, new, 3, (*lines, *_all(new, Inserted)), ChangeKind.ADDED), True
        blocks = [block for block, _ in compared_blocks(own_blocks(former), own_blocks(new))]
        fate = (
            ChangeKind.MOVED
            if old is None or any(change.kind is Kind.MOVED for change in self._of(kind, new))
            else ChangeKind.CHANGED
            if lines
            else ChangeKind.NONE
        )
        return self._set(kind, new, 3, (*lines, *blocks), fate), bool(lines)

    def _former(self, clause: Division) -> Division:
        """A clause under the number that it had."""
        return replace(clause, number=self.say("former", number=clause.number)) if clause.number else clause

    def _place(self, kind: str, node: Node) -> Hashable:
        """The key of a node; a clause that moved is never the one that stood at its place."""
        moved = isinstance(node, Division) and any(
            change.kind is Kind.MOVED for change in self._of(kind, node)
        )
        return (id(node),) if moved else _key(node)

    def _block(self, kind: str, old: Block | None, new: Block | None) -> Iterator[tuple[Block, bool]]:
        if isinstance(new, Cover | Contents | Signatures) or isinstance(old, Cover | Contents | Signatures):
            return
        if isinstance(new, Glossary) or isinstance(old, Glossary):
            yield from compared(old, new, self._definition(kind))
            return
        for block, changed in compared(old, new):
            yield shortened(block) if isinstance(block, Table) and not self.whole else block, changed

    def _definition(self, kind: str) -> Callable[[str], tuple[Block, ...]]:
        def lines(anchor: str) -> tuple[Block, ...]:
            found = (
                changes
                for (document, clause), changes in self.fates.items()
                if document == kind and _term(clause) == anchor
            )
            return tuple(self._fate(self._line(change)) for changes in found for change in changes)

        return lines

    # --- lines that describe changes

    def _of(self, kind: str, clause: Division) -> tuple[ClauseChange, ...]:
        return self.fates.get((kind, clause.clause), ())

    def _lines(self, kind: str, clause: Division) -> tuple[Block, ...]:
        return tuple(self._fate(self._line(change)) for change in self._of(kind, clause))

    def _line(self, change: ClauseChange) -> str:
        sentence = happened(self.locale, change)
        return self.say(
            "line", told=sentence[:1].upper() + sentence[1:], effect=effect(self.locale, change.change)
        )

    def _unchanged(self, what: str, names: Sequence[str]) -> str:
        if len(names) == 1:
            return self.say(f"unchanged.{what}.single", name=names[0])
        return self.say(f"unchanged.{what}.range", first=names[0], last=names[-1])

    @staticmethod
    def _fate(text: str) -> Paragraph:
        return Paragraph((Text(text),), role=Role.FATE)


def _came_or_went(old: object, new: object) -> ChangeKind:
    return ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.NONE


def _renamed(old: Sequence[Division], new: Sequence[Division]) -> Mapping[str, str]:
    """Former to new id of articles whose id is gone: the new article that begins with a clause of theirs."""
    living = {article.id for article in new}
    fresh = {_first(article): article.id for article in new if article.id not in {one.id for one in old}}
    gone = (article for article in old if article.id not in living)
    return {
        article.id: fresh[_first(article)] for article in gone if _first(article) in fresh and _first(article)
    }


def _first(article: Division) -> str:
    return next((node.clause for node in article.children if isinstance(node, Division)), "")


def _by_clause(documents: Sequence[Document]) -> Mapping[str, Division]:
    return {
        node.clause: node for document in documents for node in divisions(document.children) if node.clause
    }


def _all(clause: Division, mark: type[Inserted] | type[Deleted]) -> tuple[Block, ...]:
    return tuple(marked(block, mark) for block in own_blocks(clause))


def _division(node: Node | None) -> Division | None:
    return node if isinstance(node, Division) else None


def _block(node: Node | None) -> Block | None:
    return None if isinstance(node, Division) else node


def _key(node: Node) -> Hashable:
    """The key by which two nodes of an article or a clause are the same one."""
    match node:
        case Division():
            return ("clause", node.clause or node.id)
        case Table() | Figure():
            name = node.caption
        case Cover() | Contents() | Callout() | Sheet():
            name = node.title
        case Paragraph() | ItemList() | Glossary() | Signatures():
            name = ""
        case _:
            assert_never(node)
    return (type(node).__name__, name)


def _merged(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[T | None, T | None]]:
    """Both sequences as one, in the order of the new: pairs of the same thing before and after, None where it is absent."""
    before, after = [key(node) for node in old], [key(node) for node in new]
    for edit in align(before, after):
        if edit.same:
            yield from zip(old[edit.i1 : edit.i2], new[edit.j1 : edit.j2], strict=True)
        else:
            yield from ((node, None) for node in old[edit.i1 : edit.i2])
            yield from ((None, node) for node in new[edit.j1 : edit.j2])
