"""The weights of a pool of penalties do not share it among its indicators.

The weights add up to 100 points, each indicator that uses the pool has one, and each weight belongs to an indicator that
uses it. Otherwise part of the pool can never be lost, or a missed indicator costs nothing. Correct the weights.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.model.sla import PointScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators, scales, users
from docgen.rules._wording import plain
from docgen.sla.credits import weights_whole
from docgen.text.diagnostics import Severity

CODE = "DG429"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: rate,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 95, min_sample: 20, obligation: disponibilite, scale: pool}
  scales:
    - id: pool
      name: Points de qualité
      kind: points
      rate: 6 %
      weights: {dispo: 80}
    # ^^^^^^^ DG429
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: rate,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 95, min_sample: 20, obligation: disponibilite, scale: pool}
  scales:
    - id: pool
      name: Points de qualité
      kind: points
      rate: 6 %
      weights: {dispo: 100}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the weights of each pool against the indicators that use it."""
    known = {sheet.indicator.id: path for path, sheet in indicators(engagement)}
    for path, named in scales(engagement):
        scale = named.scale
        if not isinstance(scale, PointScale) or not scale.weights:
            continue
        if not weights_whole(scale):
            total = sum(weight.points for weight in scale.weights)
            yield Fault(
                engagement.key(*path, "weights"),
                f"the weights of {scale.id!r} add up to {plain(Decimal(total))}, not to 100",
                "share 100 points",
            )
        weighed = {weight.indicator for weight in scale.weights}
        used = {sheet.indicator.id for sheet in users(engagement, named)}
        for name in sorted(weighed & known.keys() - used):
            yield Fault(
                engagement.key(*path, "weights", name),
                f"indicator {name!r} has a weight in {scale.id!r} and does not use it",
                f"write 'scale: {scale.id}' for the indicator, or remove the weight",
            )
        for name in sorted(used - weighed):
            yield Fault(
                engagement.at(*known[name], "scale"),
                f"indicator {name!r} has no weight in {scale.id!r}",
                "give it a weight, or another scale",
            )
