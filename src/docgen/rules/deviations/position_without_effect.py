"""An engagement takes a position on a clause that its documents do not hold.

The condition of the clause does not hold, its article is left out, or no outline names it: nothing of the position is
printed, and the approval is for nothing. Change the fact that the condition looks at, or take the position out.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG355"
SEVERITY = Severity.WARNING

_FALLBACK = """\
---
rationale: moins cher
approver: delivery
---
Une astreinte couvre les Services que l'offre désigne.
"""
_STANDARD = """\
---
id: services.niveaux
title: Niveaux
owner: legal
when: facts.on_call
review_by: 2027-11-30
---
Une astreinte couvre chaque Service hors des heures ouvrées.
"""

BAD = {
    "clauses/services/niveaux.fr.md": _STANDARD,
    "clauses/services/niveaux.fallback-1.fr.md": _FALLBACK,
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - clause: services.niveaux
    #       ^^^^^^^^^^^^^^^^ DG355
    position: fallback-1
    reason: demande du client
    approved_by: delivery
""",
}

GOOD = {
    "clauses/services/niveaux.fr.md": _STANDARD,
    "clauses/services/niveaux.fallback-1.fr.md": _FALLBACK,
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  on_call: true
positions:
  - clause: services.niveaux
    position: fallback-1
    reason: demande du client
    approved_by: delivery
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """`positions`, for clauses that exist."""
    for rank, item in enumerate(pack.engagement.positions):
        name = item.clause
        if name in shared.library.clauses and name not in pack.chosen:
            yield Fault(
                pack.engagement.at("positions", rank, "clause"),
                f"no document of this pack holds {name}",
                "take the position out, or make the condition of the clause hold",
            )
