"""A clause has no owner.

The owner is the role that answers for the text and approves its changes. Without one, nobody reviews it. Add
`owner`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG326"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
#   ^^^^^^^^^^^ DG326
title: Objet
review_by: 2027-11-30
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
    """`owner` of every clause."""
    for clause in shared.masters.values():
        if not clause.owner:
            yield Fault(
                clause.place,
                f"{clause.id} has no owner",
                "add 'owner: legal', or the role that answers for it",
            )
