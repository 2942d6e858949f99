"""The audits or the penetration tests of a year cost more than the deal can bear.

An audit takes the man-days that the fees include (`audit.free_days`), a penetration test about five days of an independent
tester. At the lowest day rate of the contract, neither should cost more than five percent of the yearly fee. These are
thresholds of practice. Audit or test less often, or include fewer days; an audit after an incident stays free of any limit.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.rules._effort import out_of_proportion
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Unit

CODE = "DG4011"
SEVERITY = Severity.WARNING

TEST_DAYS = 5
"""Days of an independent tester for a small scope."""

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
price:
  day_rates:
    - {profile: ingénieur, rate: 1 000 EUR}
audit:
  max_per_year: 4
# ^^^^^^^^^^^^ DG4011
  free_days: 3
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
price:
  day_rates:
    - {profile: ingénieur, rate: 1 000 EUR}
audit:
  max_per_year: 1
  free_days: 3
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """The free days of the ordinary audits, and the days of the tests, of a year."""
    audit, test = engagement.audit, engagement.security.pentest
    for cost in out_of_proportion(engagement, Decimal(audit.max_per_year * audit.free_days)):
        message = f"{audit.max_per_year * audit.free_days} free man-days of audit {cost}"
        yield Fault(
            engagement.key("audit", "max_per_year"), message, "audit less often, or include fewer days"
        )
    if test.unit is not Unit.MONTH:
        return
    for cost in out_of_proportion(engagement, Decimal(TEST_DAYS * 12) / test.amount):
        message = f"penetration tests of {TEST_DAYS} days {cost}"
        yield Fault(engagement.at("security", "pentest"), message, "test less often")
