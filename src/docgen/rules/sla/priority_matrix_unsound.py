"""The priority matrix has a hole, or gives a graver case a lower priority.

The matrix decides the priority of every ticket: it has a row for each impact and a cell for each urgency, and going to
a graver impact or a higher urgency never lowers the priority. Complete the row, or correct the cell.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement, Path
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.sla.priority import MatrixFlaw, matrix_faults
from docgen.text.diagnostics import Severity

CODE = "DG423"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  matrix:
    impacts: [tous les utilisateurs, un utilisateur]
    urgencies: [travail arrêté, travail possible]
    cells:
      - [P2, P2]
      #  ^^ DG423
      - [P1, P2]
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  matrix:
    impacts: [tous les utilisateurs, un utilisateur]
    urgencies: [travail arrêté, travail possible]
    cells:
      - [P1, P2]
      - [P2, P2]
""",
}


_WORSE = {MatrixFlaw.IMPACT_LOWERS: "impact", MatrixFlaw.URGENCY_LOWERS: "urgency"}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Check the shape of the matrix, then its order."""
    sla = engagement.sla
    cells: Path = ("sla", "matrix", "cells")
    rows, columns = len(sla.impacts), len(sla.urgencies)
    if len(sla.matrix.cells) != rows:
        yield Fault(
            engagement.key(*cells),
            f"the matrix has {len(sla.matrix.cells)} rows for {rows} impacts",
            "write a row for each impact",
        )
    for index, row in enumerate(sla.matrix.cells):
        if len(row) != columns:
            yield Fault(
                engagement.at(*cells, index, 0),
                f"row {index + 1} of the matrix has {len(row)} cells for {columns} urgencies",
                "write a cell for each urgency",
            )
    for fault in matrix_faults(sla.matrix, [meaning.priority for meaning in sla.priorities]):
        if (graver := _WORSE.get(fault.flaw)) is not None:
            yield Fault(
                engagement.at(*cells, fault.impact - 1, fault.urgency - 1),
                f"{fault.priority} is less urgent than the cell of a lower {graver}",
                "let the priority rise with impact and urgency",
            )
