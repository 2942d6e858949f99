"""A level of the escalation reports to a committee below that of the level under it.

The levels of the hierarchical axis rise in authority: operational, steering, then strategic committee. A level whose
committee is lower than the one before it cannot overrule it, and the escalation goes down while it claims to go up. Name
a committee of the same or a higher level.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._committees import RANKS
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG467"
SEVERITY = Severity.WARNING

_LEVELS = """\
id: demo
escalation:
  levels:
    - id: H1
      name: Livraison
      role: coordonne
      provider: [sdm, adjoint]
      client: [production, achats]
      answer: 30 min
      delays: {P1: 1 h, P2: 2 h}
      committee: copil
    - id: H2
      name: Direction
      role: arbitre
      provider: [compte, directeur]
      client: [dsi, pdg]
      answer: 1 h
      delays: {P1: 3 h, P2: 6 h}
"""
BAD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      committee: coproj
      #          ^^^^^^ DG467
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      committee: costrat
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each committee of a level that ranks below the committee of a former level."""
    committees = {committee.id: committee for committee in engagement.governance.committees}
    highest = ("", 0)
    for index, level in enumerate(engagement.escalation.levels):
        committee = committees.get(level.committee)
        if committee is None:
            continue
        rank = RANKS[committee.level]
        if rank < highest[1]:
            message = f"{level.id!r} reports to the {committee.level} committee {committee.id!r}, below that of {highest[0]!r}"
            place = engagement.at("escalation", "levels", index, "committee")
            yield Fault(place, message, "name a committee with authority over the former level")
        elif rank > highest[1] or not highest[0]:
            highest = (level.id, rank)
