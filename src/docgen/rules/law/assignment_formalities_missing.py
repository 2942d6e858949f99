"""Deliverables are made, and no clause assigns the rights in them in due form.

An assignment of copyright names each right that passes and limits its use in extent, purpose, place and duration (CPI
L131-3); without it, the maker keeps the rights in runbooks, scripts and documentation. Keep a clause with `satisfies:
[FR-CPI-L131-3]`, or write `ip_deliverables: false` when nothing is made.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.law._requirements import fulfils
from docgen.text.diagnostics import Severity

CODE = "DG492"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  ip_deliverables: true
  #                ^^^^ DG492
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  ip_deliverables: false
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Look for the clause where deliverables are made."""
    engagement = pack.engagement
    if engagement.facts.ip_deliverables and not fulfils(pack, "FR-CPI-L131-3"):
        yield Fault(
            engagement.at("facts", "ip_deliverables"),
            "deliverables are made, and no clause of the pack assigns the rights in them in due form (CPI L131-3)",
            "put a clause that satisfies FR-CPI-L131-3 in an outline",
        )
