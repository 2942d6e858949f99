"""A comparison in words for all formats: plain text, without the syntax of any."""

from collections.abc import Iterator
from typing import NamedTuple

from docgen.assemble.change_words import effect, happened, level_word
from docgen.history.words import compare_texts, excerpt
from docgen.model.changes import Changes, ClauseChange, Run, ValueChange
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.pipeline.comparing import Compared

_SHORT = 60
"""Letters up to which a former and a new value are shown side by side rather than word by word."""


class Entry(NamedTuple):
    """A change: number, title and id of its clause or value, kind of change, effect, and the changed words."""

    number: str
    title: str
    id: str
    what: str
    effect: str
    runs: tuple[Run, ...]


class Described(NamedTuple):
    """The whole: heading, level and why, the clauses by document, the values, the documents that changed."""

    heading: str
    level: str
    because: str
    clauses: tuple[tuple[str, tuple[Entry, ...]], ...]
    values: tuple[Entry, ...]
    documents: tuple[str, ...]


def describe(compared: Compared) -> Described:
    """The comparison in the language of the new state."""
    pack, changes = compared.new.pack, compared.changes
    old, new = compared.sides
    return Described(
        heading=pack.locale.typeset(f"{compared.engagement}: {old.version} → {new.version}"),
        level=level_word(pack.locale, changes.level),
        because=changes.because,
        clauses=tuple(_by_document(pack, compared.old.pack, changes)),
        values=tuple(_value(pack.locale, change) for change in changes.values),
        documents=tuple(_title(pack, compared.old.pack, kind) for kind in changes.documents),
    )


def _by_document(pack: Pack, old: Pack, changes: Changes) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    for kind in dict.fromkeys(change.document for change in changes.clauses):
        entries = tuple(_clause(pack.locale, change) for change in changes.clauses if change.document == kind)
        yield _title(pack, old, kind), entries


def _title(pack: Pack, old: Pack, kind: str) -> str:
    return (pack if pack.outline(kind) is not None else old).title(kind)


def _clause(locale: Locale, change: ClauseChange) -> Entry:
    number = change.new_number or change.old_number
    return Entry(
        number,
        change.title,
        change.clause,
        happened(locale, change),
        effect(locale, change.change),
        excerpt(change.runs),
    )


def _value(locale: Locale, change: ValueChange) -> Entry:
    reach = effect(locale, change.change)
    if change.favours is not None:
        reach = f"{reach}, {locale.text(f'changes.gains.{change.favours}')}"
    if len(change.old) > _SHORT or len(change.new) > _SHORT:
        return Entry("", change.title, change.path, "", reach, excerpt(compare_texts(change.old, change.new)))
    return Entry("", change.title, change.path, f"{change.old or '–'} → {change.new or '–'}", reach, ())
