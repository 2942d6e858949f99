"""A court is named, and a party is no merchant.

A clause on the competent court is deemed unwritten unless all parties contracted as merchants and it is very conspicuous
(CPC 48): an association, a public body or a liberal profession is none. docgen leaves the clause out and the legal rules
on competence hold. Remove `disputes.court`, or correct `merchant`.
"""

from collections.abc import Iterator

from docgen.model.ending import Forum
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG495"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  client:
    merchant: false
disputes:
  court: tribunal des activités économiques de Lyon
  #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG495
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  client:
    merchant: true
disputes:
  court: tribunal des activités économiques de Lyon
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the named court against the quality of the parties."""
    if (
        engagement.disputes.forum is not Forum.COURT
        or not engagement.disputes.court
        or engagement.facts.client_public
    ):
        return
    parties = engagement.parties
    others = [party.name for party in (parties.client, parties.provider) if not party.merchant]
    if others:
        yield Fault(
            engagement.at("disputes", "court"),
            f"a court is named, and {' and '.join(others)} did not contract as merchant (CPC 48)",
            "remove disputes.court: the legal rules on competence hold",
        )
