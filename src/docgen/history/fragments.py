"""Fragments: why something changed, in the words of the person who changed it, until a release gathers them.

One file a change, `engagements/<id>/changes/<name>.md`, so that two branches never write the same line. The text is the
reason; front matter may limit it to `clauses` and `values`. Faults: DG631 (a change without reason), DG632 (a fragment
without one), DG633 (a fragment about something unchanged).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.model.changes import Changes
from docgen.read.schemas.fragment import FRAGMENT
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors
from docgen.text.faults import CHANGE_WITHOUT_REASON, FRAGMENT_ABOUT_NOTHING, FRAGMENT_WITHOUT_REASON
from docgen.text.source import Source, Span
from docgen.text.yamltext import load

FOLDER = "changes"

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A reason, on one line, and its subjects; without subjects it explains all changes."""

    path: str
    reason: str
    clauses: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    @property
    def general(self) -> bool:
        """True if the reason explains all changes."""
        return not (self.clauses or self.values)


def read_fragment(source: Source) -> Checked[Fragment | None]:
    """The fragment of a file, None when it is faulty. The first paragraph is the reason; the rest stays in git."""
    match = _FRONT.match(source.text)
    body = source.text[match.end() :] if match else source.text
    reason = " ".join(body.strip().split("\n\n")[0].split()).lstrip("# ")
    if not reason:
        return Checked(
            None,
            (
                FRAGMENT_WITHOUT_REASON.at(
                    Span(source.path),
                    "the fragment gives no reason",
                    "write in one sentence why the change is made",
                ),
            ),
        )
    if match is None:
        return Checked(Fragment(source.path, reason))
    document, faults = load(
        Source(source.path, "\n" + match[1])
    )  # the line of the first dashes keeps the numbers right
    if has_errors(faults):
        return Checked(None, faults)
    values, found = validate(FRAGMENT, document.value, document.spans, document.keys, Span(source.path))
    if has_errors(found):
        return Checked(None, (*faults, *found))
    return Checked(
        Fragment(source.path, reason, tuple(values.get("clauses") or ()), tuple(values.get("values") or ())),
        (*faults, *found),
    )


def reasons(fragments: Sequence[Fragment]) -> tuple[str, ...]:
    """The reasons, each once, in the order of the names of their files."""
    return tuple(
        dict.fromkeys(fragment.reason for fragment in sorted(fragments, key=lambda fragment: fragment.path))
    )


def unexplained(changes: Changes, fragments: Sequence[Fragment], folder: str) -> Iterator[Diagnostic]:
    """DG631 for changes that no fragment explains. A clause that follows a value is explained with the value.

    A change of no document's text needs no reason.
    """
    if not changes.documents or any(fragment.general for fragment in fragments):
        return
    clauses = {name for fragment in fragments for name in fragment.clauses}
    paths = tuple(path for fragment in fragments for path in fragment.values)
    left = [
        value.path
        for value in changes.values
        if not value.path.startswith("computed.") and not _covered(value.path, paths)
    ]
    bare = [change.clause for change in changes.clauses if not change.values and change.clause not in clauses]
    if not (changes.clauses or changes.values):
        yield _bare(folder, f"the printed text of {changes.documents[0]} changed")
    for clause in dict.fromkeys(bare):
        yield _bare(folder, f"clause {clause} changed")
    for path in left:
        yield _bare(folder, f"value {path} changed")


def idle(changes: Changes, fragments: Sequence[Fragment]) -> Iterator[Diagnostic]:
    """DG633 for a fragment that names a clause or a value that did not change."""
    clauses = {change.clause for change in changes.clauses}
    for fragment in fragments:
        for name in fragment.clauses:
            if name not in clauses:
                yield _idle(fragment, f"clause {name}")
        for path in fragment.values:
            if not any(_covered(value.path, (path,)) for value in changes.values):
                yield _idle(fragment, f"value {path}")


def _covered(path: str, named: Sequence[str]) -> bool:
    return any(path == name or path.startswith((f"{name}.", f"{name}[")) for name in named)


def _bare(folder: str, what: str) -> Diagnostic:
    hint = f"say why in {folder}/{FOLDER}/<name>.md: one sentence"
    return CHANGE_WITHOUT_REASON.at(Span(f"{folder}/{FOLDER}"), f"{what}, and no fragment says why", hint)


def _idle(fragment: Fragment, what: str) -> Diagnostic:
    hint = "name a changed clause or value ('docgen diff' lists them), or take the line out"
    return FRAGMENT_ABOUT_NOTHING.at(
        Span(fragment.path), f"{what} is explained, but did not change", hint, severity=Severity.WARNING
    )
