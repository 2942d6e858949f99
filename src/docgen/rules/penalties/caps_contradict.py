"""The monthly and the yearly cap of the penalties, or these and the liability cap, contradict each other.

Both are shares of fees: a yearly cap above the monthly one is never reached, and one below a twelfth of it is used up by
the first bad month. Penalties that count against the liability cap must fit in it with a year's worth. Correct one of them.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG431"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  credits:
    monthly_cap: 10 %
    yearly_cap: 12 %
    #           ^^^^ DG431
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  credits:
    monthly_cap: 15 %
    yearly_cap: 10 %
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the caps against one another, as shares of the fees of a year."""
    caps, liability = engagement.sla.terms.caps, engagement.liability
    if caps.monthly is None or caps.yearly is None:
        return
    month, year = f"{plain(caps.monthly)} %", f"{plain(caps.yearly)} %"
    at_year = engagement.at("sla", "credits", "yearly_cap")
    if caps.yearly > caps.monthly:
        yield Fault(
            at_year,
            f"a yearly cap of {year} is never reached under a monthly cap of {month}",
            f"write at most {month}",
        )
    if caps.yearly * 12 < caps.monthly:
        yield Fault(
            at_year,
            f"a yearly cap of {year} is used up before one month reaches its cap of {month}",
            "raise the yearly cap, or lower the monthly one",
        )
    if liability.penalties_inside_cap and liability.cap.points < caps.yearly:
        yield Fault(
            engagement.at("liability", "cap"),
            f"a liability cap of {plain(liability.cap)} is below the yearly cap of the penalties that count against it, {year}",
            "raise the liability cap, or write 'penalties_inside_cap: false'",
        )
