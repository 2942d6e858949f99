"""A committee has members of one party only.

A committee decides for the contract when each party has somebody in it with the power to decide; a meeting of one party
binds that party at most, and its minutes prove nothing against the other. Add a member of the other party.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._committees import present, seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import PARTIES
from docgen.text.diagnostics import Severity

CODE = "DG475"
SEVERITY = Severity.WARNING

_COMMITTEE = """\
id: demo
governance:
  committees:
    - id: copil
      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      frequency: monthly
      duration: 90 min
      chair: dsi
      inputs: [rapport mensuel]
      outputs: [décisions]
"""
BAD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      members: [dsi, achats]
     #^^^^^^^ DG475
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      members: [dsi, achats, compte]
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each committee in which no known person of the client, or of the provider, sits."""
    for seat in seats(engagement):
        people = [engagement.person(name) for name in present(seat.committee)]
        found = {person.party for person in people if person is not None}
        if None in people:
            continue
        for party in sorted(PARTIES - found):
            message = f"committee {seat.committee.id!r} has no member of the {party}"
            yield Fault(
                engagement.key(*seat.path, "members"), message, f"add a person of the {party} who may decide"
            )
