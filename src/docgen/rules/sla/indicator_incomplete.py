"""An indicator cannot be computed from its fields.

An availability and an on-time rate are percentages of which higher is better; an on-time rate names the clock that it
measures, and its priorities have response times in its window; a percentile says which; a percentage lies between 0 and
100, an availability below 100; a penalty by incident needs the clock of an on-time rate. Add or correct the field named.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.services import IndicatorSheet, NamedScale
from docgen.model.sla import Direction, IndicatorUnit, Measure, PerIncidentScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators, responses
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG438"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {name: Disponibilité, services: [hebergement], definition: part du temps,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 95, min_sample: 20, priorities: [P1], obligation: disponibilite, id: gti, measure: on_time_rate}
       #                                                                                          ^^^^^^^^^^^^ DG438
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {name: Disponibilité, services: [hebergement], definition: part du temps, measure: on_time_rate,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 95, min_sample: 20, priorities: [P1], obligation: disponibilite, id: gti, clock: gti}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Compare each indicator with the fields that its measure needs."""
    timed = {(response.target.priority, response.target.window) for _, response in responses(engagement)}
    known = {meaning.priority.id for meaning in engagement.sla.priorities}
    for path, sheet in indicators(engagement):
        indicator = sheet.indicator
        for key, message, hint in _lacking(sheet, engagement.sla.scale(indicator.scale)):
            yield Fault(engagement.at(*path, key), f"indicator {indicator.id!r} {message}", hint)
        if sheet.clock:
            for index, priority in enumerate(sheet.priorities):
                if priority in known and (priority, indicator.window) not in timed:
                    yield Fault(
                        engagement.at(*path, "priorities", index),
                        f"indicator {indicator.id!r} measures {priority} in {indicator.window!r}, where it has no response times",
                        "add a row to sla.responses, or measure it in another window",
                    )


def _lacking(sheet: IndicatorSheet, scale: NamedScale | None) -> Iterator[tuple[str, str, str]]:
    indicator = sheet.indicator
    percent = indicator.unit is IndicatorUnit.PERCENT
    if sheet.measure.from_events:
        if not percent:
            yield "unit", "is a share and not in percent", "write 'unit: percent'"
        if indicator.direction is Direction.LOWER:
            yield "direction", "is better when it is lower", "write 'direction: higher'"
    if sheet.measure is Measure.ON_TIME_RATE and not sheet.clock:
        yield (
            "measure",
            "is an on-time rate of no clock",
            "add 'clock: gti' or 'clock: gtr', or write 'measure: rate'",
        )
    if sheet.measure is Measure.PERCENTILE and sheet.percentile is None:
        yield "measure", "does not say which percentile", "add percentile"
    if percent and not 0 <= indicator.target <= 100:
        yield "target", f"has a target of {plain(indicator.target)} %", "write a percentage from 0 to 100"
    if sheet.measure is Measure.AVAILABILITY and indicator.target == 100:
        yield "target", "allows no downtime at all", "write a target below 100"
    if scale is not None and isinstance(scale.scale, PerIncidentScale) and not sheet.clock:
        yield (
            "scale",
            "has a penalty by late incident but no clock",
            "write 'clock: gtr', or choose another scale",
        )
