"""People and committees."""

from dataclasses import dataclass
from datetime import date

from docgen.text.quantities import Duration

CLIENT = "client"
PROVIDER = "provider"
THIRD = "third"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a part in the contract; business contact only."""

    id: str
    party: str
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
    """Who answers for what: person ids by subject."""

    contract: Pair
    delivery: Pair
    security: Pair
    billing: Pair
    data_protection: Pair | None = None


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee; `chair` and `members` are person ids, `escalates_to` a committee id."""

    id: str
    acronym: str
    name: str
    level: str
    purpose: str
    frequency: str
    duration: Duration
    chair: str
    members: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    day_rule: str = ""
    escalates_to: str = ""
