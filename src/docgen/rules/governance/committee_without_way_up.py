"""A matter that a committee cannot settle does not reach a higher committee.

A steering or operational committee names the one that arbitrates when it disagrees (`escalates_to`), and that one ranks no
lower than itself; otherwise a disagreement in it stays where it is. Name the committee above. Where the engagement has no
higher committee at all, the dispute article takes over and nothing is reported.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._committees import RANKS, seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG477"
SEVERITY = Severity.WARNING

_COMMITTEES = """\
id: demo
governance:
  committees:
    - id: costrat
      acronym: COSTRAT
      name: comité stratégique
      level: strategic
      purpose: fixer les orientations
      frequency: half_yearly
      duration: 2 h
      chair: pdg
      members: [pdg, directeur]
      inputs: [bilan]
      outputs: [orientations]
    - id: copil
{mark}      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      frequency: monthly
      duration: 90 min
      chair: dsi
      members: [dsi, sdm]
      inputs: [rapport mensuel]
      outputs: [décisions]
"""
BAD = {"engagements/demo/engagement.yaml": _COMMITTEES.replace("{mark}", "      #   ^^^^^ DG477\n")}
GOOD = {
    "engagements/demo/engagement.yaml": _COMMITTEES.replace("{mark}", "")
    + """\
      escalates_to: costrat
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each committee below the highest rank that refers to none, and each that refers to a lower one."""
    ranks = {committee.id: RANKS[committee.level] for committee in engagement.governance.committees}
    highest = max(ranks.values())
    for seat in seats(engagement):
        committee = seat.committee
        rank, above = ranks[committee.id], committee.escalates_to
        if not above and rank < highest:
            message = f"committee {committee.id!r} refers its disagreements to no other"
            yield Fault(
                engagement.at(*seat.path, "id"),
                message,
                "name the committee above, as in 'escalates_to: costrat'",
            )
        elif above in ranks and ranks[above] < rank:
            message = (
                f"committee {committee.id!r} refers its disagreements to {above!r}, which ranks below it"
            )
            place = engagement.at(*seat.path, "escalates_to")
            yield Fault(place, message, "name a committee of the same or a higher level")
