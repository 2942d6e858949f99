"""No cell of the priority matrix gives a priority that exists.

Its times are promised and its tickets are never opened: either the matrix lacks a case, or the priority is a relic. Use
it in a cell, or remove it with its response times.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG424"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  priorities:
    - {id: P1, name: critique, meaning: serveur arrêté}
    - {id: P2, name: moyenne, meaning: serveur ralenti}
    - {id: P3, name: mineure, meaning: question}
    #      ^^ DG424
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
    - {priority: P3, window: HO, gti: 2 h, gtr: 20 h, update: 10 h, workaround: true}
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  priorities:
    - {id: P1, name: critique, meaning: serveur arrêté}
    - {id: P2, name: moyenne, meaning: serveur ralenti}
    - {id: P3, name: mineure, meaning: question}
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
    - {priority: P3, window: HO, gti: 2 h, gtr: 20 h, update: 10 h, workaround: true}
  matrix:
    cells:
      - [P1, P2]
      - [P2, P3]
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for priorities in no cell."""
    used = {cell for row in engagement.sla.matrix.cells for cell in row}
    for index, meaning in enumerate(engagement.sla.priorities):
        if meaning.priority.id not in used:
            yield Fault(
                engagement.at("sla", "priorities", index, "id"),
                f"no cell of the matrix gives {meaning.priority.id}",
                "use it in a cell, or remove it",
            )
