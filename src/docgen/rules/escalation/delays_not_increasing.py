"""A level of the escalation is called no later than the level below it.

Each level has its time to act before the next one is called; two levels called at once leave nobody to say who decides,
and a level called sooner than the one below it is never reached in order. Give each level a longer delay than the level
before it, for each priority.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.escalation._escalation import Step, axes, priorities
from docgen.text.diagnostics import Severity

CODE = "DG460"
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
      delays: {P1: 1 h, P2: 2 h}
    - id: H2
      name: Direction
      role: arbitre
      provider: [compte, directeur]
      client: [dsi, pdg]
      answer: 1 h
"""
BAD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      delays: {P1: 1 h, P2: 6 h}
      #            ^^^ DG460
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      delays: {P1: 3 h, P2: 6 h}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each delay that is not longer than that of the level before, on each axis."""
    for steps in axes(engagement):
        for priority in priorities(engagement):
            former: Step | None = None
            for step in steps:
                delay = step.level.delays.get(priority)
                if delay is None:
                    continue
                if former is not None and delay.minutes <= former.level.delays[priority].minutes:
                    message = f"{step.level.id!r} is called for {priority} no later than {former.level.id!r} below it"
                    place = engagement.at(*step.path, "delays", priority)
                    yield Fault(place, message, f"write a longer delay than that of {former.level.id!r}")
                former = step
