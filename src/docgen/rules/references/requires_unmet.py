"""A clause of the pack requires a clause that is not in it.

A limit without the duty that it limits, a penalty without its base: the two make sense only together. Give both the same
condition, or take a position that fits.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG346"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
requires: [services.astreinte]
#          ^^^^^^^^^^^^^^^^^^ DG346
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
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
requires: [services.astreinte]
when: facts.on_call
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
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """`requires` of the clauses that were chosen, for clauses that exist."""
    masters = shared.masters
    for name in pack.chosen:
        clause = masters.get(name)
        for rank, needed in enumerate(clause.requires) if clause is not None else ():
            if needed in masters and needed not in pack.chosen and clause is not None:
                yield Fault(
                    clause.at(f"requires.{rank}"),
                    f"{name} requires {needed}, which the pack of {pack.engagement.id} leaves out",
                    "give both the same condition",
                )
