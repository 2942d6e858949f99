"""No indicator measures a service.

A level that is not measured is not promised: the service is paid for and no level of it can be missed (ISO/IEC 20000-1, 8.3.3).
Add the service to an indicator, or an indicator for it.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators, services
from docgen.text.diagnostics import Severity

CODE = "DG437"
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
    exit_deliverables: [images]
  - id: support
  #     ^^^^^^^ DG437
    name: Support
    description: Support aux utilisateurs.
    window: HO
    monthly_fee: 500 EUR
    exit_deliverables: [tickets]
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
  - id: support
    name: Support
    description: Support aux utilisateurs.
    window: HO
    monthly_fee: 500 EUR
    exit_deliverables: [tickets]
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement, support], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 99, scale: paliers, obligation: disponibilite}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for services that no indicator names."""
    measured = {service_id for _, sheet in indicators(engagement) for service_id in sheet.indicator.services}
    for path, service in services(engagement):
        if service.id not in measured:
            yield Fault(
                engagement.at(*path, "id"),
                f"no indicator measures service {service.id!r}",
                "add it to the services of an indicator",
            )
