"""The facts of one deal, typed: one field for each section of the file (`read/schemas/`).

Sections are NamedTuples: there are some eighty, and a dataclass takes six times as long to define at each start.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.model.calendar import Calendar, Maintenance, ServiceWindow
from docgen.model.clause import Waiver
from docgen.model.deal import (
    AgreedPosition,
    AgreedValue,
    Amendment,
    Contract,
    Documents,
    Facts,
    GoverningLaw,
    LanguageTerms,
    Notices,
    OmittedArticle,
    Preamble,
    Publicity,
    Scope,
    Signature,
    Term,
)
from docgen.model.delivery import (
    Acceptance,
    Advice,
    ChangeControl,
    ClientDuties,
    Duty,
    NonSolicitation,
    Phase,
    Reporting,
    Staff,
    Subcontracting,
    Training,
    Transition,
)
from docgen.model.ending import Assignment, Audit, Benchmark, Disputes, Exit, Termination
from docgen.model.escalation import Escalation
from docgen.model.governance import Contacts, Governance, Person
from docgen.model.parties import Parties
from docgen.model.payment import Billing, Payment, Price
from docgen.model.printed import Values
from docgen.model.profile import Profile
from docgen.model.raci import Raci
from docgen.model.risks import (
    Backup,
    Confidentiality,
    Continuity,
    ForceMajeure,
    Hardship,
    Insurance,
    IntellectualProperty,
    Liability,
    PersonalData,
    Security,
    Vigilance,
)
from docgen.model.services import Service, ServiceLevels
from docgen.model.sla_terms import SlaTerms
from docgen.text.source import Span

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Engagement:
    """One engagement: its sections under the names that they have in the file.

    `sla_terms` is the section `sla`; `sla` holds windows, maintenance and service levels as the arithmetic works on them.
    `printed` is the whole file as nested
    mappings, for the paths that clauses print and conditions name. `spans` and `keys` give the place of each value and key, in
    the part or in the default terms where it stands; `default_terms` are the terms that hold where the engagement is silent.
    """

    id: str
    language: str
    title: str
    facts: Facts
    parties: Parties
    contract: Contract
    preamble: Preamble
    term: Term
    scope: Scope
    documents: Documents
    phases: tuple[Phase, ...]
    transition: Transition
    acceptance: Acceptance
    client_duties: ClientDuties
    advice: Advice
    staff: Staff
    non_solicitation: NonSolicitation
    calendar: Calendar
    windows: tuple[ServiceWindow, ...]
    services: tuple[Service, ...]
    maintenance: Maintenance
    sla_terms: SlaTerms
    sla: ServiceLevels
    people: tuple[Person, ...]
    contacts: Contacts
    governance: Governance
    raci: Raci
    escalation: Escalation
    change: ChangeControl
    price: Price
    billing: Billing
    payment: Payment
    subcontracting: Subcontracting
    security: Security
    backup: Backup
    continuity: Continuity
    dpa: PersonalData
    confidentiality: Confidentiality
    ip: IntellectualProperty
    insurance: Insurance
    liability: Liability
    force_majeure: ForceMajeure
    hardship: Hardship
    termination: Termination
    exit: Exit
    audit: Audit
    benchmark: Benchmark
    assignment: Assignment
    vigilance: Vigilance
    disputes: Disputes
    law: GoverningLaw
    notices: Notices
    signature: Signature
    language_terms: LanguageTerms
    publicity: Publicity
    reporting: Reporting
    training: Training
    printed: Values
    profile: Profile = Profile.FULL
    obligations: tuple[Duty, ...] = ()
    positions: tuple[AgreedPosition, ...] = ()
    agreed_values: tuple[AgreedValue, ...] = ()
    omitted: tuple[OmittedArticle, ...] = ()
    survival: tuple[str, ...] = ()
    amendment: Amendment | None = None
    waivers: tuple[Waiver, ...] = ()
    path: str = ""
    default_terms: Values = field(default_factory=dict)
    spans: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)

    def at(self, *path: str | int) -> Span:
        """The place of a value, or of its nearest parent that is in a file."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans.get(path, Span(self.path))

    def key(self, *path: str | int) -> Span:
        """The place of the key of a value."""
        return self.keys.get(path) or self.at(*path)

    def person(self, person_id: str) -> Person | None:
        """A person by id."""
        return next((person for person in self.people if person.id == person_id), None)
