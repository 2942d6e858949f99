"""`CHANGELOG.md` of an engagement, from the history that its locks keep. A pure function.

Headings are those of Keep a Changelog, in the language of the engagement. The file is written whole each time, so what
two branches wrote is never merged by hand.
"""

from collections.abc import Iterator, Mapping, Sequence

from docgen.assemble.change_words import effect, noted
from docgen.history.markdown import marked_words, plain
from docgen.model.changes import Kind, Level, Note
from docgen.model.locale import Locale
from docgen.model.markup import unmarked
from docgen.model.pack import Revision

FILE = "CHANGELOG.md"

_SECTIONS = (
    ("added", frozenset({Kind.ADDED.value})),
    (
        "changed",
        frozenset({Kind.CHANGED.value, Kind.POSITION.value, Kind.MOVED.value, Kind.RETITLED.value, "value"}),
    ),
    ("removed", frozenset({Kind.REMOVED.value})),
)


def changelog(title: str, history: Sequence[Revision], locale: Locale, titles: Mapping[str, str]) -> str:
    """The whole file: a heading for each released version, the latest first; `titles` names the kinds of documents."""
    say = locale.text
    lines = [f"# {say('changelog.title', title=plain(title))}", "", say("changelog.written"), ""]
    for revision in reversed(history):
        lines += [
            f"## [{revision.version}] - {revision.date.isoformat()}",
            "",
            *entry(revision, locale, titles),
            "",
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def entry(revision: Revision, locale: Locale, titles: Mapping[str, str]) -> Iterator[str]:
    """The lines of one version: nature, reasons, what was added, changed and removed, the documents concerned."""
    nature = locale.text(f"changelog.natures.{revision.nature}")
    amendment = locale.text(f"changelog.amendment.{_reach(revision)}")
    yield locale.text("changelog.nature", nature=nature, author=plain(revision.author), amendment=amendment)
    yield ""
    yield from (f"- {plain(reason)}" for reason in revision.summary)
    for name, kinds in _SECTIONS:
        found = [note for note in revision.changes if note.kind in kinds]
        if found:
            yield from ("", f"### {locale.text(f'changelog.{name}')}", "")
            yield from (_line(note, locale) for note in found)
    if revision.documents:
        yield from (
            "",
            locale.text(
                "changelog.documents",
                documents=", ".join(plain(titles.get(kind, kind)) for kind in revision.documents),
            ),
        )


def _reach(revision: Revision) -> Level:
    """The highest level among the classes of what changed."""
    levels = {note.change.level for note in revision.changes}
    return next((level for level in (Level.MAJOR, Level.MINOR, Level.PATCH) if level in levels), Level.NONE)


def _line(note: Note, locale: Locale) -> str:
    if note.kind == "value":
        change = locale.text("changelog.value", old=plain(note.old) or "–", new=plain(note.new) or "–")
        return f"- {plain(note.title)} (`{note.subject}`): {change} – {effect(locale, note.change)}"
    name = plain(f"{note.number} {note.title}".strip())
    words = f": {marked_words(unmarked(note.words))}" if note.words else ""
    return (
        f"- {name} (`{note.subject}`) – {plain(noted(locale, note))} – {effect(locale, note.change)}{words}"
    )
