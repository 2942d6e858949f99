"""Two clauses that exclude one another are in the pack.

They say opposite things, and a judge reads the contract against the party that drew it up (C. civ. 1190). Their
conditions must not hold together.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG347"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
conflicts: [services.astreinte]
#           ^^^^^^^^^^^^^^^^^^ DG347
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
    "clauses/services/astreinte.fr.md": """\
---
id: services.astreinte
title: Astreinte
owner: legal
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

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
conflicts: [services.astreinte]
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
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


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """`conflicts` of the clauses that were chosen."""
    masters = shared.masters
    for name in pack.chosen:
        clause = masters.get(name)
        for rank, other in enumerate(clause.conflicts) if clause is not None else ():
            if other in pack.chosen and clause is not None:
                yield Fault(
                    clause.at(f"conflicts.{rank}"),
                    f"{name} and {other} are both in the pack of {pack.engagement.id}",
                    "make their conditions exclude one another",
                )
