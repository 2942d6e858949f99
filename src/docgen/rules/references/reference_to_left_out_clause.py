"""A clause refers to a clause that this pack leaves out.

The clause or article exists, but its condition does not hold for the engagement, its article is omitted, or no
document of the pack has it. The reference would print a number that leads nowhere. Give both clauses the same
condition, or refer to a clause that always applies.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._present import absent_reference
from docgen.text.faults import REFERENCE_TO_LEFT_OUT_CLAUSE

CODE = REFERENCE_TO_LEFT_OUT_CLAUSE.code  # assembling reports it too
SEVERITY = REFERENCE_TO_LEFT_OUT_CLAUSE.severity

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'[[services.astreinte]].
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
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'[[services.niveaux]].
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

EXPECT = (("clauses/objet/objet.fr.md", 7, 42, 64),)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """References of the clauses that were chosen, to clauses and articles that exist."""
    absent = absent_reference(pack, shared)
    for clause in pack.chosen.values():
        for mark in shared.references(clause):
            if absent(mark):
                yield Fault(
                    mark.span,
                    f"no document of this pack contains {mark.target!r}",
                    "refer to a clause that applies, or add its condition to `when`",
                )
