"""A reference cannot be read.

Write between `[[` and `]]` the id of a clause, `article:` and the id of an article, or `document:` and a kind of
document; `|number` prints the number alone. A number typed by hand would be wrong in the next pack.
"""

from collections.abc import Iterator
from datetime import date

from docgen.assemble.fill import ReferenceField
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG313"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'[[article 3]].
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
Les Parties conviennent de ce que fixe l'[[article:services]].
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 42, 55),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """References of every text of the library."""
    for text in shared.texts:
        for mark in shared.marks(text):
            if isinstance(mark, ReferenceField) and mark.fault:
                yield Fault(
                    mark.span,
                    f"{mark.target!r} {mark.fault}",
                    "write the id of a clause, as in [[penalites.plafond]]",
                )
