"""The minutes of a meeting are not yet approved when the committee meets again.

Minutes are approved once they were sent and the time to object has passed; a committee that meets before works on
decisions that may still be contested. Shorten the two times (`governance.minutes`, `governance.objection`), or let the
committee meet less often.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._committees import MEETINGS, business_days, seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG479"
SEVERITY = Severity.WARNING

_BUSINESS_DAYS_A_YEAR = 52 * 5

_COMMITTEE = """\
id: demo
governance:
  minutes: 3 business days
  objection: 5 business days
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
      frequency: weekly
      #          ^^^^^^ DG479
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      frequency: fortnightly
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each committee whose interval is shorter than minutes and objection together, in business days."""
    values = engagement.governance
    needed = business_days(values.minutes) + business_days(values.objection)
    for seat in seats(engagement):
        meetings = MEETINGS[seat.committee.frequency]
        if meetings and needed * meetings > _BUSINESS_DAYS_A_YEAR:
            message = (
                f"committee {seat.committee.id!r} meets before the minutes of its last meeting are approved"
            )
            hint = "meet less often, or shorten 'governance.minutes' and 'governance.objection'"
            yield Fault(engagement.at(*seat.path, "frequency"), message, hint)
