"""A blank of a template is left in a clause.

Brackets, rows of underscores and rows of dots are the blanks of a model to fill in; published contracts were signed
with them. Print a value of the engagement (`{{ … }}`), refer to a clause (`[[ … ]]`), or write the words.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import find
from docgen.text.diagnostics import Severity

CODE = "DG328"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de [objet du contrat], pour [__] mois.
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
Les Parties conviennent de {{ contract.subject }}.
""",
}

EXPECT = (
    ("clauses/objet/objet.fr.md", 7, 28, 46),
    ("clauses/objet/objet.fr.md", 7, 53, 57),
)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library."""
    for text in shared.texts:
        for span, words in find(
            r"(?<!\[)\[[^\[\]\n]*\]|_{3,}|\.{4,}|…{2,}", shared.prose(text), text, ("[", "___", "....", "……")
        ):
            yield Fault(
                span, f"{words!r} is a blank of a template", "print a value with {{ … }}, or write the words"
            )
