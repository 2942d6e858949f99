"""A priority skips a level of the escalation, or climbs to none.

A ticket of that priority stops at the level below, and the people above never learn of it. A lowest level may be skipped
(a critical ticket goes straight to a higher one), and so may the last ones for small tickets; a hole in the middle has no
meaning. Give the level a delay for the priority.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.escalation._escalation import authority, axes, priorities
from docgen.text.diagnostics import Severity

CODE = "DG463"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
escalation:
  levels:
 #^^^^^^ DG463
    - id: H1
      name: Livraison
      role: coordonne
      provider: [sdm, adjoint]
      client: [production, achats]
      answer: 30 min
      delays: {P1: 1 h}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
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
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each priority that no level of authority is called for, and each hole between two levels of an axis."""
    order = priorities(engagement)
    for priority in order:
        if not any(priority in step.level.delays for step in authority(engagement)):
            message = f"no level of authority is called for {priority}"
            yield Fault(
                engagement.key("escalation", "levels"),
                message,
                f"give one level at least a delay for {priority}",
            )
    for steps in axes(engagement):
        for priority in order:
            called = [index for index, step in enumerate(steps) if priority in step.level.delays]
            for step in steps[called[0] : called[-1]] if called else ():
                if priority not in step.level.delays:
                    message = (
                        f"{step.level.id!r} is not called for {priority}, though levels below and above are"
                    )
                    yield Fault(engagement.key(*step.path, "delays"), message, f"give a delay for {priority}")
