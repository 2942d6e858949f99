"""A target is finer than its measure can tell.

A probe sees an outage once it has failed twice: the downtime allowed in a period must be two intervals at least. A rate
over a small sample moves in steps: from the smallest sample on, one failure must be allowed, or a single ticket decides; of
the first priority alone one may decide, where no small sample excuses it.
Probe more often, raise `min_sample`, or lower the target.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal

from docgen.model.engagement import Engagement
from docgen.model.sla import Direction, IndicatorUnit, Measure, Period
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators, week_minutes
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG439"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       scale: paliers, obligation: disponibilite, target: 99.9, probe: 10 min}
       #                                                               ^^^^^^ DG439
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       scale: paliers, obligation: disponibilite, target: 99.9, probe: 5 min}
""",
}


_WEEKS = {Period.MONTH: Decimal(30) / 7, Period.QUARTER: Decimal(91) / 7, Period.YEAR: Decimal(365) / 7}
_PROBES = 2


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Compare the miss that each target allows with the interval of the probe, or the smallest sample."""
    for path, sheet in indicators(engagement):
        indicator = sheet.indicator
        if indicator.unit is not IndicatorUnit.PERCENT or not 0 < indicator.target < 100:
            continue
        share = (
            100 - indicator.target if indicator.direction is Direction.HIGHER else indicator.target
        ) / 100
        window = engagement.sla.window(indicator.window)
        if (
            sheet.measure is Measure.AVAILABILITY
            and indicator.probe_minutes is not None
            and window is not None
        ):
            allowed = share * week_minutes(window) * _WEEKS[indicator.period]
            if allowed < _PROBES * indicator.probe_minutes:
                yield Fault(
                    engagement.at(*path, "probe"),
                    f"a probe every {indicator.probe_minutes} min cannot tell the {_shown(allowed)} min of downtime that {indicator.id!r} allows in a {indicator.period.value}",
                    f"probe every {max(1, int(allowed / _PROBES))} min at most, or lower the target",
                )
        counted = sheet.measure in (Measure.RATE, Measure.ON_TIME_RATE) and not sheet.unexcused_only
        if counted and indicator.min_sample * share < 1:
            least = int((1 / share).to_integral_value(ROUND_CEILING))
            key = "min_sample" if engagement.at(*path, "min_sample") != engagement.at(*path) else "target"
            yield Fault(
                engagement.at(*path, key),
                f"one failure in {indicator.min_sample} misses the target of {indicator.id!r}, {plain(indicator.target)} %",
                f"write 'min_sample: {least}' at least: below it, the count rule allows one",
            )


def _shown(minutes: Decimal) -> Decimal:
    return minutes.quantize(Decimal("0.1"), ROUND_DOWN)
