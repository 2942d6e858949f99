"""A penalty is a percentage of nothing.

Where the base is the monthly fee of the service, an indicator whose services are free costs nothing however bad it is:
the penalty is an empty promise (C. civ. 1170). Give the service a fee, base penalties on the total fee, or penalise the
indicator by incident.
"""

from collections.abc import Iterator
from typing import assert_never

from docgen.model.engagement import Engagement
from docgen.model.sla import LinearScale, PenaltyScale, PerIncidentScale, PointScale, StepScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import fee_at_stake, indicators
from docgen.text.diagnostics import Severity

CODE = "DG418"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
services:
  - id: hebergement
    name: Hébergement
    description: Hébergement d'un serveur.
    window: HO
    monthly_fee: 0 EUR
    exit_deliverables: [images]
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, target: 99, period: month, window: HO, source: sonde, decimals: 2,
       compare: rounded, obligation: disponibilite, scale: paliers}
       #                                                   ^^^^^^^ DG418
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
services:
  - id: hebergement
    name: Hébergement
    description: Hébergement d'un serveur.
    window: HO
    monthly_fee: 900 EUR
    exit_deliverables: [images]
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, target: 99, period: month, window: HO, source: sonde, decimals: 2,
       compare: rounded, obligation: disponibilite, scale: paliers}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for percentages of a fee of nothing."""
    for path, sheet in indicators(engagement):
        scale = engagement.sla.scale(sheet.indicator.scale)
        if scale is not None and _of_fee(scale.scale) and fee_at_stake(engagement, sheet) == 0:
            yield Fault(
                engagement.at(*path, "scale"),
                f"penalties of {sheet.indicator.id!r} are a percentage of a fee of 0",
                "give its services a fee, or penalise by incident",
            )


def _of_fee(scale: PenaltyScale) -> bool:
    """True if the penalties of a scale are a share of a fee."""
    match scale:
        case StepScale() | LinearScale() | PointScale():
            return True
        case PerIncidentScale():
            return False
        case _:
            assert_never(scale)
