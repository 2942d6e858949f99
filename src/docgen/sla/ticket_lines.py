"""The incidents of a month as a statement lists them: those that count, and those that do not with the reason."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.model.measures import IncidentRecord, Withdrawn
from docgen.model.sla import Promise
from docgen.sla.calendar import elapsed
from docgen.sla.intervals import Interval
from docgen.sla.measuring import (
    Evidence,
    TimedIncident,
    admits,
    concerns,
    target_of,
    ticket_of,
    timed_incident,
)


class Apart(StrEnum):
    """Why an incident does not count in a month."""

    DUPLICATE = "duplicate"
    MISTAKE = "mistake"
    OUT_OF_SCOPE = "out_of_scope"
    EXCLUDED = "excluded"
    BEFORE = "counted-before"
    OPEN = "open-in-time"
    OTHER_MONTH = "other-month"
    NO_TARGET = "no-target"


@dataclass(frozen=True, slots=True)
class TicketLine:
    """One incident in a month: under GTI and GTR, in the hours of its window; `apart` is None when it counts.

    `suspended` are the open minutes for which its clock stood still, `unproved` those of suspensions without a case,
    which count in the delay. `refused` tells that an exclusion was asked for and is not admitted.
    """

    incident: IncidentRecord
    window: str
    gti: TimedIncident
    gtr: TimedIncident
    apart: Apart | None
    suspended: int = 0
    unproved: int = 0
    refused: bool = False

    @property
    def late(self) -> bool:
        """True when a promise that counts in the month was not kept."""
        return any(one.timing is not None and not one.timing.met for one in (self.gti, self.gtr))


def ticket_lines(evidence: Evidence) -> tuple[TicketLine, ...]:
    """All incidents in the order of their opening."""
    lines = (_line(incident, evidence) for incident in evidence.incidents)
    return tuple(sorted(lines, key=lambda line: (line.incident.opened, line.incident.id)))


def _line(incident: IncidentRecord, evidence: Evidence) -> TicketLine:
    engagement = evidence.engagement
    target = target_of(engagement, incident)
    window = engagement.sla.window(target.window) if target is not None else None
    gti, gtr = (timed_incident(incident, promise, evidence) for promise in (Promise.GTI, Promise.GTR))
    if target is None or window is None:
        return TicketLine(incident, "", gti, gtr, Apart.NO_TARGET)
    sheets = [
        sheet for sheet in engagement.sla.sheets if sheet.clock and concerns(sheet, incident, engagement)
    ]
    left_out = bool(sheets) and all(admits(sheet, incident) for sheet in sheets)
    ran = Interval(incident.opened, min(incident.restored or evidence.period.end, evidence.period.end))
    counted = elapsed(window, *ran, ticket_of(incident).suspended)
    unproved = [Interval(pause.start, pause.end) for pause in incident.pauses if pause.case is None]
    return TicketLine(
        incident,
        target.window,
        gti,
        gtr,
        _apart(incident, left_out, gti, gtr, evidence.period),
        suspended=elapsed(window, *ran) - counted,
        unproved=counted - elapsed(window, *ran, (*ticket_of(incident).suspended, *unproved)),
        refused=bool(incident.excluded) and not left_out,
    )


def _apart(
    incident: IncidentRecord, left_out: bool, gti: TimedIncident, gtr: TimedIncident, period: Interval
) -> Apart | None:
    if left_out:
        return Apart(incident.excluded) if isinstance(incident.excluded, Withdrawn) else Apart.EXCLUDED
    if gti.timing is not None or gtr.timing is not None:
        return None
    if gti.late or gtr.late:
        return Apart.BEFORE
    closed = incident.closed is not None and incident.closed < period.end
    return Apart.OTHER_MONTH if closed or incident.opened >= period.end else Apart.OPEN
