"""A list of a clause is nested too deep.

Nobody can cite the seventh level of a list, and a text with hundreds cannot be set at all. Part the clause, or write
sentences.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import find
from docgen.text.diagnostics import Severity

CODE = "DG358"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de :

- - - - - - - {{ contract.subject }}.
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
Les Parties conviennent de :

- {{ contract.subject }}.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 9, 1, 14),)

# Seven marks on one line, or a mark behind the indentation of six.
_DEEP = r"^[ \t]{0,50}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}){7,}|^(?:[ \t]{24,}|[ ]{0,3}\t[ \t]{5,})(?:[-*+]|\d{1,9}[.)])(?=[ \t])"


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library; the place of the fault is the marks, without the space after them."""
    for text in shared.texts:
        for span, marks in find(_DEEP, shared.prose(text), text, ("- ", "* ", "+ ", ". ", ") ", "\t")):
            yield Fault(
                span._replace(end_column=span.column + len(marks.rstrip())),
                "a list is nested more than six levels deep",
                "part the clause, or write sentences",
            )
