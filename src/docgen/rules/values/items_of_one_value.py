"""The filter `items` is applied to a single value, or not alone on its line.

`items` prints a list as the lettered items a), b), c): the value is a list and is alone in its paragraph. In a
sentence, a list without filter prints as 'a, b et c'.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.text.diagnostics import Severity

CODE = "DG319"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
{{ contract.subject | items }}
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
Les familles de Services sont les suivantes :

{{ scope.families | items }}
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 1, 31),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Values of every text of the library."""
    for text in shared.texts:
        for mark in shared.values(text):
            if "items" not in mark.filters:
                continue
            value = known(mark.path)
            if value is not None and not value.listed:
                yield Fault(mark.span, f"{'.'.join(mark.path)} is no list", "take the filter 'items' away")
            elif not _alone(text.source.text, mark.start, mark.end):
                yield Fault(
                    mark.span,
                    "a list of items is part of a sentence",
                    "give it a paragraph of its own, or take the filter 'items' away",
                )


def _alone(text: str, start: int, end: int) -> bool:
    """True when a mark is a whole paragraph."""
    before, after = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    return before.endswith(("\n\n", "---\n")) and (
        not after.strip() or after.startswith("\n\n") or after.strip("\n") == ""
    )
