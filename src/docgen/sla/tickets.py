"""Response (GTI) and restoration (GTR) of tickets: elapsed time, limits, on-time rate of a period.

The clock runs in the window of the priority, from the qualified ticket or the alert, and stands still while
the ticket is suspended. A requalified ticket keeps its start and takes the limits of its new priority.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from docgen.model.sla import ResponseTarget, WeekWindow
from docgen.sla.calendar import deadline, elapsed
from docgen.sla.intervals import Interval


@dataclass(frozen=True, slots=True)
class Ticket:
    """The instants of a ticket; None is not yet.

    `suspended` holds the allowed suspensions, each with its trace.
    """

    id: str
    priority: str
    opened: datetime
    taken: datetime | None = None
    restored: datetime | None = None
    closed: datetime | None = None
    suspended: tuple[Interval, ...] = ()


class Promise(StrEnum):
    """Guaranteed time to respond, guaranteed time to restore."""

    GTI = "gti"
    GTR = "gtr"


class Attribution(StrEnum):
    """The month to which a ticket belongs: that of its closure, or that of its opening."""

    CLOSURE = "closure"
    OPENING = "opening"


class Timing(NamedTuple):
    """Open minutes that a ticket took (or has taken so far), its limit, and the deadline."""

    elapsed: int
    limit: int
    deadline: datetime
    done: bool

    @property
    def late(self) -> int:
        """Minutes over the limit; a ticket exactly on its limit is on time."""
        return max(0, self.elapsed - self.limit)

    @property
    def met(self) -> bool:
        """True when done in time."""
        return self.done and not self.late


def timing(
    ticket: Ticket, target: ResponseTarget, window: WeekWindow, promise: Promise, now: datetime
) -> Timing | None:
    """Time a ticket, as it stood at `now`, against the GTI or GTR of its priority.

    None where nothing is promised (best effort).
    """
    limit = target.gti_minutes if promise is Promise.GTI else target.gtr_minutes
    if limit is None:
        return None
    event = ticket.taken if promise is Promise.GTI else ticket.restored
    done = event is not None and event <= now
    end = event if event is not None and done else now
    spent = elapsed(window, ticket.opened, end, ticket.suspended)
    return Timing(spent, limit, deadline(window, ticket.opened, limit, ticket.suspended), done)


class OnTime(NamedTuple):
    """Tickets within their limit, and tickets that count, of one priority and period."""

    within: int
    number: int


def on_time(
    tickets: Iterable[Ticket],
    target: ResponseTarget,
    window: WeekWindow,
    promise: Promise,
    period: Interval,
    attribution: Attribution = Attribution.CLOSURE,
) -> OnTime:
    """Count the tickets of a priority that were in time, at the end of a period.

    By closure, tickets closed in the period count, and so do open ones that are already late at its end
    (each period until they are closed): nobody hides a late ticket by leaving it open. By opening, tickets
    opened in the period count once they are done or late.
    """
    within = number = 0
    for ticket in tickets:
        if ticket.priority != target.priority:
            continue
        timed = timing(ticket, target, window, promise, period.end)
        if timed is None:
            continue
        late_open = not _before(ticket.closed, period.end) and timed.late > 0
        if attribution is Attribution.CLOSURE:
            counts = late_open or _within(ticket.closed, period)
        else:
            counts = _within(ticket.opened, period) and (timed.done or late_open)
        number += counts
        within += counts and timed.met
    return OnTime(within, number)


def _before(moment: datetime | None, limit: datetime) -> bool:
    return moment is not None and moment < limit


def _within(moment: datetime | None, period: Interval) -> bool:
    return moment is not None and period.start <= moment < period.end
