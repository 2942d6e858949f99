"""What the clauses of a pack commit to, as rules read it: each duty with its clause and its place."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.model.clause import Clause
from docgen.model.delivery import Duty
from docgen.model.duties import Act, ActivityDuty, Actor
from docgen.model.engagement import Engagement
from docgen.model.governance import CommitteeLevel
from docgen.model.pack import Pack
from docgen.model.printed import Printable, lookup
from docgen.rules._raci import Row, every_row
from docgen.rules._wording import plain
from docgen.text.quantities import Duration
from docgen.text.source import Span

LEVELS = {
    Actor.STRATEGIC: CommitteeLevel.STRATEGIC,
    Actor.STEERING: CommitteeLevel.STEERING,
    Actor.OPERATIONAL: CommitteeLevel.OPERATIONAL,
}
"""The level of the committee that acts."""

COMMITTEES = frozenset((*LEVELS, Actor.COMMITTEE))
"""The actors that are a committee."""


class Committed(NamedTuple):
    """A part that a chosen clause gives in an activity, and where it says so."""

    duty: ActivityDuty
    clause: Clause
    rank: int

    @property
    def place(self) -> Span:
        """Where the clause names the activity."""
        return self.at("activity")

    def at(self, field: str) -> Span:
        """The place of a field of the duty."""
        return self.clause.at(f"duties.{self.rank}.{field}")


class Owed(NamedTuple):
    """A duty of the provider with its regime, and where it is stated: in a clause, or in the engagement."""

    duty: Duty
    place: Span
    regime_place: Span


def committed(pack: Pack) -> Iterator[Committed]:
    """The duties of the clauses that were chosen, in the order of the documents."""
    for clause in pack.chosen.values():
        for rank, duty in enumerate(clause.duties):
            yield Committed(duty, clause, rank)


def deciders(pack: Pack) -> Mapping[str, tuple[Committed, ...]]:
    """By activity, the duties of those who decide it."""
    found: dict[str, list[Committed]] = {}
    for part in committed(pack):
        if part.duty.act is Act.DECIDES:
            found.setdefault(part.duty.activity, []).append(part)
    return {activity: tuple(parts) for activity, parts in found.items()}


def stated_obligations(pack: Pack) -> Iterator[Owed]:
    """The duties of the provider as the chosen clauses state them."""
    for clause in pack.chosen.values():
        for rank, duty in enumerate(clause.obligations):
            path = f"obligations.{rank}"
            yield Owed(duty, clause.at(f"{path}.id"), clause.at(f"{path}.regime"))


def own_obligations(engagement: Engagement) -> Iterator[Owed]:
    """The duties of the provider as the engagement or the default terms state them."""
    for rank, duty in enumerate(engagement.obligations):
        path = ("obligations", rank)
        yield Owed(duty, engagement.at(*path, "id"), engagement.at(*path, "regime"))


def rows_by_activity(engagement: Engagement) -> Mapping[str, Row]:
    """The row of the matrix for each activity: its own, and those that it covers."""
    rows: dict[str, Row] = {}
    for row in every_row(engagement):
        for name in (row.activity.id, *row.activity.covers):
            rows.setdefault(name, row)
    return rows


def value(pack: Pack, duty: ActivityDuty) -> Printable:
    """The value that bounds a duty; None where there is none, or each service has its own."""
    return None if not duty.within or duty.of_service else lookup(pack.printed, tuple(duty.within.split(".")))


def bound(pack: Pack, duty: ActivityDuty) -> str:
    """The value that bounds a duty, as an engagement writes it."""
    found = value(pack, duty)
    return plain(found) if isinstance(found, Duration) else str(found)
