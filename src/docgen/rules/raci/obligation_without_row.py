"""A duty has no row in the responsibility matrix.

The contract promises something, and the matrix does not say who does it and who answers for it. Add an activity
with `obligation`, or name the duty in one that is there.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG370"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
  - {id: rapports, duty: remettre les rapports, regime: means}
  - {id: conseil, duty: conseiller le client, regime: means}
  #      ^^^^^^^ DG370
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
  - {id: rapports, duty: remettre les rapports, regime: means}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """`obligations`, against the activities of the matrix."""
    covered = {activity.obligation for activity in engagement.raci.activities}
    for rank, item in enumerate(engagement.obligations):
        if item.id not in covered:
            yield Fault(
                engagement.at("obligations", rank, "id"),
                f"no activity of the matrix covers the duty {item.id!r}",
                "add 'obligation' to an activity, or an activity",
            )
