"""The floor of the late-payment rate is unknown for the half-year of the contract.

The legal interest rate is set anew each half-year (CMF L313-2 and D313-1-A), and docgen does not know the one of this
contract: nobody has checked that the fixed rate is at least three times as high (C. com. L441-10 II). Check it by hand,
or write `legal_x3`, which is always at the floor.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.payment import LateRate
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.rules.law._legal_rate import RATES, half_year, last_known
from docgen.sla.prices import lowest_late_rate
from docgen.text.diagnostics import Severity

CODE = "DG487"
SEVERITY = Severity.NOTE

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  late_rate: fixed
  late_rate_fixed: 12 %
  #                ^^^^ DG487
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  late_rate: legal_x3
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for a fixed rate in a half-year whose legal rate is not known."""
    fixed = engagement.payment.late_rate_fixed
    half = half_year(engagement.contract.date)
    if (
        engagement.facts.client_public
        or engagement.payment.late_rate is not LateRate.FIXED
        or fixed is None
        or half in RATES
    ):
        return
    known = last_known(half)
    last = (
        f"; three times that of the {known} is {plain(lowest_late_rate(RATES[known]))} %"
        if known is not None
        else ""
    )
    yield Fault(
        engagement.at("payment", "late_rate_fixed"),
        f"the legal rate of the {half} is not known{last}",
        f"check that {plain(fixed)} is at least three times the legal rate",
    )
