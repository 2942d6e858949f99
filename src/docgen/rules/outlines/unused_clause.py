"""A clause is used by no outline.

Nobody will ever read it, and everybody who maintains the library will. Place it in an outline, or delete it: the
history keeps it. A clause with a term is used by the glossary of its topic.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG334"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/services/astreinte.fr.md": """\
---
id: services.astreinte
#   ^^^^^^^^^^^^^^^^^^ DG334
title: Astreinte
owner: legal
when: facts.on_call
review_by: 2027-11-30
---
Une astreinte couvre chaque Service hors des heures ouvrées.
""",
}

GOOD = {
    "clauses/services/astreinte.fr.md": """\
---
id: services.astreinte
title: Astreinte
owner: legal
when: facts.on_call
review_by: 2027-11-30
---
Une astreinte couvre chaque Service hors des heures ouvrées.
""",
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
      - clause: services.astreinte
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every clause, against the entries of all outlines."""
    for clause in shared.masters.values():
        if clause.id not in shared.placed and not (clause.term and clause.topic in shared.glossaries):
            yield Fault(clause.place, f"no outline uses {clause.id}", "place it in an outline, or delete it")
