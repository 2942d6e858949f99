"""No clause says that penalties are due without formal notice.

Unless the contract says otherwise, a penalty is due only after a formal notice (C. civ. 1231-5, last paragraph): the
client would have to send one for each indicator that is missed. Keep a clause that makes penalties due by the monthly
report alone, with `satisfies: [FR-CC-1231-5]`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators
from docgen.rules.law._requirements import fulfils
from docgen.text.diagnostics import Severity

CODE = "DG491"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  credits:
# ^^^^^^^ DG491
    monthly_cap: 10 %
""",
    "clauses/penalites/exigibilite.fr.md": """\
---
id: penalites.exigibilite
title: Exigibilité
owner: legal
review_by: 2027-11-30
---
Les pénalités sont dues après mise en demeure, dans la limite de {{ sla.credits.monthly_cap | words }}.
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  credits:
    monthly_cap: 10 %
""",
    "clauses/penalites/exigibilite.fr.md": """\
---
id: penalites.exigibilite
title: Exigibilité
owner: legal
satisfies: [FR-CC-1231-5]
review_by: 2027-11-30
---
Les pénalités sont dues sans mise en demeure, dans la limite de {{ sla.credits.monthly_cap | words }}.
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Look for the clause where an indicator has a penalty."""
    engagement = pack.engagement
    penalised = any(sheet.indicator.scale is not None for _, sheet in indicators(engagement))
    if penalised and not fulfils(pack, "FR-CC-1231-5"):
        yield Fault(
            engagement.key("sla", "credits"),
            "no clause of the pack makes penalties due without formal notice (C. civ. 1231-5)",
            "put a clause that satisfies FR-CC-1231-5 in an outline",
        )
