"""An availability is promised that the components of the service cannot give.

The chain is as available as the product of its links; of equal links in parallel, enough must work (k of n). Failures
count as independent, so that the truth is lower still. Lower the target, add redundancy, or correct the components.
"""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from docgen.model.engagement import Engagement
from docgen.model.services import Component
from docgen.model.sla import Measure
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators, services
from docgen.rules._wording import plain
from docgen.sla.reliability import feasible, k_of_n, series
from docgen.text.diagnostics import Severity

CODE = "DG432"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
services:
  - id: hebergement
    name: Hébergement
    description: Hébergement d'un serveur.
    window: HO
    monthly_fee: 900 EUR
    components:
      - {name: serveur, availability: 99.5 %}
      - {name: réseau, availability: 99.9 %}
    exit_deliverables: [images]
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       scale: paliers, obligation: disponibilite, target: 99.5}
       #                                                  ^^^^ DG432
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
    components:
      - {name: serveur, availability: 99.5 %, count: 2, needed: 1}
      - {name: réseau, availability: 99.9 %}
    exit_deliverables: [images]
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       scale: paliers, obligation: disponibilite, target: 99.5}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the target of each availability against the composite of each service that it measures."""
    composites: dict[str, Decimal] = {}
    for path, service in services(engagement):
        if not service.components:
            continue
        for index, component in enumerate(service.components):
            if component.needed > component.count:
                yield Fault(
                    engagement.at(*path, "components", index, "needed"),
                    f"{component.needed} of {component.count} {component.name!r} are needed",
                    "write at most the count",
                )
        composites[service.id] = 100 * series(map(_availability, service.components))
    for path, sheet in indicators(engagement):
        if sheet.measure is not Measure.AVAILABILITY:
            continue
        for service_id in sheet.indicator.services:
            composite = composites.get(service_id)
            if composite and not feasible(sheet.indicator.target, composite):
                yield Fault(
                    engagement.at(*path, "target"),
                    f"{plain(sheet.indicator.target)} % is above the {plain(_shown(composite))} % that the components of {service_id!r} allow",
                    "lower the target, or add redundancy",
                )


def _availability(component: Component) -> Decimal:
    return k_of_n(component.needed, component.count, component.availability.fraction)


def _shown(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.001"), ROUND_DOWN)
