"""A less urgent ticket climbs to a level sooner than a more urgent one.

Priorities say which ticket is served first; a level that is called for P2 before it would be called for P1 turns them
round. Give each level delays that do not shrink from one priority to the next.
"""

from collections.abc import Iterator
from itertools import pairwise

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.escalation._escalation import axes, priorities
from docgen.text.diagnostics import Severity

CODE = "DG461"
SEVERITY = Severity.ERROR

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
"""
BAD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      delays: {P1: 1 h, P2: 30 min}
      #                     ^^^^^^ DG461
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      delays: {P1: 1 h, P2: 2 h}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each delay that is shorter than that of a more urgent priority at the same level."""
    order = priorities(engagement)
    for steps in axes(engagement):
        for step in steps:
            delays = step.level.delays
            for urgent, other in pairwise(priority for priority in order if priority in delays):
                if delays[other].minutes < delays[urgent].minutes:
                    message = f"{step.level.id!r} is called sooner for {other} than for {urgent}"
                    place = engagement.at(*step.path, "delays", other)
                    yield Fault(place, message, f"write a delay at least as long as that of {urgent}")
