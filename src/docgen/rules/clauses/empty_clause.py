"""A clause has no text.

Its title would be printed over nothing, with a number that other clauses may cite. Write the text, or delete the
clause.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG335"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
#   ^^^^^^^^^^^ DG335
title: Objet
owner: legal
review_by: 2027-11-30
---

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


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every text of the library."""
    for text in shared.texts:
        if not text.text.strip():
            yield Fault(text.place, f"{text.id} has no text", "write it, or delete the clause")
