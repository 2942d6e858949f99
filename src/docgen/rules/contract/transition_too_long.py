"""The take-over lasts longer than the time between the date of effect and the start of the service.

The service would start before the take-over that prepares it is over, and the penalty for a late take-over would run
from the first day. Put off the start of the service, or shorten the take-over.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.sla.days import add_months
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration, Unit

CODE = "DG411"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  effective: 2027-01-01
  service_start: 2027-03-01
transition:
  duration: 12 weeks
  #         ^^^^^^^^ DG411
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  effective: 2027-01-01
  service_start: 2027-03-26
transition:
  duration: 12 weeks
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the end of the take-over against the start of the service."""
    contract, duration = engagement.contract, engagement.transition.duration
    end = _end(contract.effective, duration)
    if end > contract.service_start >= contract.effective:
        yield Fault(
            engagement.at("transition", "duration"),
            f"a take-over of {plain(duration)} ends on {plain(end)}, after the start of the service on {plain(contract.service_start)}",
            "put off the start of the service, or shorten the take-over",
        )


def _end(start: date, duration: Duration) -> date:
    if duration.unit is Unit.WEEK:
        return start + timedelta(weeks=duration.amount)
    return add_months(start, duration.months)
