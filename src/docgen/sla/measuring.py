"""The value of one indicator in its period, from incidents, interruptions, maintenances and series.

Each result holds the figures it was computed from, and the common event that caused a miss: the one without which the target would
have been met (C. civ. 1231-2 and 1231-4: damage that follows from the failure).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, assert_never

from docgen.model.engagement import Engagement
from docgen.model.measures import IncidentRecord, Interruption, Measures, Series, Withdrawn
from docgen.model.services import IndicatorSheet
from docgen.model.sla import Direction, ExcludedCause, Exclusion, Measure, Promise, ResponseTarget, WeekWindow
from docgen.sla.availability import ServiceTime, availability, exclusions_weigh, measure
from docgen.sla.intervals import Interval
from docgen.sla.maintenance import Stretch
from docgen.sla.rates import Compliance, RateResult, compliance_of, compliance_of_rate, nearest_rank
from docgen.sla.tickets import Ticket, Timing, counted_before, counts_in, timing


class Late(NamedTuple):
    """An incident over its limit: late minutes by the end of the period, those that earlier periods counted, cause."""

    incident: str
    service: str
    minutes: int
    before: int
    cause: str


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator measured: `value` is exact, in its unit, None where it is not applicable.

    `time` holds the minutes of an availability, `counted` and `number` the events of a rate, `allowed` how many may
    fail under the minimum sample. `plain` is the availability without any exclusion, where exclusions weigh.
    """

    status: Compliance
    value: Decimal | None
    cause: str = ""
    time: ServiceTime | None = None
    plain: Decimal | None = None
    counted: int | None = None
    number: int | None = None
    allowed: int | None = None
    late: tuple[Late, ...] = ()
    unmeasured: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was measured in a period (of one month or more), with the maintenances already qualified."""

    engagement: Engagement
    period: Interval
    months: tuple[Measures, ...]
    maintenance: tuple[Stretch, ...]

    @property
    def incidents(self) -> tuple[IncidentRecord, ...]:
        """Each incident as the last month that holds it says."""
        return tuple({one.id: one for month in self.months for one in month.incidents}.values())

    @property
    def interruptions(self) -> tuple[Interruption, ...]:
        """The interruptions of all months; those that are given in two overlap and are merged when measured."""
        return tuple(one for month in self.months for one in month.interruptions)


def evaluate(sheet: IndicatorSheet, evidence: Evidence) -> Result:
    """Measure one indicator at the end of its period."""
    series = evidence.months[-1].of(sheet.indicator.id)
    if series is not None and series.unmeasured:
        return Result(Compliance.MISSED, series.value, series.cause, unmeasured=True)
    match sheet.measure:
        case Measure.AVAILABILITY:
            return _availability(sheet, evidence)
        case Measure.ON_TIME_RATE:
            return _on_time(sheet, evidence)
        case Measure.RATE | Measure.PERCENTILE | Measure.AVERAGE | Measure.COUNT as measure:
            if series is None:
                raise ValueError(f"no measure of {sheet.indicator.id!r}: the reading lets none pass")
            return _of_series(sheet, measure, series)
        case _:
            assert_never(sheet.measure)


# --- availability ------------------------------------------------------------------------------------------


def _availability(sheet: IndicatorSheet, evidence: Evidence) -> Result:
    indicator = sheet.indicator
    window = evidence.engagement.sla.window(indicator.window)
    if window is None:
        raise ValueError(f"no window {indicator.window!r}: the rules let none pass")
    down = tuple(one for one in evidence.interruptions if one.service in indicator.services)

    def time_without(cause: str | None) -> ServiceTime:
        return _minutes(sheet, evidence, window, [one for one in down if cause is None or one.cause != cause])

    def status_of(time: ServiceTime) -> Compliance:
        return compliance_of(indicator, availability(time, indicator.exclusion))

    time = time_without(None)
    status = status_of(time)
    causes = [one.cause for one in down if not admits(sheet, one)]
    return Result(
        status,
        availability(time, indicator.exclusion),
        _sole(causes, lambda cause: status_of(time_without(cause))) if status is Compliance.MISSED else "",
        time=time,
        plain=availability(time, Exclusion.NONE) if exclusions_weigh(time) else None,
    )


def _minutes(
    sheet: IndicatorSheet, evidence: Evidence, window: WeekWindow, down: Sequence[Interruption]
) -> ServiceTime:
    services = frozenset(sheet.indicator.services)
    mine = [stretch for stretch in evidence.maintenance if services & set(stretch.record.services)]
    planned = [one for stretch in mine if stretch.refusal is None for one in stretch.intervals]
    worked_on = [one for stretch in mine for one in stretch.intervals]
    return measure(
        window,
        evidence.period,
        outages=[*(Interval(one.start, one.end) for one in down), *worked_on],
        planned=planned if ExcludedCause.PLANNED_MAINTENANCE in sheet.exclusions else (),
        excluded=[Interval(one.start, one.end) for one in down if admits(sheet, one)],
    )


def admits(sheet: IndicatorSheet, record: Interruption | IncidentRecord) -> bool:
    """Tell whether a record does not count: its cause is one of the sheet, or it is no incident, and it is justified."""
    return bool(record.reason) and (
        isinstance(record.excluded, Withdrawn) or record.excluded in sheet.exclusions
    )


def _sole(causes: Iterable[str], without: Callable[[str], Compliance]) -> str:
    """The one named cause without which the target would have been met; '' when there is none, or several."""
    found = [cause for cause in sorted(set(causes)) if cause and without(cause) is not Compliance.MISSED]
    return found[0] if len(found) == 1 else ""


# --- tickets -----------------------------------------------------------------------------------------------


def target_of(engagement: Engagement, incident: IncidentRecord) -> ResponseTarget | None:
    """The limits of an incident: those of its priority in the window of its service, or else in any window."""
    service = next((one for one in engagement.services if one.id == incident.service), None)
    targets = [one.target for one in engagement.sla.responses if one.target.priority == incident.priority]
    own = (target for target in targets if service is not None and target.window == service.window)
    return next(own, targets[0] if targets else None)


def ticket_of(incident: IncidentRecord) -> Ticket:
    """The ticket of the arithmetic; a suspension without a case counts in the delay."""
    return Ticket(
        incident.id,
        incident.priority,
        incident.opened,
        incident.acknowledged,
        incident.restored,
        incident.closed,
        tuple(Interval(pause.start, pause.end) for pause in incident.pauses if pause.case is not None),
    )


class TimedIncident(NamedTuple):
    """An incident under one promise, as it stood at the end of the period; no timing where it does not count there.

    `late` are its late minutes by then, `before` those of them that earlier periods counted.
    """

    incident: IncidentRecord
    timing: Timing | None
    late: int = 0
    before: int = 0


def timed_incident(incident: IncidentRecord, promise: Promise, evidence: Evidence) -> TimedIncident:
    """Time an incident, and tell which of its late minutes are of earlier periods."""
    target = target_of(evidence.engagement, incident)
    window = evidence.engagement.sla.window(target.window) if target is not None else None
    if target is None or window is None:
        return TimedIncident(incident, None)
    ticket, period = ticket_of(incident), evidence.period
    timed = counts_in(ticket, target, window, promise, period)
    if timed is not None:
        return TimedIncident(incident, timed, timed.late)
    if not counted_before(ticket, target, window, promise, period):
        return TimedIncident(incident, None)
    then, now = (timing(ticket, target, window, promise, moment) for moment in (period.start, period.end))
    return TimedIncident(
        incident, None, now.late if now is not None else 0, then.late if then is not None else 0
    )


def concerns(sheet: IndicatorSheet, incident: IncidentRecord, engagement: Engagement) -> bool:
    """Tell whether an on-time rate looks at an incident: its service, its priority, the window of its limits."""
    target = target_of(engagement, incident)
    return (
        incident.service in sheet.indicator.services
        and sheet.looks_at(incident.priority)
        and target is not None
        and target.window == sheet.indicator.window
    )


def _on_time(sheet: IndicatorSheet, evidence: Evidence) -> Result:
    indicator, promise = sheet.indicator, sheet.clock or Promise.GTR
    mine = [
        timed_incident(incident, promise, evidence)
        for incident in evidence.incidents
        if concerns(sheet, incident, evidence.engagement) and not admits(sheet, incident)
    ]
    counted = [one for one in mine if one.timing is not None]

    def met(one: TimedIncident) -> bool:
        return one.timing is not None and one.timing.met

    def rate_of(counted: Sequence[TimedIncident]) -> RateResult:
        excusable = all(met(one) or one.incident.priority != sheet.unexcused for one in counted)
        return compliance_of_rate(indicator, sum(map(met, counted)), len(counted), excusable=excusable)

    def status_without(cause: str) -> Compliance:
        return rate_of([one for one in counted if met(one) or one.incident.cause != cause]).status

    rate = rate_of(counted)
    late = tuple(
        Late(one.incident.id, one.incident.service, one.late, one.before, one.incident.cause)
        for one in mine
        if one.late > one.before
    )
    causes = [one.incident.cause for one in counted if not met(one)]
    return Result(
        rate.status,
        rate.percent,
        _sole(causes, status_without) if rate.status is Compliance.MISSED else "",
        counted=len(counted) - rate.late,
        number=len(counted),
        allowed=rate.allowed_late,
        late=late,
    )


# --- series ------------------------------------------------------------------------------------------------


def _of_series(sheet: IndicatorSheet, measure: Measure, series: Series) -> Result:
    indicator = sheet.indicator
    if measure is Measure.RATE:
        counted, number = series.number or 0, series.total or 0
        rate = compliance_of_rate(indicator, counted, number)
        cause = series.cause if rate.status is Compliance.MISSED else ""
        return Result(
            rate.status, rate.percent, cause, counted=counted, number=number, allowed=rate.allowed_late
        )
    value = series.value
    if measure is Measure.PERCENTILE and series.values:
        value = nearest_rank(series.values, sheet.percentile or 95)
    status = compliance_of(indicator, value)
    return Result(status, value, series.cause if status is Compliance.MISSED else "", number=series.total)


def better(result: Result, sheet: IndicatorSheet) -> bool:
    """Tell whether an indicator does better than its target, as a bonus asks."""
    target = sheet.indicator.target
    if result.value is None:
        return False
    return result.value > target if sheet.indicator.direction is Direction.HIGHER else result.value < target
