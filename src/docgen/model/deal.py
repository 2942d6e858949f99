"""The deal: its facts, its object, its term, its documents."""

import datetime
from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Duration, Percent


class RenewalMode(StrEnum):
    """How the contract is renewed."""

    EXPRESS = "express"
    TACIT = "tacit"
    NONE = "none"


class SignatureMode(StrEnum):
    """How the contract is signed."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


class SignatureLevel(StrEnum):
    """Levels of an electronic signature."""

    ADVANCED = "advanced"
    SIMPLE = "simple"
    ADVANCED_QUALIFIED_CERTIFICATE = "advanced_qualified_certificate"
    QUALIFIED = "qualified"


class NoticeChannel(StrEnum):
    """Channels of a formal notice."""

    LRAR_OR_LRE = "LRAR_or_LRE"
    LRAR = "LRAR"
    LRE = "LRE"


class Prevailing(StrEnum):
    """Languages that may prevail."""

    FR = "fr"
    EN = "en"


class Facts(NamedTuple):
    """The facts of the deal: each turns clauses on or off."""

    personal_data: bool
    transfers_outside_eea: bool
    health_data: bool
    client_public: bool
    ccag_tic: bool
    client_financial_entity: bool
    critical_function: bool
    client_nis2_entity: bool
    cloud_service: bool
    group_contract: bool
    onsite_staff: bool
    staff_transfer: bool
    entrusted_equipment: bool
    ip_deliverables: bool
    subcontracting: bool
    on_call: bool
    benchmark: bool


class Contract(NamedTuple):
    """The act itself. `date` is that of the documents until a first release, `service_start` ends the acceptance."""

    reference: str
    date: datetime.date
    effective: datetime.date
    service_start: datetime.date
    confidentiality: str
    subject: str


class ExchangedDocument(NamedTuple):
    """A document that the parties exchanged and rely on (C. civ. 1112-1)."""

    document: str
    date: datetime.date
    version: str = ""


class Preamble(NamedTuple):
    """Why the parties contract: recitals, one a paragraph."""

    context: tuple[str, ...]
    objectives: tuple[str, ...]
    provider: str
    exchanged: tuple[ExchangedDocument, ...]
    contractual_value: bool


class Renewal(NamedTuple):
    """The renewal after the firm term: `max_count` renewals of `duration` at most."""

    mode: RenewalMode
    duration: Duration | None = None
    max_count: int | None = None
    notice: Duration | None = None


class Term(NamedTuple):
    """How long the contract lasts: `initial` is the firm term."""

    initial: Duration
    renewal: Renewal


class InventoryLine(NamedTuple):
    """A line of the inventory: so many of a thing, for a service; `unit` is the work unit whose price adjusts it."""

    item: str
    quantity: int
    service: str
    unit: str = ""


class Scope(NamedTuple):
    """The perimeter. `band` is the variation of the inventory without effect on the price."""

    families: tuple[str, ...]
    exclusivity: bool
    volume_commitment: Percent
    baseline: tuple[InventoryLine, ...]
    excluded: tuple[str, ...]
    band: Percent
    inventory_refresh: Duration


class ContractDocument(NamedTuple):
    """A document of the contract; `title` and `version` are those of one that is not in the pack."""

    id: str
    title: str = ""
    version: str = ""


class Documents(NamedTuple):
    """The documents that form the contract, in order of precedence after it."""

    list: tuple[ContractDocument, ...]
    general_terms_excluded: bool


class AgreedPosition(NamedTuple):
    """A position other than the standard one that the engagement takes on a clause."""

    clause: str
    position: str
    reason: str
    approved_by: str = ""


class AgreedValue(NamedTuple):
    """Why a value, or every value of a section, leaves the default terms: `value` is its dotted path."""

    value: str
    reason: str
    approved_by: str = ""


class Amendment(NamedTuple):
    """The amendment in preparation; without `effective` it takes effect at the last signature."""

    effective: datetime.date | None = None
    reasons: tuple[str, ...] = ()


class OmittedArticle(NamedTuple):
    """An article that the engagement leaves out."""

    article: str
    reason: str


class Signature(NamedTuple):
    """How the contract is signed; `level` is that of an electronic signature (Regulation (EU) 910/2014)."""

    mode: SignatureMode
    level: SignatureLevel | None = None
    originals: int | None = None
    place: str = ""
    date: datetime.date | None = None


class GoverningLaw(NamedTuple):
    """The law that governs the contract."""

    governing: str


class Notices(NamedTuple):
    """How a formal notice is given, and when it counts as received."""

    channel: NoticeChannel
    deemed: Duration
    client: str = ""
    provider: str = ""


class LanguageTerms(NamedTuple):
    """Which language prevails."""

    prevailing: Prevailing


class Publicity(NamedTuple):
    """Whether the provider may name the client."""

    consent: bool
