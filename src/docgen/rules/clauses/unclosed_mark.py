"""A value or a reference is opened and not closed, or closed and not opened.

One brace or bracket is missing: the mark prints as it was typed, and its value is not. Write `{{ path }}` and
`[[id]]`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import find
from docgen.text.diagnostics import Severity

CODE = "DG321"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }.
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

EXPECT = (("clauses/objet/objet.fr.md", 7, 28, 30),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library, where no whole mark is left."""
    for text in shared.texts:
        for span, words in find(r"\{\{|\}\}|\[\[|\]\]", shared.prose(text), text, ("{{", "}}", "[[", "]]")):
            yield Fault(span, f"{words!r} has no counterpart", "write {{ path }} or [[id]]")
