"""A deviation from the standard position is not approved by the role that must approve it.

Each fallback text declares its approver, since somebody bears its cost: the cap on finance, the clause on the
court on legal. Write in `positions` the role that approved it. In a draft this is a warning, in a final pack an error.
"""

from collections.abc import Iterator
from datetime import date

from docgen.assemble.deviations import deviations
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG348"
SEVERITY = Severity.WARNING

_FALLBACK = {
    "clauses/services/niveaux.fallback-1.fr.md": """\
---
rationale: moins cher, mais sans engagement chiffré
approver: delivery
---
Chaque Service est rendu au mieux.
""",
}

BAD = {
    **_FALLBACK,
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - clause: services.niveaux
    position: fallback-1
    reason: demande du client
    approved_by: legal
    #            ^^^^^ DG348
""",
}

GOOD = {
    **_FALLBACK,
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - clause: services.niveaux
    position: fallback-1
    reason: demande du client
    approved_by: delivery
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """`positions` of the clauses that were chosen."""
    severity = Severity.WARNING if pack.draft else Severity.ERROR
    for deviation in deviations(pack):
        if deviation.approved:
            continue
        span = pack.engagement.at("positions", deviation.rank, "approved_by")
        who = f"{deviation.approver!r} must approve" if deviation.approver else "someone must approve"
        but = f", and {deviation.approved_by!r} did" if deviation.approved_by else ", and nobody did"
        yield Fault(
            span,
            f"{deviation.clause} is at {deviation.position}, which {who}{but}",
            f"have it approved, and write 'approved_by: {deviation.approver or 'legal'}'",
            severity,
        )
