"""Recovery after a disaster (RTO) is promised sooner than an ordinary restoration (GTR).

The recovery plan is the slower way: its RTO is at least the GTR of the most urgent priority. Otherwise two times hold
for the same outage, and the larger one is worthless. Lengthen the RTO, or shorten the GTR.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import responses, services
from docgen.rules._wording import clock, plain
from docgen.text.diagnostics import Severity

CODE = "DG434"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
continuity:
  rto: 2 h
  #    ^^^ DG434
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
continuity:
  rto: 8 h
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold each RTO against the GTR of the first priority: in the window of the service, or the shortest."""
    first = engagement.sla.priorities[0].priority.id
    restored = {
        response.target.window: response.target.gtr_minutes
        for _, response in responses(engagement)
        if response.target.priority == first and response.target.gtr_minutes is not None
    }
    promised = [(path, service.rto, restored.get(service.window)) for path, service in services(engagement)]
    promised.append((("continuity",), engagement.continuity.rto, min(restored.values(), default=None)))
    for path, rto, gtr in promised:
        if rto is not None and gtr is not None and rto.minutes < gtr:
            yield Fault(
                engagement.at(*path, "rto"),
                f"an RTO of {plain(rto)} is below the GTR of {first}, {clock(gtr)}",
                "lengthen the RTO, or shorten the GTR",
            )
