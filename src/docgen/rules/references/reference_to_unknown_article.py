"""A clause refers to an article that no outline has.

`[[article:…]]` cites a whole article by the id that it has in an outline. One that names nothing would print as an
article that does not exist. Correct the id, or refer to a clause.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity, nearest

CODE = "DG312"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'[[article:service]].
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

EXPECT = (("clauses/objet/objet.fr.md", 7, 42, 61),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """References to articles in every text of the library."""
    for text in shared.texts:
        for mark in shared.references(text):
            if mark.kind == "article" and mark.target not in shared.articles:
                yield Fault(
                    mark.span,
                    f"no outline has an article {mark.target!r}",
                    nearest(mark.target, shared.articles)
                    or "refer to an article of an outline, or to a clause",
                )
