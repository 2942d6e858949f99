"""A response time (GTI) is not below the restoration time (GTR) of the same priority.

The GTR runs from the same moment as the GTI: a ticket would have to be solved before anybody takes it up. The usual
cause is a value in the wrong column or in the wrong unit. Correct one of the two.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import responses
from docgen.rules._wording import clock
from docgen.text.diagnostics import Severity

CODE = "DG420"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 4 h, gtr: 4 h, update: 30 min, workaround: true}
    #                                 ^^^ DG420
    - {priority: P2, window: HO, gti: 4 h, gtr: 8 h, update: 2 h, workaround: true}
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 4 h, gtr: 8 h, update: 2 h, workaround: true}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the two times of each target against each other."""
    for path, response in responses(engagement):
        target = response.target
        if target.gtr_minutes is not None and target.gti_minutes >= target.gtr_minutes:
            yield Fault(
                engagement.at(*path, "gti"),
                f"the GTI of {target.priority}, {clock(target.gti_minutes)}, is not below its GTR, {clock(target.gtr_minutes)}",
                "write a shorter GTI, or a longer GTR",
            )
