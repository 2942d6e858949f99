"""The report of a month comes too late for the committee of the month.

A committee that meets every month looks at the report of the month before, which is due some days after its end and sent
some days before the meeting; when both times together fill the month, no day is left on which the report could be
discussed. Shorten one of the two (`reporting.due`, `governance.documents_before`).
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.governance import CommitteeLevel, Frequency
from docgen.rules._committees import business_days
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG480"
SEVERITY = Severity.WARNING

SHORTEST_MONTH = 20  # business days of a February without a holiday

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
reporting:
  due: 15 business days
  #    ^^^^^^^^^^^^^^^^ DG480
governance:
  documents_before: 10 business days
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
reporting:
  due: 5 business days
governance:
  documents_before: 10 business days
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report a report and documents that together need the whole month, where a steering committee meets monthly."""
    monthly = any(
        committee.level is CommitteeLevel.STEERING and committee.frequency is Frequency.MONTHLY
        for committee in engagement.governance.committees
    )
    due, before = engagement.reporting.due, engagement.governance.documents_before
    if monthly and business_days(due) + business_days(before) >= SHORTEST_MONTH:
        message = "the monthly report is not ready in time for the committee of the month"
        yield Fault(
            engagement.at("reporting", "due"), message, "shorten it, or 'governance.documents_before'"
        )
