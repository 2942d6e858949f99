"""A clause requires what it, or the other one, excludes.

No pack can hold both, so that each pack with the clause is faulty. Take the id out of `requires` or of `conflicts`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG338"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
requires: [services.niveaux]
#          ^^^^^^^^^^^^^^^^ DG338
conflicts: [services.niveaux]
review_by: 2027-11-30
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
requires: [services.niveaux]
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """`requires` of every clause, against `conflicts` of both."""
    masters = shared.masters
    for clause in masters.values():
        for rank, name in enumerate(clause.requires):
            other = masters.get(name)
            if (
                name == clause.id
                or name in clause.conflicts
                or (other is not None and clause.id in other.conflicts)
            ):
                yield Fault(
                    clause.at(f"requires.{rank}"),
                    f"{clause.id} requires and excludes {name}",
                    "take it out of 'requires' or of 'conflicts'",
                )
