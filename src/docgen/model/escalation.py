"""The escalation procedure: two axes, functional (competence) and hierarchical (authority)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.text.quantities import Duration


@dataclass(frozen=True, slots=True)
class FunctionalLevel:
    """A level of competence; `delays` is the time after which a ticket reaches it, by priority."""

    id: str
    name: str
    role: str
    contacts: tuple[str, ...]
    delays: Mapping[str, Duration] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HierarchicalLevel:
    """A level of authority; people of each side, the one to call first; `decides` lists activities."""

    id: str
    name: str
    role: str
    provider: tuple[str, ...]
    client: tuple[str, ...]
    answer: Duration
    delays: Mapping[str, Duration]
    committee: str = ""
    decides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event that calls a level whatever the clock says; the level then decides `activity`, where one is named."""

    event: str
    level: str
    within: Duration
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """The whole procedure of one engagement."""

    functional: tuple[FunctionalLevel, ...]
    levels: tuple[HierarchicalLevel, ...]
    triggers: tuple[Trigger, ...]
    stable: Duration
    dispute_after: Duration
    verification: Duration
    post_mortem_draft: Duration
    post_mortem: Duration
