"""Only the provider gives up the right to renegotiate for hardship.

The parties may set article 1195 of the Code civil aside; where one of them alone does, a judge may see a significant
imbalance (C. civ. 1171 in a contract of adhesion, C. com. L442-1 I 2° between businesses), and strike the clause. Exclude
hardship for both, adjust it, or record the consideration in the recitals and waive this warning.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.risks import HardshipMode
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG499"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
hardship:
  mode: exclude_provider
  #     ^^^^^^^^^^^^^^^^ DG499
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
hardship:
  mode: exclude_both
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for hardship that is excluded for one party; a public contract has its own rules."""
    if engagement.hardship.mode is HardshipMode.EXCLUDE_PROVIDER and not engagement.facts.client_public:
        yield Fault(
            engagement.at("hardship", "mode"),
            "hardship is excluded for the provider alone (C. civ. 1171, C. com. L442-1 I)",
            "write 'exclude_both' or 'adjust'",
        )
