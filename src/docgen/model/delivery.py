"""How the services are delivered: phases, duties, staff, changes, subcontracting, reports."""

from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Duration, Money, Percent


class Regime(StrEnum):
    """The kind of duty: of result, of means, or of means with the burden of proof reversed."""

    RESULT = "result"
    REINFORCED_MEANS = "reinforced_means"
    MEANS = "means"


class SubcontractingRegime(StrEnum):
    """When the client must agree."""

    PRIOR_APPROVAL = "prior_approval"
    GENERAL_WITH_NOTICE = "general_with_notice"
    PROHIBITED = "prohibited"


class Phase(NamedTuple):
    """A phase of the contract; `committee` decides on its end. `value` is the path of the delay that the phase lasts."""

    id: str
    name: str
    start: str
    duration: Duration
    exit: str
    deliverables: tuple[str, ...]
    committee: str
    value: str = ""


class Transition(NamedTuple):
    """The take-over. The penalty of a started week of delay and its cap are shares of `price`."""

    duration: Duration
    price: Money
    baseline_tolerance: Percent
    delay_penalty: Percent
    delay_penalty_cap: Percent
    long_stop: Duration
    double_run: Duration
    fee_before_acceptance: Percent


class Acceptance(NamedTuple):
    """The tests before the service starts: VABF, then VSR; `tacit` is the silence that counts as acceptance."""

    vabf: Duration
    vsr: Duration
    blocking_max: int
    major_max: int
    max_retests: int
    tacit: Duration | None = None


class Duty(NamedTuple):
    """A duty of the provider under its legal regime."""

    id: str
    duty: str
    regime: Regime


class Prerequisite(NamedTuple):
    """A thing due from the client within a time after the date of effect."""

    what: str
    due: Duration


class ClientDuties(NamedTuple):
    """The duties of the client."""

    decision: Duration
    default_alert: Duration
    prerequisites: tuple[Prerequisite, ...]


class Advice(NamedTuple):
    """The provider's duty to advise."""

    eol_notice: Duration
    report: Duration


class Staff(NamedTuple):
    """Key people and their replacement; `key_people` are person ids."""

    key_minimum: Duration
    replacement_notice: Duration
    overlap: Duration
    key_people: tuple[str, ...] = ()


class NonSolicitation(NamedTuple):
    """Neither party hires the other's staff."""

    duration: Duration
    indemnity_months: int


class ChangeControl(NamedTuple):
    """The approver of a change up to a price, and the time to decide."""

    qualification: Duration
    study: Duration
    free_studies: int
    offer_validity: Duration
    manager_threshold: Money
    committee_threshold: Money
    amendment_threshold: Money
    cumulative_threshold: Percent
    urgent_regularisation: Duration


class Subcontractor(NamedTuple):
    """A subcontractor that the client accepted."""

    name: str
    service: str
    country: str
    personal_data: bool
    siren: str = ""


class Subcontracting(NamedTuple):
    """The regime of subcontracting; `max_share` is of the fee."""

    regime: SubcontractingRegime
    notice: Duration
    max_share: Percent
    max_rank: int
    list: tuple[Subcontractor, ...] = ()


class Reporting(NamedTuple):
    """When the report of a month is due."""

    due: Duration
    missing_data: Duration


class Training(NamedTuple):
    """How often the security awareness is renewed."""

    awareness: Duration
