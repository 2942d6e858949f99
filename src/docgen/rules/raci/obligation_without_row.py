"""A duty has no row in the responsibility matrix.

The contract promises something, and the matrix does not say who does it and who answers for it. Add an activity
with `obligation`, or name the duty in one that is there.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from docgen.model.engagement import Engagement
from docgen.model.pack import Pack
from docgen.rules._duties import Owed, own_obligations, stated_obligations
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
    """The duties that the engagement states, against the activities of the matrix."""
    yield from _uncovered(engagement, own_obligations(engagement))


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The duties that the clauses state, against the activities of the matrix."""
    own = {duty.id for duty in pack.engagement.obligations}
    yield from _uncovered(
        pack.engagement, (owed for owed in stated_obligations(pack) if owed.duty.id not in own)
    )


def _uncovered(engagement: Engagement, duties: Iterable[Owed]) -> Iterator[Fault]:
    covered = {activity.obligation for activity in engagement.raci.activities}
    for owed in duties:
        if owed.duty.id not in covered:
            yield Fault(
                owed.place,
                f"no activity of the matrix covers the duty {owed.duty.id!r}",
                "add 'obligation' to an activity, or an activity",
            )
