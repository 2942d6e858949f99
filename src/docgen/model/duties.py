"""What a clause commits to: who does what, within which value."""

from enum import StrEnum
from typing import NamedTuple

from docgen.model.parties import PartyKind
from docgen.model.raci import RoleLevel


class Actor(StrEnum):
    """Who acts: a party or both, the committee of a level or the competent one, a level of the escalation."""

    CLIENT = "client"
    PROVIDER = "provider"
    BOTH = "both"
    COMMITTEE = "committee"
    STRATEGIC = "strategic"
    STEERING = "steering"
    OPERATIONAL = "operational"
    ESCALATION = "escalation"


PARTIES = {
    Actor.CLIENT: (PartyKind.CLIENT,),
    Actor.PROVIDER: (PartyKind.PROVIDER,),
    Actor.BOTH: (PartyKind.CLIENT, PartyKind.PROVIDER),
}
"""The parties of an actor; a committee and a level of the escalation are of none."""


class Act(StrEnum):
    """What is done: `advises` is to be heard before a decision, `approves` to accept what another decides."""

    DECIDES = "decides"
    DOES = "does"
    APPROVES = "approves"
    ADVISES = "advises"
    INFORMS = "informs"


class ActivityDuty(NamedTuple):
    """A part that the text of a clause gives in an activity.

    `level` is that of the role that acts, where the text names one. `within` is the path of the value that bounds it:
    a delay or a threshold, '' where the text sets none.
    """

    activity: str
    by: Actor
    act: Act
    level: RoleLevel | None = None
    within: str = ""

    @property
    def parties(self) -> tuple[PartyKind, ...]:
        """The parties that act; () where a committee or the escalation does."""
        return PARTIES.get(self.by, ())

    @property
    def of_service(self) -> bool:
        """True where each service has its own value (`services[].rto`)."""
        return "[]" in self.within
