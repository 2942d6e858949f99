"""A clause prints a delay of a kind of which it does not speak.

Every delay of the schema carries its kind: payment, response, restoration, notice, contest. Published templates
print the term of payment as the response time, because the text was copied and the variable was not. A clause that
states `speaks_of` prints delays of those kinds only. Print the right value, or add the kind.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.text.diagnostics import Severity

CODE = "DG316"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/facturation/paiement.fr.md": """\
---
id: facturation.paiement
title: Paiement
owner: legal
speaks_of: [payment]
review_by: 2027-11-30
---
Les factures sont payées dans un délai de {{ sla.credits.contest | words }}.
""",
}

GOOD = {
    "clauses/facturation/paiement.fr.md": """\
---
id: facturation.paiement
title: Paiement
owner: legal
speaks_of: [payment]
review_by: 2027-11-30
---
Les factures sont payées dans un délai de {{ payment.term | words }}.
""",
}

EXPECT = (("clauses/facturation/paiement.fr.md", 8, 43, 76),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Delays of every text whose clause states `speaks_of`."""
    for text in shared.texts:
        master = shared.masters.get(text.id)
        if master is None or not master.speaks_of:
            continue
        for mark in shared.values(text):
            value = known(mark.path)
            if value is not None and value.kind and value.kind not in master.speaks_of:
                yield Fault(
                    mark.span,
                    f"{'.'.join(mark.path)} is a delay of {value.kind}, and the clause speaks of {', '.join(master.speaks_of)}",
                    "print a delay of that kind, or add the kind to 'speaks_of'",
                )
