"""The indemnity for recovery costs is not the 40 EUR that the law sets, or no clause speaks of it.

Each invoice that a business pays late costs it exactly 40 EUR, without notice, beside the interest (C. com. L441-10 II
and D441-5); the contract and the invoices say so, on pain of a fine (C. com. L441-16). Write 40 EUR, and keep a clause
with `satisfies: [FR-COM-D441-5]`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.rules.law._requirements import fulfils
from docgen.sla.prices import RECOVERY_INDEMNITY
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Money

CODE = "DG488"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  indemnity: 30 EUR
  #          ^^^^^^ DG488
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  indemnity: 40 EUR
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Check the amount, and look for the clause; a public buyer owes the same sum by operation of law."""
    engagement = pack.engagement
    indemnity: Money = engagement.payment.indemnity
    if indemnity != Money(RECOVERY_INDEMNITY, "EUR"):
        yield Fault(
            engagement.at("payment", "indemnity"),
            f"the indemnity for recovery costs is {plain(indemnity)}, not 40 EUR (C. com. D441-5)",
            "write '40 EUR'",
        )
    if not engagement.facts.client_public and not fulfils(pack, "FR-COM-D441-5"):
        yield Fault(
            engagement.at("payment", "indemnity"),
            "no clause of the pack states the indemnity for recovery costs (C. com. D441-5)",
            "put a clause that satisfies FR-COM-D441-5 in an outline",
        )
