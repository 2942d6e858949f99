"""How the services are delivered: phases, duties, staff, changes, subcontracting, reports."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.text.quantities import Duration, Money, Percent


class Regime(StrEnum):
    """What a duty promises: the result, the means, or the means with the burden of proof turned."""

    RESULT = "result"
    REINFORCED_MEANS = "reinforced_means"
    MEANS = "means"


class SubcontractingRegime(StrEnum):
    """When the client has a say."""

    PRIOR_APPROVAL = "prior_approval"
    GENERAL_WITH_NOTICE = "general_with_notice"
    PROHIBITED = "prohibited"


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the contract; `committee` decides on its end."""

    id: str
    name: str
    start: str
    duration: Duration
    exit: str
    deliverables: tuple[str, ...]
    committee: str


@dataclass(frozen=True, slots=True)
class Transition:
    """The take-over. The penalty of a started week of delay and its cap are shares of `price`."""

    duration: Duration
    price: Money
    baseline_tolerance: Percent
    delay_penalty: Percent
    delay_penalty_cap: Percent
    long_stop: Duration
    double_run: Duration
    fee_before_acceptance: Percent


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The tests before the service starts: VABF, then VSR; `tacit` is the silence that counts as acceptance."""

    vabf: Duration
    vsr: Duration
    blocking_max: int
    major_max: int
    max_retests: int
    tacit: Duration | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of the provider under its legal regime."""

    id: str
    duty: str
    regime: Regime


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """What the client owes, within a time after the date of effect."""

    what: str
    due: Duration


@dataclass(frozen=True, slots=True)
class ClientDuties:
    """What the client owes."""

    decision: Duration
    default_alert: Duration
    prerequisites: tuple[Prerequisite, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """The provider's duty to advise."""

    eol_notice: Duration
    report: Duration


@dataclass(frozen=True, slots=True)
class Staff:
    """Key people and their replacement; `key_people` are person ids."""

    key_minimum: Duration
    replacement_notice: Duration
    overlap: Duration
    key_people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NonSolicitation:
    """Neither party hires the other's staff."""

    duration: Duration
    indemnity_months: int


@dataclass(frozen=True, slots=True)
class ChangeControl:
    """Who approves a change of what price, and in what time."""

    qualification: Duration
    study: Duration
    free_studies: int
    offer_validity: Duration
    manager_threshold: Money
    committee_threshold: Money
    amendment_threshold: Money
    cumulative_threshold: Percent
    urgent_regularisation: Duration


@dataclass(frozen=True, slots=True)
class Subcontractor:
    """A subcontractor that the client accepted."""

    name: str
    service: str
    country: str
    personal_data: bool
    siren: str = ""


@dataclass(frozen=True, slots=True)
class Subcontracting:
    """Under what regime the provider may subcontract; `max_share` is of the fee."""

    regime: SubcontractingRegime
    notice: Duration
    max_share: Percent
    max_rank: int
    list: tuple[Subcontractor, ...] = ()


@dataclass(frozen=True, slots=True)
class Reporting:
    """When the report of a month is due."""

    due: Duration
    missing_data: Duration


@dataclass(frozen=True, slots=True)
class Training:
    """How often the security awareness is renewed."""

    awareness: Duration
