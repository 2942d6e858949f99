"""The change log: the versions of the pack, the latest first, and for each the changes since the one before.

Of each version: date, author, nature, reasons; whether it needs an amendment; clauses and values, former and new; documents.
"""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._revisions import revisions
from docgen.assemble.change_words import changed_words, effect, noted
from docgen.assemble.setting import prose
from docgen.model.changes import Level, Note
from docgen.model.document import Block, Inline, LineBreak, Look, Sheet, Table
from docgen.model.markup import unmarked
from docgen.model.outline import Options
from docgen.model.pack import Pack, Revision
from docgen.text import formats

_VALUE = "value"


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each revision; for a draft, a note that it is one; then a sheet for each that changed."""
    if not pack.history:
        return ()
    say = Wording(pack.locale, "history")
    table = revisions(say, pack.history[::-1])
    note = (say.note("draft_note"),) if pack.draft else ()
    return (
        table,
        *note,
        *(
            _sheet(pack, revision)
            for revision in pack.history[::-1]
            if revision.changes or revision.documents
        ),
    )


def _sheet(pack: Pack, revision: Revision) -> Sheet:
    say = Wording(pack.locale, "versions")
    title = say("title", version=revision.version, date=formats.date_long(pack.locale, revision.date))
    clauses = [note for note in revision.changes if note.kind != _VALUE]
    values = [note for note in revision.changes if note.kind == _VALUE]
    amended = any(note.change.level is Level.MAJOR for note in revision.changes)
    facts = say.facts(
        [
            ("amendment", say("needed" if amended else "not_needed")),
            ("documents", ", ".join(pack.title(kind) for kind in revision.documents)),
        ],
        "",
    )
    tables = [part for part in (_clauses(pack, say, clauses), _values(pack, say, values)) if part is not None]
    return Sheet(title, (facts, *tables))


def _clauses(pack: Pack, say: Wording, notes: list[Note]) -> Table | None:
    locale = pack.locale
    body = [
        row(
            locale,
            note.number or "–",
            note.title,
            pack.title(note.document),
            _what(pack, note),
            effect(locale, note.change),
        )
        for note in notes
    ]
    return (
        say.table(
            ("number", "clause", "document", "what", "effect"),
            body,
            (8, 20, 17, 40, 15),
            caption=say("clauses"),
            look=Look.COMPACT,
        )
        if body
        else None
    )


def _what(pack: Pack, note: Note) -> tuple[Inline, ...]:
    said = prose(pack.locale, noted(pack.locale, note))
    return (*said, LineBreak(), *changed_words(pack.locale, unmarked(note.words))) if note.words else said


def _values(pack: Pack, say: Wording, notes: list[Note]) -> Table | None:
    locale = pack.locale
    body = [
        row(locale, note.title, note.old or "–", note.new or "–", effect(locale, note.change))
        for note in notes
    ]
    return (
        say.table(
            ("value", "old", "new", "effect"),
            body,
            (37, 24, 24, 15),
            caption=say("values"),
            look=Look.COMPACT,
        )
        if body
        else None
    )
