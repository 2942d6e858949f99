"""The monthly cap of the penalties is so low or so high that a judge may change it.

A judge may raise a penalty that is manifestly derisory and reduce one that is manifestly excessive, whatever the contract
says (C. civ. 1231-5); a derisory penalty that is the only remedy also risks article 1170. The trade agrees on 5 to 15 %
of the monthly fee, 30 % at the most.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Percent

CODE = "DG490"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  credits:
    monthly_cap: 3 %
    #            ^^^ DG490
    yearly_cap: 2 %
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  credits:
    monthly_cap: 5 %
    yearly_cap: 5 %
""",
}


_LEAST, _MOST = Percent(Decimal(5)), Percent(Decimal(30))


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Compare the monthly cap with the range that is neither derisory nor excessive."""
    credits = engagement.sla_terms.credits
    cap = credits.monthly_cap
    place = engagement.at("sla", "credits", "monthly_cap")
    if cap.points < _LEAST.points:
        article = "C. civ. 1170, 1231-5" if credits.exclusive_remedy else "C. civ. 1231-5"
        yield Fault(
            place,
            f"a monthly cap of {plain(cap)} may be judged derisory ({article})",
            f"write at least {plain(_LEAST)}",
        )
    if cap.points > _MOST.points:
        yield Fault(
            place,
            f"a monthly cap of {plain(cap)} may be judged excessive (C. civ. 1231-5)",
            f"write at most {plain(_MOST)}",
        )
