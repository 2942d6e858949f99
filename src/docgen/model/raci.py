"""The responsibility matrix."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from docgen.model.parties import PartyKind


class Variant(StrEnum):
    """Which letters a matrix has; S is who supports."""

    RACI = "RACI"
    RASCI = "RASCI"


LETTERS = {variant: frozenset(variant.value) for variant in Variant}


class RoleLevel(StrEnum):
    """Levels of a role, the highest first."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIONAL = "operational"


class ControllerAct(StrEnum):
    """Acts that the GDPR gives to the controller, the client."""

    PURPOSES = "purposes"
    AUTHORITY_NOTICE = "authority_notice"


@dataclass(frozen=True, slots=True)
class Role:
    """A column of the matrix: a role of a party, held by a person or by a team."""

    id: str
    name: str
    short: str
    party: PartyKind
    level: RoleLevel
    person: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """A row: letters by role id, as written ("A/R" holds both); `covers` lists the further activities that it stands for."""

    id: str
    name: str
    letters: Mapping[str, str]
    service: str = ""
    obligation: str = ""
    article: str = ""
    strategic: bool = False
    controller_act: ControllerAct | None = None
    key: bool = False  # among the few that a short pack prints
    covers: tuple[str, ...] = ()

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

    variant: Variant
    owner: str
    roles: tuple[Role, ...]
    groups: tuple[Process, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All rows in order."""
        return tuple(activity for process in self.groups for activity in process.activities)
