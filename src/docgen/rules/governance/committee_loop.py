"""Committees refer their disagreements to one another in a circle.

A matter that a committee cannot settle goes to the committee above; where that path comes back to its start, nobody ever decides.
Let the path end in the highest committee, which names none above itself.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._committees import seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG476"
SEVERITY = Severity.ERROR

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
{costrat}    - id: copil
      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      frequency: monthly
      duration: 90 min
      chair: dsi
      members: [dsi, sdm]
      inputs: [rapport mensuel]
      outputs: [décisions]
      escalates_to: costrat
"""
BAD = {
    "engagements/demo/engagement.yaml": _COMMITTEES.replace(
        "{costrat}",
        """\
      escalates_to: copil
      #             ^^^^^ DG476
""",
    ),
}
GOOD = {"engagements/demo/engagement.yaml": _COMMITTEES.replace("{costrat}", "")}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each circle once, at its first committee in the list."""
    above = {committee.id: committee.escalates_to for committee in engagement.governance.committees}
    known: set[str] = set()  # committees whose path was followed
    for seat in seats(engagement):
        path: list[str] = []
        current = seat.committee.id
        while current in above and current not in known:
            known.add(current)
            path.append(current)
            current = above[current]
        if current not in path:
            continue
        circle = path[path.index(current) :]
        first = next(other for other in seats(engagement) if other.committee.id in circle)
        message = f"committees refer to one another in a circle: {' → '.join((*circle, current))}"
        yield Fault(
            engagement.at(*first.path, "escalates_to"),
            message,
            "let the highest committee name none above it",
        )
