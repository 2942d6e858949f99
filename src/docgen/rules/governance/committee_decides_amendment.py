"""A committee, or the service managers, may approve a change that needs an amendment.

A contract is modified by those who can bind the parties (C. civ. art. 1193): above the threshold from which an amendment
is needed, a decision in the minutes of a committee changes nothing, and the provider works without being paid. Keep the
thresholds of the managers and of the committee at or below that of the amendment, in this order.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG482"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
change:
  manager_threshold: 2 000 EUR
  committee_threshold: 60 000 EUR
  #                    ^^^^^^^^^^ DG482
  amendment_threshold: 50 000 EUR
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
change:
  manager_threshold: 2 000 EUR
  committee_threshold: 10 000 EUR
  amendment_threshold: 50 000 EUR
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report a threshold of the managers or the committee above the next one; other currencies are not compared."""
    change = engagement.change
    for lower, below, above, message in (
        (
            "manager_threshold",
            change.manager_threshold,
            change.committee_threshold,
            "the service managers approve more than the committee may",
        ),
        (
            "committee_threshold",
            change.committee_threshold,
            change.amendment_threshold,
            "the committee approves changes that need an amendment",
        ),
    ):
        if below.currency == above.currency and below.amount > above.amount:
            yield Fault(
                engagement.at("change", lower), message, f"write no more than {above.amount} {above.currency}"
            )
