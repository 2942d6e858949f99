"""A pack before it is assembled: one engagement at one version, with the clauses that were chosen for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.model.changes import Note
from docgen.model.clause import STANDARD, Clause, Library
from docgen.model.comparison import Comparison
from docgen.model.computed import Computed
from docgen.model.delivery import Duty
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale
from docgen.model.outline import Outline
from docgen.model.printed import Values


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of the history of a pack: `nature` is a key of the locale (`draft`, `major`, `minor`, `patch`).

    `summary` gives the reasons; `changes` lists the changes since the version before, `documents` the kinds whose text
    did: both are () of the first version.
    """

    version: str
    date: date
    author: str
    nature: str
    summary: tuple[str, ...]
    changes: tuple[Note, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """The place of a pack among its versions; `seal` is that of the lock of a release, '' otherwise."""

    version: str
    draft: bool
    history: tuple[Revision, ...]
    seal: str = ""


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document of `documents.list`: its rank there is its annex number, `place` its index in the file."""

    id: str
    title: str
    version: str
    annex: int
    in_pack: bool
    place: int = 0


@dataclass(frozen=True)
class Pack:
    """Everything that a document of the pack is made of.

    `chosen` holds the clauses that apply, by id, each in the position and language of the engagement; `omitted` the
    articles that the engagement leaves out, with the reason; `computed` the values derived from the engagement; `seal`
    that of the release, '' for a draft.
    `value_approvers` names the role that must approve another value than the default one, by the path of the value or section.
    `comparison` is set for a redline or an amendment, None in every other build.
    """

    engagement: Engagement
    locale: Locale
    library: Library
    outlines: tuple[Outline, ...]
    chosen: Mapping[str, Clause]
    omitted: Mapping[str, str]
    listed: tuple[ListedDocument, ...]
    computed: Computed
    version: str
    draft: bool
    history: tuple[Revision, ...]
    issuer: str = ""
    positions: Mapping[str, str] = field(default_factory=dict)
    comparison: Comparison | None = None
    seal: str = ""
    value_approvers: Mapping[str, str] = field(default_factory=dict)

    @property
    def dated(self) -> date:
        """The day of this version: that of the last line of its history; that of the contract where there is no history."""
        return self.history[-1].date if self.history else self.engagement.contract.date

    @property
    def printed(self) -> Values:
        """The values that clauses and conditions see: the engagement's, and `computed`."""
        return {**self.engagement.printed, "computed": self.computed.printed}

    @property
    def obligations(self) -> tuple[Duty, ...]:
        """The duties of the provider with their regime: those that the chosen clauses state, then the engagement's others."""
        stated = tuple(duty for clause in self.chosen.values() for duty in clause.obligations)
        known = {duty.id for duty in stated}
        return stated + tuple(duty for duty in self.engagement.obligations if duty.id not in known)

    def position(self, clause_id: str) -> str:
        """The position that the engagement takes on a clause."""
        return self.positions.get(clause_id, STANDARD)

    def outline(self, kind: str) -> Outline | None:
        """The outline of a document kind."""
        return next((outline for outline in self.outlines if outline.kind == kind), None)

    def kind(self, name: str) -> str:
        """The document kind that a reference to `name` leads to: the kind itself, or the one that stands for it here."""
        return next((outline.kind for outline in self.outlines if name in outline.stands_for), name)

    def title(self, kind: str) -> str:
        """The title of a document of the pack, or of one kept elsewhere."""
        outline = self.outline(kind)
        if outline is not None:
            return outline.titles.get(self.locale.code, kind)
        return next((document.title for document in self.listed if document.id == kind), kind)
