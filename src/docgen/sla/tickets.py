"""Response (GTI) and restoration (GTR) of tickets: elapsed time, limits, the period that counts them.

The clock runs in the window of the priority, from the qualified ticket or the alert, and stops while
the ticket is suspended. A requalified ticket keeps its start and takes the limits of its new priority.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from docgen.model.sla import Promise, ResponseTarget, WeekWindow
from docgen.sla.calendar import elapsed
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


class Timing(NamedTuple):
    """Open minutes that a ticket took (or has taken so far), and its limit."""

    elapsed: int
    limit: int
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
    return Timing(spent, limit, done)


def counts_in(
    ticket: Ticket,
    target: ResponseTarget,
    window: WeekWindow,
    promise: Promise,
    period: Interval,
) -> Timing | None:
    """Time a ticket at the end of the period that it counts in; None where it does not count in this one.

    A ticket counts in the period of its closure or, when it is late and still open at the end of an earlier one, there:
    nobody hides a late ticket by leaving it open, and none counts twice.
    """
    timed = timing(ticket, target, window, promise, period.end)
    if timed is None:
        return None
    late_open = not _before(ticket.closed, period.end) and timed.late > 0
    if not late_open and not _within(ticket.closed, period):
        return None
    return None if counted_before(ticket, target, window, promise, period) else timed


def counted_before(
    ticket: Ticket, target: ResponseTarget, window: WeekWindow, promise: Promise, period: Interval
) -> bool:
    """Tell whether a ticket was late and open when a period began, and so counted in an earlier one."""
    if ticket.opened >= period.start or _before(ticket.closed, period.start):
        return False
    timed = timing(ticket, target, window, promise, period.start)
    return timed is not None and timed.late > 0


def _before(moment: datetime | None, limit: datetime) -> bool:
    return moment is not None and moment < limit


def _within(moment: datetime | None, period: Interval) -> bool:
    return moment is not None and period.start <= moment < period.end
