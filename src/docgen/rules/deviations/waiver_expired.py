"""The last day of a waiver has passed.

The fault was accepted for a time, and the time is over: the fault is reported again. Correct it, or accept it once
more with a new date, in a commit that is reviewed.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.deviations._waivers import Placed, of_engagement, of_library
from docgen.text.diagnostics import Severity

CODE = "DG342"
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
    #     ^^^^^ DG342
    reason: relecture en cours
    until: 2026-11-23
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
    return _expired(of_library(shared), today)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The waivers of an engagement."""
    return _expired(of_engagement(pack.engagement), today)


def _expired(waivers: tuple[Placed, ...], today: date) -> Iterator[Fault]:
    for placed in waivers:
        until = placed.waiver.until
        if until is not None and until < today:
            yield Fault(
                placed.span,
                f"the waiver of {placed.waiver.code} ended on {until.isoformat()}",
                "correct the fault, or set a new date",
            )
