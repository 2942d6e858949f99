"""An outline names a clause that the library does not have.

The document would be printed without a word of warning, and without the clause. Correct the id, or take the entry out
of the outline.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._targets import neighbours
from docgen.text.diagnostics import Severity

CODE = "DG306"
SEVERITY = Severity.ERROR

BAD = {
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    title: {fr: Mesure, en: Measurement}
    content:
      - clause: sla-mesure.periode
      - clause: sla-mesure.periodes
      #         ^^^^^^^^^^^^^^^^^^^ DG306
""",
}

GOOD = {
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    title: {fr: Mesure, en: Measurement}
    content:
      - clause: sla-mesure.periode
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Clauses that the outlines place."""
    known = shared.library.clauses
    near = neighbours(known)
    for name, entries in shared.placed.items():
        if name not in known:
            for entry in entries:
                yield Fault(
                    entry.span,
                    f"there is no clause {name!r}",
                    near(name, "take the entry out, or write the clause"),
                )
