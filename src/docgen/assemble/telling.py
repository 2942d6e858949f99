"""A change in the words of the language: what happened, how far it reaches, runs of words with their marks."""

from collections.abc import Iterable, Iterator

from docgen.assemble.setting import prose
from docgen.model.changes import ClauseChange, Kind, Level, Op, Run
from docgen.model.document import Deleted, Inline, Inserted, LineBreak
from docgen.model.locale import Locale


def happened(locale: Locale, change: ClauseChange) -> str:
    """What happened to a clause, in the words of the locale, without a capital: moved, formerly 12.3."""

    def say(key: str, **values: object) -> str:
        return locale.typeset(locale.text(f"changes.{key}", **values))

    match change.kind:
        case Kind.MOVED:
            return say("moved", old=change.old_number or say("unnumbered"))
        case Kind.RETITLED:
            return say("retitled", title=change.old_title)
        case Kind.POSITION:
            old, new = (say(f"positions.{name or 'standard'}") for name in (change.old_position, change.new_position))
            return say("position", old=old, new=new)
        case Kind.CHANGED if change.values:
            return say("by_values")
    return say(change.kind.value)


def level_word(locale: Locale, level: Level) -> str:
    """A level in the words of the locale."""
    return locale.text(f"changes.levels.{level.value}")


def effect(locale: Locale, change: str) -> str:
    """What a declared class leads to, in the words of the locale."""
    return locale.text(f"changes.effects.{change}")


def told(locale: Locale, runs: Iterable[Run]) -> tuple[Inline, ...]:
    """Runs as inlines, with what was removed and added marked; a paragraph begins a line."""
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
