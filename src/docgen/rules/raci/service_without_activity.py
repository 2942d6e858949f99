"""A service is not in the matrix, which names the other services.

A matrix whose rows say which service they concern is read service by service: one that no row names has nobody who
answers for it. Mark an activity with the service (`service`), or add its activities.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import every_row
from docgen.text.diagnostics import Severity

CODE = "DG454"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
services:
  - {id: hebergement, name: Hébergement, description: Un serveur., window: HO, monthly_fee: 10 000 EUR, exit_deliverables: [images]}
  - {id: support, name: Support, description: Une assistance., window: HO, monthly_fee: 5 000 EUR, exit_deliverables: [tickets]}
  #      ^^^^^^^ DG454
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
services:
  - {id: hebergement, name: Hébergement, description: Un serveur., window: HO, monthly_fee: 10 000 EUR, exit_deliverables: [images]}
  - {id: support, name: Support, description: Une assistance., window: HO, monthly_fee: 5 000 EUR, exit_deliverables: [tickets]}
raci:
  groups:
    - id: services
      name: Services
      activities:
        - {id: exploiter, name: exploiter le serveur, letters: {sdm: A/R, dsi: I}, service: hebergement}
        - {id: assister, name: assister les utilisateurs, letters: {sdm: A/R, dsi: I}, service: support}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each service that no row names, when some row names one."""
    named = {row.activity.service for row in every_row(engagement)} - {""}
    for index, service in enumerate(engagement.services):
        if named and service.id not in named:
            place = engagement.at("services", index, "id")
            message = f"no activity of the matrix concerns service {service.id!r}"
            yield Fault(place, message, f"mark the activities that concern it with 'service: {service.id}'")
