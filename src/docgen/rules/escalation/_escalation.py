"""The levels of the escalation as rules read them: in order, with their delays by priority."""

from collections.abc import Iterator
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.escalation import FunctionalLevel, HierarchicalLevel


class Step(NamedTuple):
    """A level of one axis and its place."""

    level: FunctionalLevel | HierarchicalLevel
    path: Path


def axes(engagement: Engagement) -> Iterator[tuple[Step, ...]]:
    """The functional and the hierarchical levels, each first to last."""
    yield tuple(
        Step(level, ("escalation", "functional", index))
        for index, level in enumerate(engagement.escalation.functional)
    )
    yield authority(engagement)


def authority(engagement: Engagement) -> tuple[Step, ...]:
    """The hierarchical levels, first to last."""
    return tuple(
        Step(level, ("escalation", "levels", index))
        for index, level in enumerate(engagement.escalation.levels)
    )


def priorities(engagement: Engagement) -> tuple[str, ...]:
    """The ids of the priorities, most urgent first."""
    return tuple(meaning.priority.id for meaning in engagement.sla.priorities)
