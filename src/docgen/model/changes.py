"""What changed between two states of an engagement's pack, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How far a change reaches: an amendment, an operational update, an edit, nothing."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


CLASS_LEVELS: Mapping[str, Level] = {
    "amendment": Level.MAJOR,
    "operational": Level.MINOR,
    "editorial": Level.PATCH,
}
"""The level that the declared class of a clause or of a field of the schema leads to."""


class Kind(StrEnum):
    """What happened to a clause."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"
    POSITION = "position"
    RETITLED = "retitled"


class Op(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words of one fate; the runs of a text in order give the old text (without the added) and the new."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One change of one clause in one document. Numbers and positions are '' on the side where it is absent.

    `runs` compares the printed text word by word; () where only the place or the title changed. A clause that moved
    and changed gives one change for each.
    """

    kind: Kind
    clause: str
    title: str
    document: str
    change: str  # declared class: amendment, operational, editorial
    old_number: str = ""
    new_number: str = ""
    old_position: str = ""
    new_position: str = ""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of the engagement: its dotted path, the title of its field, old and new as printed ('' for absent)."""

    path: str
    title: str
    old: str
    new: str
    change: str
    gains: str = ""  # who gains when the value grows: client, provider, or '' when it has no direction
    grew: bool | None = None  # None when the two cannot be compared


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, and the level that follows from the declared classes, with the reason of it."""

    clauses: tuple[ClauseChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    documents: tuple[str, ...] = ()  # kinds whose printed text changed
    level: Level = Level.NONE
    because: str = ""

    @property
    def empty(self) -> bool:
        """True when nothing changed."""
        return not (self.clauses or self.values or self.documents)
