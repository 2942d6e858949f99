"""A person occurs twice on the path of an escalation.

Escalation brings new means and more authority; calling the same person again at a higher level, or as their own
stand-in, brings neither. Name another person at one of the levels.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import on_path
from docgen.text.diagnostics import Severity

CODE = "DG465"
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
    - id: H2
      name: Direction
      role: arbitre
"""
BAD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      provider: [compte, sdm]
      #                  ^^^ DG465
      client: [dsi, pdg]
      answer: 1 h
      delays: {P1: 3 h, P2: 6 h}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      provider: [compte, directeur]
      client: [dsi, pdg]
      answer: 1 h
      delays: {P1: 3 h, P2: 6 h}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each further place of a person on the functional path, or on the path of one side."""
    for way in on_path(engagement):
        first: dict[str, str] = {}
        for called in way:
            for index, person in enumerate(called.people):
                if person in first:
                    message = f"{person!r} is called again at {called.level.id!r}, after {first[person]!r}"
                    yield Fault(
                        engagement.at(*called.path, index),
                        message,
                        "name another person at one of the levels",
                    )
                first.setdefault(person, called.level.id)
