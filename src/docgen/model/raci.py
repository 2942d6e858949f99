"""The responsibility matrix."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LETTERS = {"RACI": frozenset("RACI"), "RASCI": frozenset("RASCI")}


@dataclass(frozen=True, slots=True)
class Role:
    """A column of the matrix: a role of a party, held by a person or by a team."""

    id: str
    name: str
    short: str
    party: str
    level: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """A row: letters by role id, as written ("A/R" holds both).

    `controller_act` is an act that the GDPR gives to the controller: `purposes`, `authority_notice` or ''.
    """

    id: str
    name: str
    letters: Mapping[str, str]
    service: str = ""
    obligation: str = ""
    article: str = ""
    strategic: bool = False
    controller_act: str = ""

    def roles(self, letter: str) -> tuple[str, ...]:
        """The roles that hold a letter in this row."""
        return tuple(role for role, letters in self.letters.items() if letter in letters.split("/"))


@dataclass(frozen=True, slots=True)
class Process:
    """A group of activities."""

    id: str
    name: str
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Raci:
    """The matrix: roles are columns, activities rows grouped by process."""

    variant: str
    owner: str
    roles: tuple[Role, ...]
    groups: tuple[Process, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All rows in order."""
        return tuple(activity for process in self.groups for activity in process.activities)
