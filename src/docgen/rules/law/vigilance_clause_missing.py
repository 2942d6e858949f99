"""No clause asks for the certificates against illegal work.

From 5 000 EUR on, the client obtains them at the signature and every six months (C. trav. L8222-1, R8222-1, D8222-5), or
answers with the provider for unpaid taxes, contributions and wages (L8222-2). Keep a clause with `satisfies:
[FR-CT-L8222-1]`.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.law._requirements import fulfils
from docgen.text.diagnostics import Severity

CODE = "DG493"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
vigilance:
  grace: 15 days
""",
    "clauses/conformite/attestations.fr.md": """\
---
id: conformite.attestations
title: Attestations
owner: legal
review_by: 2027-11-30
---
Le prestataire tient ses attestations à jour.
""",
}

GOOD = {
    "clauses/conformite/attestations.fr.md": """\
---
id: conformite.attestations
title: Attestations
owner: legal
satisfies: [FR-CT-L8222-1]
review_by: 2027-11-30
---
Le prestataire remet les attestations de vigilance tous les {{ vigilance.period | words }}.
""",
}


EXPECT = (("engagements/demo/engagement.yaml", 2, 1, 10),)

_FROM = Decimal(5000)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Look for the clause where the fees of the firm term and of the take-over reach the threshold."""
    engagement = pack.engagement
    price = pack.computed.firm_fee.amount + engagement.transition.price.amount
    if price >= _FROM and not fulfils(pack, "FR-CT-L8222-1"):
        yield Fault(
            engagement.key("vigilance"),
            "no clause of the pack asks for the certificates against illegal work (C. trav. L8222-1, D8222-5)",
            "put a clause that satisfies FR-CT-L8222-1 in an outline",
        )
