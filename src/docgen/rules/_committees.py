"""Committees as rules read them: rank, how often they meet, who sits in them."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.governance import Committee, CommitteeLevel, Frequency
from docgen.text.quantities import Duration, Unit

RANKS: Mapping[CommitteeLevel, int] = {
    CommitteeLevel.OPERATIONAL: 0,
    CommitteeLevel.STEERING: 1,
    CommitteeLevel.STRATEGIC: 2,
}

MEETINGS: Mapping[Frequency, int] = {
    Frequency.WEEKLY: 52,
    Frequency.FORTNIGHTLY: 26,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.HALF_YEARLY: 2,
    Frequency.YEARLY: 1,
    Frequency.ON_EVENT: 0,
}
"""Meetings a year by frequency."""

_BUSINESS_DAYS = {
    Unit.DAY: Fraction(5, 7),
    Unit.BUSINESS_DAY: Fraction(1),
    Unit.WORKING_DAY: Fraction(5, 6),
    Unit.WEEK: Fraction(5),
}


class Seat(NamedTuple):
    """A committee and its place."""

    committee: Committee
    path: Path


def seats(engagement: Engagement) -> Iterator[Seat]:
    """The committees in order."""
    for index, committee in enumerate(engagement.governance.committees):
        yield Seat(committee, ("governance", "committees", index))


def present(committee: Committee) -> frozenset[str]:
    """The people who sit in a committee, its chair included."""
    return frozenset((committee.chair, *committee.members))


def business_days(delay: Duration) -> Fraction:
    """About how many business days a delay in days or weeks lasts (five of seven days, holidays aside)."""
    return delay.amount * _BUSINESS_DAYS[delay.unit]
