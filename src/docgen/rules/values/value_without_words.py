"""A clause prints a group of values.

Only a single value, or a list of them, has words: a group such as a party or the list of services has not. Print
one of its values, or put a block into the outline.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.text.diagnostics import Severity

CODE = "DG318"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties sont {{ parties.client }}.
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
Les Parties sont {{ parties.client.name }} et {{ parties.provider.name }}.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 18, 38),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Values of every text of the library."""
    for text in shared.texts:
        for mark in shared.values(text):
            value = known(mark.path)
            if value is not None and not value.printable:
                yield Fault(
                    mark.span,
                    f"{'.'.join(mark.path)} is a group of values",
                    "print one of its values, or use a block",
                )
