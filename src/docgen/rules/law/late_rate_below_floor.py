"""The rate of late-payment interest is not one that the law allows.

Between businesses it is never below three times the legal interest rate (C. com. L441-10 II); a public buyer owes the
rate of the European Central Bank plus eight points, by operation of law (CCP R2192-31). A lower rate is fined (C. com.
L441-16). The legal rate is that of the half-year of the contract. Raise the rate, or write `legal_x3`.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.payment import LateRate
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.rules.law._legal_rate import RATES, half_year
from docgen.sla.prices import lowest_late_rate
from docgen.text.diagnostics import Severity

CODE = "DG486"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  date: 2026-05-04
signature:
  date: 2026-05-11
preamble:
  exchanged: [{document: Cahier des charges, date: 2026-03-16}]
payment:
  late_rate: fixed
  late_rate_fixed: 5 %
  #                ^^^ DG486
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  date: 2026-05-04
signature:
  date: 2026-05-11
preamble:
  exchanged: [{document: Cahier des charges, date: 2026-03-16}]
payment:
  late_rate: fixed
  late_rate_fixed: 12 %
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold a fixed rate against the floor of its half-year, and that of a public buyer against its only rate."""
    payment = engagement.payment
    if engagement.facts.client_public:
        if payment.late_rate is not LateRate.ECB_PLUS_8:
            yield Fault(
                engagement.at("payment", "late_rate"),
                "a public buyer owes the rate of the ECB plus eight points (CCP R2192-31)",
                "write 'late_rate: ecb_plus_8'",
            )
        return
    fixed = payment.late_rate_fixed
    half = half_year(engagement.contract.date)
    legal = RATES.get(half)
    if payment.late_rate is not LateRate.FIXED or fixed is None or legal is None:
        return
    floor = lowest_late_rate(legal)
    if fixed.points < floor:
        yield Fault(
            engagement.at("payment", "late_rate_fixed"),
            f"a late-payment rate of {plain(fixed)} is below three times the legal rate of the {half}, {plain(legal)} % (C. com. L441-10 II)",
            f"write at least {plain(floor)} %, or 'late_rate: legal_x3'",
        )
