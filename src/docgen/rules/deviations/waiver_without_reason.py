"""A waiver has no reason or no end.

A fault is accepted by somebody, for a reason, until a day: otherwise nobody can tell later whether it still may be.
Such a waiver does not count, and the fault that it was meant for is reported. Add `reason` and `until`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.deviations._waivers import Placed, of_engagement, of_library
from docgen.text.diagnostics import Severity

CODE = "DG341"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2026-11-23
waivers:
  - code: DG325
    #     ^^^^^ DG341
    until: 2026-12-31
---
Les Parties conviennent de {{ contract.subject }}.
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


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The waivers of all clauses."""
    return _incomplete(of_library(shared))


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """The waivers of an engagement."""
    return _incomplete(of_engagement(engagement))


def _incomplete(waivers: tuple[Placed, ...]) -> Iterator[Fault]:
    for placed in waivers:
        missing = [
            name
            for name, stated in (("reason", placed.waiver.reason), ("until", placed.waiver.until))
            if not stated
        ]
        if missing:
            yield Fault(
                placed.span,
                f"the waiver of {placed.waiver.code} states no {' and no '.join(missing)}",
                "add " + " and ".join(f"'{name}'" for name in missing),
            )
