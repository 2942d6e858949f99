"""A more urgent priority has a longer response or restoration time than a less urgent one.

Within a window, GTI and GTR grow from the first priority to the last; otherwise a user gets a faster answer by calling
his ticket minor. Priorities that are counted in different windows are not compared. Correct the time that is out of order.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import responses
from docgen.sla.priority import TargetFlaw, target_faults
from docgen.text.diagnostics import Severity

CODE = "DG421"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 8 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 4 h, update: 2 h, workaround: true}
    #                                           ^^^ DG421
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
""",
}


_FIELDS = {TargetFlaw.GTI_FALLS: "gti", TargetFlaw.GTR_FALLS: "gtr"}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the targets of each window against one another, in the order of the priorities."""
    places = {
        (response.target.window, response.target.priority): path for path, response in responses(engagement)
    }
    ranked = [meaning.priority for meaning in engagement.sla.priorities]
    for window in dict.fromkeys(window for window, _ in places):
        targets = [
            response.target for _, response in responses(engagement) if response.target.window == window
        ]
        counted = {target.priority for target in targets}
        for fault in target_faults(targets, [priority for priority in ranked if priority.id in counted]):
            if (key := _FIELDS.get(fault.flaw)) is not None:
                yield Fault(
                    engagement.at(*places[window, fault.priority], key),
                    f"the {key.upper()} of {fault.priority} in {window!r} is shorter than that of a more urgent priority",
                    "let the times grow from the first priority to the last",
                )
