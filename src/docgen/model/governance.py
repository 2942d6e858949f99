"""People and committees."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.model.parties import PartyKind
from docgen.text.quantities import Duration


class CommitteeLevel(StrEnum):
    """Levels of a committee, the highest first."""

    STRATEGIC = "strategic"
    STEERING = "steering"
    OPERATIONAL = "operational"


class Frequency(StrEnum):
    """How often a committee meets."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ON_EVENT = "on_event"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a part in the contract; business contact only."""

    id: str
    party: PartyKind
    name: str
    function: str
    phone: str
    email: str
    window: str
    phone_24x7: str = ""
    languages: tuple[str, ...] = ()
    backup: str = ""
    verified: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A person of each party."""

    client: str
    provider: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """The person responsible for each subject, by id."""

    contract: Pair
    delivery: Pair
    security: Pair
    billing: Pair
    data_protection: Pair | None = None


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee; `chair` and `members` are person ids, `escalates_to` a committee id, `decides` lists activities."""

    id: str
    acronym: str
    name: str
    level: CommitteeLevel
    purpose: str
    frequency: Frequency
    duration: Duration
    chair: str
    members: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    day_rule: str = ""
    escalates_to: str = ""
    decides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Governance:
    """The committees, and the delays around a meeting; silence for `objection` approves the minutes."""

    documents_before: Duration
    minutes: Duration
    objection: Duration
    committees: tuple[Committee, ...]
