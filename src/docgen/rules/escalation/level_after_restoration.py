"""A level of authority is called for the most urgent tickets after their restoration time has passed.

Authority is called to save the GTR, with more means or another decision; a level that comes after it can only explain
the failure. This is practice: the last level is called at the latest when the GTR is broken. Shorten the delay, or agree
a longer GTR.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.escalation._escalation import authority, priorities
from docgen.text.diagnostics import Severity

CODE = "DG462"
SEVERITY = Severity.WARNING

_LEVELS = """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
escalation:
  levels:
    - id: H1
      name: Direction
      role: arbitre
      provider: [compte, directeur]
      client: [dsi, pdg]
      answer: 1 h
"""
BAD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      delays: {P1: 5 h, P2: 6 h}
      #            ^^^ DG462
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _LEVELS
    + """\
      delays: {P1: 4 h, P2: 9 h}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each level whose delay for the first priority exceeds its shortest GTR (minutes of its window)."""
    for urgent in priorities(engagement)[:1]:
        targets = [
            response.target.gtr_minutes
            for response in engagement.sla.responses
            if response.target.priority == urgent
        ]
        shortest = min((minutes for minutes in targets if minutes is not None), default=None)
        for step in authority(engagement):
            delay = step.level.delays.get(urgent)
            if delay is not None and shortest is not None and delay.minutes > shortest:
                message = f"{step.level.id!r} is called for {urgent} after its GTR has passed"
                yield Fault(
                    engagement.at(*step.path, "delays", urgent), message, f"call it within {shortest} minutes"
                )
