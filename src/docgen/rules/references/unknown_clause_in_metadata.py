"""A clause requires, or conflicts with, a clause that the library does not have.

`requires` and `conflicts` keep a pack whole: a limit is never printed without the duty that it limits. An id that
names no clause has no effect. Correct the id, or take it out.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._targets import neighbours
from docgen.text.diagnostics import Severity

CODE = "DG305"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
requires: [services.niveau]
#          ^^^^^^^^^^^^^^^ DG305
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
    """`requires` and `conflicts` of every master text."""
    known = shared.library.clauses
    near = neighbours(known)
    for clause in shared.masters.values():
        for field, names in (("requires", clause.requires), ("conflicts", clause.conflicts)):
            for rank, name in enumerate(names):
                if name not in known:
                    yield Fault(
                        clause.at(f"{field}.{rank}"),
                        f"{field}: there is no clause {name!r}",
                        near(name, "take it out, or write the clause"),
                    )
