"""Hold the measures of a month against the engagement that they are of.

Faults: DG217, DG218, DG219 (see `read/measures.py`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import assert_never

from docgen.model.engagement import Engagement
from docgen.model.measures import NOTHING_CARRIED, Measures, Series
from docgen.model.services import IndicatorSheet
from docgen.model.sla import Measure, Period, PointScale
from docgen.text.diagnostics import Diagnostic, nearest
from docgen.text.faults import INSTANTS_OUT_OF_ORDER, MEASURE_MISSING, MEASURE_OF_UNKNOWN_THING
from docgen.text.quantities import Month
from docgen.text.source import Span


def ends_in(period: Period, month: Month) -> bool:
    """Tell whether a calendar month, quarter or year ends with this month."""
    return month.month % period.months == 0


def months_of(period: Period, month: Month) -> tuple[Month, ...]:
    """The months of the period that ends with this month."""
    return tuple(Month(month.year, month.month - back) for back in reversed(range(period.months)))


def check_measures(measures: Measures, engagement: Engagement) -> Iterator[Diagnostic]:
    """The faults of one month: unknown things, instants out of order, measures that are missing or incomplete."""
    yield from _unknown(measures, engagement)
    yield from _out_of_order(measures)
    start = engagement.contract.service_start
    period = measures.period
    if (period.year, period.month) < (start.year, start.month):
        yield MEASURE_MISSING.at(
            measures.span,
            f"the month ends before the service starts ({start})",
            "measure from the start of the service",
        )
        return
    notice = measures.termination_notice
    if notice is not None and (notice.year, notice.month) != (period.year, period.month):
        yield MEASURE_MISSING.at(
            measures.span,
            f"'termination_notice' is {notice}, which is not in the month",
            "write it in the month in which the termination was notified",
        )
    for sheet in engagement.sla.sheets:
        yield from _series_faults(sheet, measures, engagement)


def check_sequence(months: Sequence[Measures], engagement: Engagement) -> Iterator[Diagnostic]:
    """The faults of months taken together: one twice or left out, one too few for an indicator of a longer period."""
    for before, after in pairwise(months):
        if after.period == before.period:
            yield MEASURE_MISSING.at(
                after.span, f"{_named(after.period)} is measured twice", f"it is first in {before.path}"
            )
        elif after.period != following(before.period):
            yield MEASURE_MISSING.at(
                after.span,
                f"{_named(following(before.period))} is missing",
                "give the months without a gap: repetition and caps run from one to the next",
            )
        if after.carried != NOTHING_CARRIED:
            yield MEASURE_MISSING.at(
                after.span,
                "'before' is stated in a month that is not the first",
                f"take it out: the state left by earlier months is computed from {before.path}",
            )
    start = engagement.contract.service_start
    given = {month.period for month in months}
    for month in months:
        for sheet in engagement.sla.sheets:
            if sheet.measure.from_events and ends_in(sheet.indicator.period, month.period):
                needed = months_of(sheet.indicator.period, month.period)
                absent = [
                    one
                    for one in needed
                    if one not in given and (one.year, one.month) >= (start.year, start.month)
                ]
                if absent:
                    yield MEASURE_MISSING.at(
                        month.span,
                        f"indicator {sheet.indicator.id!r} needs the measures of {_named(absent[0])}",
                        "give all months of its period",
                    )


def following(month: Month) -> Month:
    """The next month of the calendar."""
    return Month(month.year + month.month // 12, month.month % 12 + 1)


def _unknown(measures: Measures, engagement: Engagement) -> Iterator[Diagnostic]:
    services = [service.id for service in engagement.services]
    priorities = [meaning.priority.id for meaning in engagement.sla.priorities]
    indicators = [sheet.indicator.id for sheet in engagement.sla.sheets]

    def known(kind: str, name: str, names: Iterable[str], span: Span) -> Iterator[Diagnostic]:
        if name not in names:
            yield MEASURE_OF_UNKNOWN_THING.at(
                span, f"there is no {kind} {name!r}", nearest(name, names) or f"one of: {', '.join(names)}"
            )

    seen: dict[str, Span] = {}
    for incident in measures.incidents:
        yield from known("service", incident.service, services, incident.at("service"))
        yield from known("priority", incident.priority, priorities, incident.at("priority"))
        first = seen.setdefault(incident.id, incident.at("id"))
        if first is not incident.at("id"):
            yield MEASURE_OF_UNKNOWN_THING.at(
                incident.at("id"),
                f"incident {incident.id!r} occurs twice",
                f"it is first in line {first.line}: keep one",
            )
    for interruption in measures.interruptions:
        yield from known("service", interruption.service, services, interruption.at("service"))
    for maintenance in measures.maintenance:
        for service in maintenance.services:
            yield from known("service", service, services, maintenance.at("services"))
    for series in measures.series:
        yield from known("indicator", series.indicator, indicators, series.span)
    for indicator in measures.carried.missed:
        yield from known("indicator", indicator, indicators, measures.span)


def _out_of_order(measures: Measures) -> Iterator[Diagnostic]:
    for incident in measures.incidents:
        named = (
            ("acknowledged", incident.acknowledged),
            ("restored", incident.restored),
            ("closed", incident.closed),
        )
        for what, moment in named:
            if moment is not None and moment < incident.opened:
                yield _late(incident.at(what), f"incident {incident.id!r} was {what} before it was opened")
        if incident.closed is not None:
            if incident.restored is None:
                yield _late(incident.at("closed"), f"incident {incident.id!r} was closed and never restored")
            elif incident.closed < incident.restored:
                yield _late(
                    incident.at("closed"), f"incident {incident.id!r} was closed before it was restored"
                )
        for pause in incident.pauses:
            if pause.end <= pause.start or pause.start < incident.opened:
                yield _late(
                    incident.at("suspended"),
                    f"a suspension of incident {incident.id!r} does not lie after its opening, from an earlier to a later time",
                )
    stretches: Iterable[tuple[Span, datetime, datetime, str]] = (
        *((one.at("end"), one.start, one.end, "interruption") for one in measures.interruptions),
        *((one.at("end"), one.start, one.end, "maintenance") for one in measures.maintenance),
    )
    for span, start, end, kind in stretches:
        if end <= start:
            yield _late(span, f"the {kind} does not end after it starts")


def _series_faults(sheet: IndicatorSheet, measures: Measures, engagement: Engagement) -> Iterator[Diagnostic]:
    indicator, series = sheet.indicator, measures.of(sheet.indicator.id)
    due, computed = ends_in(indicator.period, measures.period), sheet.measure.from_events
    if series is None:
        if due and not computed:
            hint = f"add series.{indicator.id}: {_example(sheet.measure)}"
            yield MEASURE_MISSING.at(measures.span, f"there is no measure of {indicator.id!r}", hint)
    elif not due:
        yield MEASURE_MISSING.at(
            series.span,
            f"the {indicator.period} of {indicator.id!r} does not end with {_named(measures.period)}",
            "give its measure in the last month of its period",
        )
    elif series.unmeasured:
        named = engagement.sla.scale(indicator.scale)
        if series.value is None and named is not None and not isinstance(named.scale, PointScale):
            yield MEASURE_MISSING.at(
                series.span,
                f"the penalty of {indicator.id!r} follows from a value",
                "write the value of the client's own measure or, failing that, the worst of the contract year",
            )
    elif computed:
        hint = "take the series away, or write {unmeasured: true, value: …}"
        yield MEASURE_MISSING.at(
            series.span, f"{indicator.id!r} is computed from incidents and interruptions", hint
        )
    elif not _complete(sheet.measure, series):
        yield MEASURE_MISSING.at(
            series.span,
            f"the measure of {indicator.id!r} is not complete",
            f"write {_example(sheet.measure)}",
        )


def _example(measure: Measure) -> str:
    """How a series of this measure is written."""
    match measure:
        case Measure.RATE:
            return "{events: 637, of: 905}"
        case Measure.AVERAGE:
            return "{value: 4.3, of: 212}"
        case Measure.COUNT:
            return "{value: 4}"
        case Measure.PERCENTILE:
            return "{values: [12, 15, 18]}"
        case Measure.AVAILABILITY | Measure.ON_TIME_RATE:
            return "{unmeasured: true, value: …}"
        case _:
            assert_never(measure)


def _complete(measure: Measure, series: Series) -> bool:
    match measure:
        case Measure.RATE:
            return series.number is not None and series.total is not None and series.number <= series.total
        case Measure.AVERAGE:
            return series.value is not None or series.total == 0
        case Measure.COUNT:
            return series.value is not None
        case Measure.PERCENTILE:
            return bool(series.values) or series.total == 0
        case Measure.AVAILABILITY | Measure.ON_TIME_RATE:
            return series.unmeasured
        case _:
            assert_never(measure)


def _named(month: Month) -> str:
    return f"{month.year:04}-{month.month:02}"


def _late(span: Span, message: str) -> Diagnostic:
    return INSTANTS_OUT_OF_ORDER.at(span, message, "check the times and their days")
