"""The date by which a clause must be reviewed has passed.

Law and practice change; an owner promises in `review_by` to read the clause again. Review it and set the next date,
or waive the fault with a reason while the review is under way.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG325"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2026-11-23
#          ^^^^^^^^^^ DG325
---
Les Parties conviennent de {{ contract.subject }}.
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
    """`review_by` of every clause, against the day of the check."""
    for clause in shared.masters.values():
        if clause.review_by is not None and clause.review_by < today:
            yield Fault(
                clause.at("review_by"),
                f"the review of {clause.id} was due on {clause.review_by.isoformat()}",
                "review the clause and set the next date",
            )
