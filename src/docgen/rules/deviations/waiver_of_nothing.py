"""A waiver covers no fault.

The fault was corrected, or the code is another one. A waiver left behind would hide the next fault of its kind. Take
it out. The waivers of clauses are checked when all engagements are, since each pack has faults of its own.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules.deviations._waivers import Placed, idle
from docgen.text.diagnostics import Diagnostic, Severity

CODE = "DG343"
SEVERITY = Severity.NOTE

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
waivers:
  - {code: DG370, reason: sans objet, until: 2026-12-31}
  #        ^^^^^ DG343
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2026-11-23
waivers:
  - {code: DG325, reason: relecture en cours, until: 2026-12-31}
---
Les Parties conviennent de {{ contract.subject }}.
""",
}


def check_waivers(
    faults: tuple[Diagnostic, ...], waivers: tuple[Placed, ...], today: date
) -> Iterator[Fault]:
    """The waivers in force, against all faults found in their files."""
    for placed in idle(faults, waivers, today):
        yield Fault(placed.span, f"there is no {placed.waiver.code} to waive", "take the waiver out")
