"""The provisions that an amendment changes: for each the kind of change, its former wording and the new one."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.assemble.blocks._layout import Wording
from docgen.assemble.setting import paragraph
from docgen.model.changes import ClauseChange, Kind, Level
from docgen.model.comparison import Passage
from docgen.model.document import Block, Callout, Division
from docgen.model.outline import Options
from docgen.model.pack import Pack

_BLOCK = "block:"


def build(pack: Pack, options: Options) -> tuple[Block | Division, ...]:
    """One division a clause, in the order of the documents; a sentence when only values change. Changes that are operational or
    editorial needs no amendment and is left out."""
    if pack.comparison is None:
        return ()
    say = Wording(pack.locale, "amended-clauses")
    changes = [change for change in pack.comparison.changes.clauses if change.change.level is Level.MAJOR]
    if not changes:
        return (paragraph(pack.locale, say("values_only")),)
    together = groupby(changes, key=lambda change: (change.document, change.clause))
    return tuple(_division(pack, say, rank, list(group)) for rank, (_, group) in enumerate(together, start=1))


def _division(pack: Pack, say: Wording, rank: int, changes: Sequence[ClauseChange]) -> Division:
    first = changes[0]
    passage = (
        pack.comparison.passages.get((first.document, first.clause), Passage())
        if pack.comparison
        else Passage()
    )
    moved_only = all(change.kind is Kind.MOVED for change in changes)
    return Division(
        id=f"amended-{rank}",
        title=pack.locale.typeset(first.title),
        level=2,
        children=(*_sentences(pack, say, changes), *(() if moved_only else _wordings(say, passage))),
    )


def _sentences(pack: Pack, say: Wording, changes: Sequence[ClauseChange]) -> Iterator[Block]:
    for change in changes:
        was, now = (_cited(pack, say, change, number) for number in (change.old_number, change.new_number))
        kind = "changed" if change.kind is Kind.POSITION else change.kind.value
        if change.clause.startswith(_BLOCK):
            kind, was, now = (
                f"table_{kind}",
                *(say("table", title=change.title, document=_of(pack, change.document)) for _ in range(2)),
            )
        elif (
            kind == "changed"
            and change.old_number != change.new_number
            and not any(other.kind is Kind.MOVED for other in changes)
        ):
            kind = "changed_renumbered"
        yield paragraph(pack.locale, say(kind, was=was, now=now))


def _cited(pack: Pack, say: Wording, change: ClauseChange, number: str) -> str:
    """How a clause is cited: "article 12.3 du Contrat"; by its title where it has no number."""
    if change.clause in pack.chosen and pack.chosen[change.clause].term:
        return say("term", term=change.title, number=number, document=_of(pack, change.document))
    return (
        say("article", number=number, document=_of(pack, change.document))
        if number
        else say("untitled", title=change.title, document=_of(pack, change.document))
    )


def _of(pack: Pack, kind: str) -> str:
    outline = pack.outline(kind)
    cited = outline.cited_as.get(pack.locale.code) if outline is not None else None
    if cited:
        return cited
    annex = next((listed.annex for listed in pack.listed if listed.id == kind), None)
    return (
        pack.locale.text("document.of_annex", number=annex)
        if annex
        else pack.locale.text("document.of_document", title=pack.title(kind))
    )


def _wordings(say: Wording, passage: Passage) -> Iterator[Block]:
    if passage.old:
        yield Callout(say("former"), passage.old)
    if passage.new:
        yield Callout(say("new"), passage.new)
