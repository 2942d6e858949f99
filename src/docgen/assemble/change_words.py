"""A change in the words of the language: its kind, its effect, its words with deletions and insertions."""

from collections.abc import Iterable, Iterator

from docgen.assemble.setting import prose
from docgen.model.changes import ChangeClass, ClauseChange, Kind, Level, Note, Op, Run
from docgen.model.document import Deleted, Inline, Inserted, LineBreak
from docgen.model.locale import Locale


def happened(locale: Locale, change: ClauseChange) -> str:
    """The change of a clause, in the words of the locale, without a capital: moved, formerly 12.3."""
    match change.kind:
        case Kind.CHANGED if change.values:
            return _say(locale, "by_values")
        case Kind.POSITION:
            return _happened(locale, change.kind, change.old_position, change.new_position)
        case Kind.RETITLED:
            return _happened(locale, change.kind, change.old_title, change.title)
    return _happened(locale, change.kind, change.old_number, change.new_number)


def noted(locale: Locale, note: Note) -> str:
    """The same of a change as a lock keeps it."""
    return _happened(locale, note.kind, note.old, note.new)


def _happened(locale: Locale, kind: str, old: str, new: str) -> str:
    match kind:
        case Kind.MOVED:
            return _say(locale, "moved", old=old or _say(locale, "unnumbered"))
        case Kind.RETITLED:
            return _say(locale, "retitled", title=old)
        case Kind.POSITION:
            was, is_ = (_say(locale, f"positions.{name or 'standard'}") for name in (old, new))
            return _say(locale, "position", old=was, new=is_)
    return _say(locale, str(kind))


def _say(locale: Locale, key: str, **values: object) -> str:
    return locale.typeset(locale.text(f"changes.{key}", **values))


def level_word(locale: Locale, level: Level) -> str:
    """A level in the words of the locale."""
    return locale.text(f"changes.levels.{level.value}")


def effect(locale: Locale, change: ChangeClass) -> str:
    """The consequence of a declared class, in the words of the locale."""
    return locale.text(f"changes.effects.{change}")


def changed_words(locale: Locale, runs: Iterable[Run]) -> tuple[Inline, ...]:
    """Runs as inlines, with deletions and insertions marked; a paragraph begins a line."""
    return tuple(inline for run in runs for inline in _run(locale, run))


def _run(locale: Locale, run: Run) -> Iterator[Inline]:
    for index, line in enumerate(run.text.split("\n")):
        if index:
            yield LineBreak()
        if not line:
            continue
        text = line.lstrip()
        gap = line[: len(line) - len(text)]
        if gap:
            yield from prose(locale, gap)
        inlines = prose(locale, text)
        match run.op:
            case Op.SAME:
                yield from inlines
            case Op.ADDED if text:
                yield Inserted(inlines)
            case Op.REMOVED if text:
                yield Deleted(inlines)
