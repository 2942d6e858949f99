"""The client is informed of a ticket no sooner than its restoration time has passed.

News of an incident must come while the GTR runs, so that the client can still act; an interval as long as the GTR means
no news at all when all goes well. Write an interval shorter than the GTR, a quarter of it or less for the most urgent.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG470"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 4 h, workaround: true}
    #                                                           ^^^ DG470
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 4 h, workaround: true}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 4 h, workaround: true}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each interval of information that is not shorter than the GTR of its line, both in minutes."""
    for index, response in enumerate(engagement.sla.responses):
        target = response.target
        if target.gtr_minutes is not None and response.update.minutes >= target.gtr_minutes:
            message = f"the client is informed of {target.priority} only when its GTR has passed"
            place = engagement.at("sla", "responses", index, "update")
            yield Fault(place, message, f"write an interval shorter than {target.gtr_minutes} minutes")
