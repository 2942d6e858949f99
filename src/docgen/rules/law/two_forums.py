"""A dispute goes to the court and to arbitrators.

An arbitration clause takes the dispute away from the State's courts (C. civ. 2061; CPC 1442 to 1448): with a court beside
it, each side can challenge the judge that the other one seizes. Keep the values of `disputes.forum` and remove the others.
"""

from collections.abc import Iterator

from docgen.model.ending import Forum
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG496"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
disputes:
  forum: court
  arbitration: {rules: règlement d'un centre, seat: Paris, arbitrators: 3}
# ^^^^^^^^^^^ DG496
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
disputes:
  forum: court
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each value of the forum that was not chosen."""
    disputes = engagement.disputes
    if disputes.forum is Forum.COURT:
        other, stated = Forum.ARBITRATION, disputes.arbitration is not None
    else:
        other, stated = Forum.COURT, bool(disputes.court)
    if stated:
        yield Fault(
            engagement.key("disputes", other),
            f"the forum is '{disputes.forum}', and disputes.{other} is given",
            f"remove it, or write 'forum: {other}'",
        )
