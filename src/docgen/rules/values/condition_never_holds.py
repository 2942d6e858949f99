"""A condition can never hold.

It contradicts itself, so that no engagement prints the clause. All cases of the facts that it names are tried, up
to ten facts. Most often an `and` is written for an `or`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.values._conditions import can_hold
from docgen.text.diagnostics import Severity

CODE = "DG324"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: payment.mode == 'net_days' and payment.mode == 'end_of_month_after'
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG324
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
when: payment.mode == 'net_days' or payment.mode == 'end_of_month_after'
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The conditions of all clauses; each text of a condition is tried once."""
    checked: dict[str, bool] = {}
    for clause in shared.masters.values():
        if clause.when_text not in checked:
            checked[clause.when_text] = can_hold(clause.when)
        if not checked[clause.when_text]:
            yield Fault(
                clause.at("when"), "the condition never holds", "look for an 'and' that should be an 'or'"
            )
