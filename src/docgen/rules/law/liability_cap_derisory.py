"""The liability cap is so low that it may empty the essential obligation.

A clause that deprives the essential obligation of its substance is deemed unwritten (C. civ. 1170; Cass. com. 29 June
2010, n° 09-11.841). Practice sees the risk below half of the fees of a year, the floor of the cap counted in. Raise
`liability.cap` or `liability.cap_floor`.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.assemble.computed import computed
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Percent

CODE = "DG489"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
liability:
  cap: 20 %
  #    ^^^^ DG489
  cap_floor: 10 000 EUR
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
liability:
  cap: 50 %
  cap_floor: 10 000 EUR
""",
}


_LEAST = Percent(Decimal(50))


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the cap of a contract year against the fees of that year."""
    derived = computed(engagement)
    cap, fees = derived.liability_cap, derived.annual_fee
    if cap.amount < fees.amount * _LEAST.fraction:
        yield Fault(
            engagement.at("liability", "cap"),
            f"a liability cap of {plain(cap)} is less than half of the yearly fees, {plain(fees)} (C. civ. 1170)",
            f"write at least {plain(_LEAST)}, or raise the floor",
        )
