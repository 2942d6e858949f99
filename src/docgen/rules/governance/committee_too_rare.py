"""A committee that steers the contract meets too seldom.

A steering committee that meets less than four times a year sees a broken service level when the time to contest its
statement has passed; a strategic committee meets once a year at least, and neither waits for an event. An engagement with
no steering or strategic committee has nobody who steers it. These are minima of practice. Choose another frequency.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.governance import CommitteeLevel
from docgen.rules._committees import MEETINGS, RANKS, seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG478"
SEVERITY = Severity.WARNING

LEAST = {
    CommitteeLevel.OPERATIONAL: 0,
    CommitteeLevel.STEERING: 4,
    CommitteeLevel.STRATEGIC: 1,
}  # meetings a year

_COMMITTEE = """\
id: demo
governance:
  committees:
    - id: copil
      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      duration: 90 min
      chair: dsi
      members: [dsi, sdm]
      inputs: [rapport mensuel]
      outputs: [décisions]
"""
BAD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      frequency: half_yearly
      #          ^^^^^^^^^^^ DG478
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      frequency: quarterly
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each committee under its least number of meetings, and an engagement that none steers."""
    for seat in seats(engagement):
        committee = seat.committee
        least = LEAST[committee.level]
        if MEETINGS[committee.frequency] < least:
            message = f"{committee.level} committee {committee.id!r} meets too seldom"
            place = engagement.at(*seat.path, "frequency")
            yield Fault(
                place, message, "once a year at least for a strategic committee, quarterly for a steering one"
            )
    if not any(RANKS[committee.level] for committee in engagement.governance.committees):
        place = engagement.key("governance", "committees")
        yield Fault(place, "no committee steers the contract", "add a committee of level 'steering'")
