"""The court does not bear the name that the contract gives it.

From 2025 to 2028 the commercial courts of twelve cities, among them Lyon, Paris and Marseille, are called "tribunal des
activités économiques"; all others are still called "tribunal de commerce" (loi n° 2023-1059 art. 26, arrêté of 5 July
2024). A clause that names a court which does not exist invites a dispute about the judge. Write the name in the hint.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.law._courts import proper_name
from docgen.text.diagnostics import Severity

CODE = "DG494"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
disputes:
  court: tribunal de commerce de Lyon
  #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG494
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
disputes:
  court: tribunal de commerce de Grenoble
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the name of a commercial court against the list of its time."""
    court = engagement.disputes.court
    expected = proper_name(court, engagement.contract.date)
    if expected:
        yield Fault(
            engagement.at("disputes", "court"),
            f"there is no {court!r} on the date of the contract (loi n° 2023-1059 art. 26)",
            f"write {expected!r}",
        )
