"""A clause refers to a clause that the library does not have.

A reference is the id of a clause, so that its number is right in every pack. One that names nothing would print as
an article that does not exist, the fault most often found in published contracts. Correct the id, or write the clause.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._targets import neighbours
from docgen.text.diagnostics import Severity

CODE = "DG304"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de l'[[objet.but]].
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
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 30, 43),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """References of every text of the library."""
    known = shared.library.clauses
    near = neighbours(known)
    for text in shared.texts:
        for mark in shared.references(text):
            if mark.kind == "clause" and mark.target not in known:
                yield Fault(
                    mark.span,
                    f"there is no clause {mark.target!r}",
                    near(mark.target, "clauses are files <topic>/<name>.<language>.md"),
                )
