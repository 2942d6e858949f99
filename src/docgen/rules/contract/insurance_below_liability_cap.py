"""The insurance for one claim covers less than the liability cap.

A cap is worth no more than the debtor can pay: above the insured amount, the client bears the provider's solvency. Raise the
cover per claim to the cap of a contract year at least, or lower the cap (practice of the trade; C. assur. L124-3 gives
the injured party a direct claim on the insurer).
"""

from collections.abc import Iterator

from docgen.assemble.computed import computed
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Money

CODE = "DG408"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
insurance:
  per_claim: 100 000 EUR
  #          ^^^^^^^^^^^ DG408
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
insurance:
  per_claim: 150 000 EUR
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the cover per claim against the cap of a contract year."""
    cover: Money = engagement.insurance.per_claim
    cap: Money = computed(engagement).liability_cap
    if cover.currency == cap.currency and cover.amount < cap.amount:
        yield Fault(
            engagement.at("insurance", "per_claim"),
            f"a cover of {plain(cover)} per claim is below the liability cap of {plain(cap)} a year",
            "raise the cover, or lower the cap",
        )
