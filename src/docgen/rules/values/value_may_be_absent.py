"""A clause prints a value that an engagement need not have.

Where the value is absent the sentence has a hole. State the value in `when`, so that the clause applies only where
it is there (`when: disputes.mediation`), or give it a default in the default terms.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known, stated
from docgen.rules.values._conditions import guards
from docgen.text.diagnostics import Severity

CODE = "DG317"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties saisissent le {{ disputes.mediation.centre }}.
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: disputes.mediation
review_by: 2027-11-30
---
Les Parties saisissent le {{ disputes.mediation.centre }}.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 27, 58),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Values of every text, against the condition of its clause."""
    for text in shared.texts:
        master = shared.masters.get(text.id, text)
        for mark in shared.values(text):
            value = known(mark.path)
            if (
                value is None
                or not value.optional
                or guards(master.when, value.optional)
                or stated(shared, value.optional)
            ):
                continue
            yield Fault(
                mark.span,
                f"an engagement need not have {'.'.join(value.optional)!r}",
                f"add it to the condition of the clause: when: {'.'.join(value.optional)}",
            )
