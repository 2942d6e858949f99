"""A clause prints a value that no engagement can have.

The path is not one of the schema of engagements, nor a computed value: the sentence would have a hole. `docgen
schema` writes the schema; the hint gives the nearest path.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known, suggestion
from docgen.text.diagnostics import Severity

CODE = "DG315"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de payer sous {{ payment.terms | words }}.
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
Les Parties conviennent de payer sous {{ payment.term | words }}.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 39, 66),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Values of every text of the library."""
    for text in shared.texts:
        for mark in shared.values(text):
            if known(mark.path) is None:
                yield Fault(
                    mark.span,
                    f"there is no value {'.'.join(mark.path)!r}",
                    suggestion(mark.path) or "see the schema of engagements",
                )
