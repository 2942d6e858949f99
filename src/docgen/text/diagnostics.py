"""A fault of the user as a value: place, stable code, message, remedy."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

from docgen.text.source import Span

T = TypeVar("T")


class Severity(IntEnum):
    """How bad: an error stops the build, a warning fails only `--strict`, a note never fails."""

    ERROR = 0
    WARNING = 1
    NOTE = 2

    @property
    def label(self) -> str:
        """The word that is printed and read by programs: `error`, `warning` or `note`."""
        return self.name.lower()


class Diagnostic(NamedTuple):
    """One fault. `message` names the thing, lower case, no full stop; `hint` is the remedy."""

    span: Span
    code: str
    severity: Severity
    message: str
    hint: str = ""


class Checked(NamedTuple, Generic[T]):
    """The result of a stage: its value, and all the faults that it found.

    `value` is the best that could be made; a caller that meets an error in `diagnostics` stops after the stage.
    """

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """True when no diagnostic is an error."""
        return not has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when one of the diagnostics is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, then code, each fault once."""
    return tuple(sorted(set(diagnostics)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint with the known word nearest to `word`: "did you mean 'sdm'?", or '' when none is near."""
    matches = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f"did you mean {matches[0]!r}?" if matches else ""
