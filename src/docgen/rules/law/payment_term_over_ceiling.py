"""The payment term is longer than the law allows.

Between businesses: 60 days from the invoice, or 45 days end of month if the contract says how they are counted, and 45
days for a periodic invoice, such as a monthly one that groups several services (C. com. L441-10 I). A public buyer pays
within 30 days (CCP R2192-10). A longer term is fined up to 2 000 000 EUR (C. com. L441-16). Shorten it.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.model.engagement import Engagement
from docgen.model.payment import BillingFrequency, PaymentMode
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Unit

CODE = "DG485"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  mode: end_of_month_after
  term: 60 days
  #     ^^^^^^^ DG485
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  mode: end_of_month_after
  term: 45 days
""",
}


_CALENDAR_DAYS = {
    Unit.DAY: Decimal(1),
    Unit.BUSINESS_DAY: Decimal(7) / 5,
    Unit.WORKING_DAY: Decimal(7) / 6,
    Unit.WEEK: Decimal(7),
}


class _Ceiling(NamedTuple):
    days: int
    case: str
    article: str


_PUBLIC = _Ceiling(30, "a public buyer", "CCP R2192-10")
_END_OF_MONTH = _Ceiling(45, "a term to the end of the month", "C. com. L441-10 I al. 3")
_PERIODIC = _Ceiling(45, "a periodic invoice", "C. com. L441-10 I al. 4")
_NET = _Ceiling(60, "a term from the invoice", "C. com. L441-10 I al. 2")


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the term, in calendar days, against the ceiling of its case."""
    term = engagement.payment.term
    ceiling = _ceiling(engagement)
    if term.amount * _CALENDAR_DAYS[term.unit] > ceiling.days:
        yield Fault(
            engagement.at("payment", "term"),
            f"a payment term of {plain(term)} is over the {ceiling.days} days of {ceiling.case} ({ceiling.article})",
            f"write at most {ceiling.days} days",
        )


def _ceiling(engagement: Engagement) -> _Ceiling:
    if engagement.facts.client_public:
        return _PUBLIC
    if engagement.payment.mode is not PaymentMode.NET_DAYS:
        return _END_OF_MONTH
    return _NET if engagement.billing.frequency is BillingFrequency.MONTHLY_IN_ADVANCE else _PERIODIC
