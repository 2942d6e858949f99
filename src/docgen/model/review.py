"""The review of a change of the workspace, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from docgen.model.changes import ChangeClass, Op, Run
from docgen.model.condition import Condition
from docgen.model.parties import PartyKind
from docgen.text.diagnostics import Diagnostic, Severity


class Fate(StrEnum):
    """The kind of a text's change."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    METADATA = "metadata"
    TYPESET = "typeset"


class Vote(StrEnum):
    """Whether a role approved a text."""

    PRESENT = "present"
    MISSING = "missing"
    VOID = "void"
    ASKED = "asked"  # the text is gone: no file can say it, the review must


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its key in the words of the review (`sentences.…`), and its values; a condition is put in words."""

    key: str
    values: Mapping[str, str | Condition] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoleVote:
    """The vote of a role on a text; `by` is the person, '' for nobody."""

    role: str
    vote: Vote
    by: str = ""


@dataclass(frozen=True, slots=True)
class ClauseReview:
    """One text of the library that changed: a clause in one position and language.

    `change` is its declared class where words, condition or class changed, else editorial. `runs` compares the words;
    `sentences` describe the changes of the front matter. `engagements` rest on the text, or would. `votes` is ()
    where no approval is asked.
    """

    id: str
    position: str
    language: str
    title: str
    path: str
    owner: str
    change: ChangeClass
    fate: Fate
    former: str = ""  # former id, when it was renamed
    runs: tuple[Run, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    engagements: tuple[str, ...] = ()
    votes: tuple[RoleVote, ...] = ()

    @property
    def unapproved(self) -> tuple[RoleVote, ...]:
        """The roles whose approval is missing or void."""
        return tuple(vote for vote in self.votes if vote.vote in (Vote.MISSING, Vote.VOID))

    @property
    def added(self) -> int:
        """How many words came."""
        return _words(self.runs, Op.ADDED)

    @property
    def removed(self) -> int:
        """How many words went."""
        return _words(self.runs, Op.REMOVED)


def _words(runs: tuple[Run, ...], op: Op) -> int:
    return sum(len(run.text.split()) for run in runs if run.op is op)


@dataclass(frozen=True, slots=True)
class FileReview:
    """Another file of the library or of the templates. `kind` is outline, locale, terms, config, page or other.

    `runs` is () where the file is not text.
    """

    path: str
    kind: str
    change: ChangeClass
    fate: Fate
    runs: tuple[Run, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    engagements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueReview:
    """A value that changed: old and new as printed, '' for absent.

    `favours` is the party in whose favour it moved: None where the field declares no direction, or the two have no
    common measure.
    """

    path: str
    title: str
    old: str
    new: str
    change: ChangeClass
    favours: PartyKind | None = None
    engagements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """An engagement that a change reaches.

    `documents` are the titles of those that print a changed clause. `released` is its last version ('' for a draft), `signed` the
    last version that was signed, on the day `signed_on`. `amendment` is true when what was signed would need an
    amendment to say the new text; `bound` names the removed clauses that a signed version holds.
    """

    engagement: str
    title: str
    fate: Fate
    documents: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    values: int = 0
    released: str = ""
    signed: str = ""
    signed_on: date | None = None
    amendment: bool = False
    bound: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The changes from `base` to `head` ('' for the working tree); `diagnostics` are those that `base` has not."""

    base: str
    head: str
    clauses: tuple[ClauseReview, ...] = ()
    values: tuple[ValueReview, ...] = ()
    files: tuple[FileReview, ...] = ()
    touched: tuple[Touched, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> tuple[ClauseReview | ValueReview | FileReview, ...]:
        """All that changed."""
        return (*self.clauses, *self.values, *self.files)

    @property
    def empty(self) -> bool:
        """True when nothing changed."""
        return not self.changes and not self.touched

    @property
    def unapproved(self) -> tuple[ClauseReview, ...]:
        """The changed texts that lack an approval."""
        return tuple(clause for clause in self.clauses if clause.unapproved)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The new errors."""
        return tuple(fault for fault in self.diagnostics if fault.severity is Severity.ERROR)

    def of_class(self, name: ChangeClass) -> int:
        """How many changes are of a declared class."""
        return sum(change.change is name for change in self.changes)
