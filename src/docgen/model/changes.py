"""The changes between two states of an engagement's pack, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from docgen.model.parties import PartyKind
from docgen.model.printed import Printable


class Level(StrEnum):
    """How far a change reaches: an amendment, an operational update, an edit, nothing."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


class ChangeClass(StrEnum):
    """Declared class of a clause or of a field of the schema, the farthest-reaching first.

    A signed amendment is needed; people, calendars or contacts change; a wording that binds nobody changes.
    """

    AMENDMENT = "amendment"
    OPERATIONAL = "operational"
    EDITORIAL = "editorial"

    @property
    def level(self) -> Level:
        """The level that a change of this class leads to."""
        levels = {ChangeClass.AMENDMENT: Level.MAJOR, ChangeClass.OPERATIONAL: Level.MINOR}
        return levels.get(self, Level.PATCH)


def farthest(classes: Iterable[ChangeClass]) -> ChangeClass:
    """The farthest-reaching of some classes; editorial where there is none."""
    found = set(classes)
    return next((one for one in ChangeClass if one in found), ChangeClass.EDITORIAL)


class Kind(StrEnum):
    """The kind of a clause's change."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"
    POSITION = "position"
    RETITLED = "retitled"


class Op(StrEnum):
    """The kind of a change of a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Word(NamedTuple):
    """A word or sign of a printed text: its form for comparing, and as printed, with the white space before it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words of one fate; the runs of a text in order give the old text (without the added) and the new."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One change of one clause in one document. Numbers and positions are '' on the side where it is absent.

    `runs` compares the printed text word by word; () where only the place or the title changed, or where the words are
    not known. `values` names the values by which alone the printed text changed: `change` is then their class, since
    the text of the clause itself did not change. A clause that moved and changed gives one change for each. A block has the
    id `block:<name>`.
    """

    kind: Kind
    clause: str
    title: str
    document: str
    change: ChangeClass
    old_number: str = ""
    new_number: str = ""
    old_position: str = ""
    new_position: str = ""
    old_title: str = ""
    runs: tuple[Run, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of the engagement: its path, the title of its field, old and new as printed ('' for absent).

    A path `computed.<name>` is a value that follows from others; its class is theirs.
    """

    path: str
    title: str
    old: str
    new: str
    change: ChangeClass
    gains: PartyKind | None = None  # who gains when the value grows; None when it has no direction
    grew: bool | None = None  # None when the two cannot be compared

    @property
    def favours(self) -> PartyKind | None:
        """The party in whose favour it moved, None where its field has no direction or the two cannot be compared."""
        if self.gains is None or self.grew is None:
            return None
        return self.gains if self.grew else self.gains.other


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


@dataclass(frozen=True, slots=True)
class PrintedClause:
    """A clause as a document prints it. `stamp` is that of its own text, `printed` that of the words with the values
    filled in; a reference counts as its target, since renumbering changes no text. `words` and `values` (the paths
    that it prints) are () where the clause is known from a lock only."""

    id: str
    title: str
    document: str
    article: str
    number: str
    position: str
    change: ChangeClass
    stamp: str
    printed: str
    words: tuple[Word, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A value of the engagement as it is printed; `value` is None where it is known from a lock only."""

    path: str
    text: str
    title: str = ""
    change: ChangeClass = ChangeClass.AMENDMENT
    gains: PartyKind | None = None
    value: Printable = None


@dataclass(frozen=True, slots=True)
class ContentSnapshot:
    """The values by which two states of a pack are compared; from a lock (without words and typed values) or a pack.

    Clauses are in reading order, document by document; `documents` maps each kind to the hash of its whole text,
    taken without version, date and history.
    """

    clauses: tuple[PrintedClause, ...] = ()
    values: tuple[PrintedValue, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A change in words, as a lock keeps it and a change log prints it.

    `kind` is a `Kind` or `value`; `subject` the clause or the path of the value; `number` that of the clause now, or where
    it stood; `old` and `new` are values, numbers, positions or titles, whichever changed; `words` is an excerpt of the
    text, as `[-removed-]{+added+}`.
    """

    kind: str
    subject: str
    title: str
    change: ChangeClass
    document: str = ""
    number: str = ""
    old: str = ""
    new: str = ""
    words: str = ""
