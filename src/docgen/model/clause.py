"""A clause of the library, and the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.model.changes import ChangeClass
from docgen.model.condition import ALWAYS, Condition
from docgen.model.delivery import Duty
from docgen.model.duties import ActivityDuty
from docgen.model.effects import Ends, Event
from docgen.model.printed import Values
from docgen.text.source import Source, Span

STANDARD = "standard"
POSITIONS = (STANDARD, "fallback-1", "fallback-2")
SHORT = "short"
"""The standard position in few words: no negotiated position, but a length that a short pack prints."""
TEXTS = (*POSITIONS, SHORT)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A fault accepted on purpose: its code, why, and the last day on which it is; '' or None if not stated.

    `place` names a value of an engagement (`sla.indicators`): faults elsewhere are not accepted. '' is the whole file.
    """

    code: str
    reason: str = ""
    until: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A role approved a text, by a person; `stamp` is that of the text that was approved."""

    role: str
    by: str
    stamp: str


@dataclass(frozen=True)
class Clause:
    """One contractual statement: its metadata, and its text in one language and one position.

    `body` is the offset of the text in `source`. `spans` gives the place of each front-matter value by its dotted path
    (`requires.0`). `speaks_of` lists the kinds of delay that the text may print; () is any. A position
    other than standard and a translation state only their own text; the metadata is the master's. `ends`, `caps`, `lifts`
    and `survives` (`model/effects.py`), `duties` (who does what) and `obligations` (with their legal regime) are of the
    text; `lifts` holds events and paths of values that list them. `values` maps the dotted path of a value of the
    engagement to its value in this position; None is a value that is not stated.
    `without` lists by field what the master says and this short text does not, on purpose: values that it prints, claims
    of its front matter.
    """

    id: str
    title: str
    language: str
    source: Source
    body: int
    position: str = STANDARD
    owner: str = ""
    change: ChangeClass = ChangeClass.AMENDMENT
    when: Condition = ALWAYS
    when_text: str = ""
    requires: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    satisfies: tuple[str, ...] = ()
    derogates: tuple[str, ...] = ()
    speaks_of: tuple[str, ...] = ()
    ends: Ends = ()
    caps: tuple[Event, ...] = ()
    lifts: tuple[str, ...] = ()
    survives: bool = False
    duties: tuple[ActivityDuty, ...] = ()
    obligations: tuple[Duty, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    review_by: date | None = None
    term: str = ""
    forms: tuple[str, ...] = ()
    rationale: str = ""
    approver: str = ""
    approvals: tuple[Approval, ...] = ()
    values: Values = field(default_factory=dict)
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The Markdown text, without front matter."""
        return self.source.text[self.body :]

    @property
    def deviates(self) -> bool:
        """True when the text is a negotiated position; a short text says what the standard position says."""
        return self.position not in (STANDARD, SHORT)

    @property
    def topic(self) -> str:
        """The first part of the id: the article that the clause belongs to."""
        return self.id.partition(".")[0]

    @property
    def place(self) -> Span:
        """Where the clause is named."""
        return self.spans.get("id") or Span(self.source.path)

    def at(self, field_name: str) -> Span:
        """The place of a front-matter field, or of the id."""
        return self.spans.get(field_name) or self.place


@dataclass(frozen=True)
class Library:
    """All clauses, by id; for each id by position, for each position by language."""

    clauses: Mapping[str, Mapping[str, Mapping[str, Clause]]] = field(default_factory=dict)

    def find(self, clause_id: str, language: str, position: str = STANDARD) -> Clause | None:
        """The clause in a language and position, None when the library has no such text."""
        return self.clauses.get(clause_id, {}).get(position, {}).get(language)

    def standard(self, language: str) -> tuple[Clause, ...]:
        """Every clause in its standard position in a language, by id."""
        found = (positions.get(STANDARD, {}).get(language) for _, positions in sorted(self.clauses.items()))
        return tuple(clause for clause in found if clause is not None)

    def texts(self) -> tuple[Clause, ...]:
        """Every text of the library: each clause in each position and language."""
        return tuple(
            clause
            for _, positions in sorted(self.clauses.items())
            for _, languages in sorted(positions.items())
            for _, clause in sorted(languages.items())
        )
