"""A penalty scale has a penalty for values that meet the target.

A value that reaches the target is no failure and is never penalised, whatever the scale prints: a band with a
percentage on the good side of the target promises a penalty that is not due. Let the band without penalty begin at the
target, or move the target.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.model.sla import Band, Direction, StepScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import scales, users
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG427"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 99, obligation: disponibilite, scale: paliers}
  scales:
    - id: paliers
      name: Paliers
      kind: steps
      bands:
        - {from: 99.5, rate: 0 %}
        - {from: 98, to: 99.5, rate: 5 %}
        #                            ^^^ DG427
        - {to: 98, rate: 10 %}
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 99.5, obligation: disponibilite, scale: paliers}
  scales:
    - id: paliers
      name: Paliers
      kind: steps
      bands:
        - {from: 99.5, rate: 0 %}
        - {from: 98, to: 99.5, rate: 5 %}
        - {to: 98, rate: 10 %}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for bands with a penalty on the good side of a target."""
    for path, named in scales(engagement):
        if not isinstance(named.scale, StepScale):
            continue
        for sheet in users(engagement, named):
            indicator = sheet.indicator
            for index, band in enumerate(named.scale.bands):
                if band.rate > 0 and _meets(band, indicator.target, indicator.direction):
                    yield Fault(
                        engagement.at(*path, "bands", index, "rate"),
                        f"this band penalises values that meet the target of {indicator.id!r}, {plain(indicator.target)}",
                        "let the band without penalty begin at the target",
                    )


def _meets(band: Band, target: Decimal, direction: Direction) -> bool:
    if direction is Direction.HIGHER:
        return band.upper is None or band.upper > target
    return band.lower is None or band.lower < target
