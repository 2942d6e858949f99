"""A value cannot be read.

Write between `{{` and `}}` the path of a value and, after `|`, the filters `words`, `count`, `list` or `items`. A
clause neither computes nor calls anything, so that the reviewed text is the printed one. A computed value belongs to
`computed`. `count` agrees a noun with a whole number: `count("un audit", "# audits")`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.assemble.fill import FILTERS, ValueField
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.text.diagnostics import Severity

CODE = "DG314"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de payer sous {{ payment.term + 10 }}, soit {{ payment.term | count("un jour", "# jours") }}.
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

EXPECT = (
    ("clauses/objet/objet.fr.md", 7, 39, 62),
    ("clauses/objet/objet.fr.md", 7, 69, 117),
)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Values of every text of the library."""
    for text in shared.texts:
        for mark in shared.marks(text):
            if not isinstance(mark, ValueField):
                continue
            value = known(mark.path) if mark.forms else None
            if value is not None and value.field.get("type") != "integer":
                yield Fault(
                    mark.span,
                    f"{'.'.join(mark.path)} is no whole number to count",
                    "write words, or name a number",
                )
            elif mark.fault:
                written = " ".join(text.source.text[mark.start : mark.end].split())
                yield Fault(
                    mark.span,
                    f"{written} {mark.fault}",
                    "write a path and filters (" + ", ".join(FILTERS) + "), as in {{ payment.term | words }}",
                )
