"""An activity concerns a single role, in a process that both parties share.

Where both parties take part in a process, an activity of which nobody else hears is often one whose consultation or
information was forgotten. Add who is consulted or informed, or leave it if the work is internal indeed.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import PARTIES, parties, rows
from docgen.text.diagnostics import Severity

CODE = "DG452"
SEVERITY = Severity.NOTE

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R}}
        #      ^^^^^^^^^^^ DG452
        - {id: restaurer, name: restaurer les données, letters: {sdm: A/R, dsi: C}}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, dsi: I}}
        - {id: restaurer, name: restaurer les données, letters: {sdm: A/R, dsi: C}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each row with one role only, in a process where roles of both parties have letters."""
    party = parties(engagement)
    common = {
        process.id
        for process in engagement.raci.groups
        if {party.get(role, "") for activity in process.activities for role in activity.letters} >= PARTIES
    }
    for row in rows(engagement):
        if row.process.id in common and len(row.activity.letters) == 1:
            message = f"activity {row.activity.id!r} concerns one role only, in a process of both parties"
            yield Fault(row.place, message, "say who is consulted or informed")
