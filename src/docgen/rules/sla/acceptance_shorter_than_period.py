"""The regular-service check (VSR) is shorter than a measuring period.

The VSR proves that the service keeps its levels in real use. An indicator that is measured over a month has no result
before a whole month is over: a shorter VSR would be pronounced without figures. Lengthen `acceptance.vsr`.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.model.sla import Period
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration, Unit

CODE = "DG415"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
acceptance:
  vsr: 20 days
  #    ^^^^^^^ DG415
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
acceptance:
  vsr: 30 days
""",
}


_DAYS = {Period.MONTH: 30, Period.QUARTER: 91, Period.YEAR: 365}
_CALENDAR_DAYS = {
    Unit.DAY: Decimal(1),
    Unit.BUSINESS_DAY: Decimal(7) / 5,
    Unit.WORKING_DAY: Decimal(7) / 6,
    Unit.WEEK: Decimal(7),
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the VSR against the shortest measuring period, in days (a month counts 30)."""
    vsr: Duration = engagement.acceptance.vsr
    shortest = min((sheet.indicator.period for _, sheet in indicators(engagement)), key=_DAYS.__getitem__)
    if vsr.amount * _CALENDAR_DAYS[vsr.unit] < _DAYS[shortest]:
        yield Fault(
            engagement.at("acceptance", "vsr"),
            f"a VSR of {plain(vsr)} is shorter than a measuring period, a {shortest.value}",
            f"write at least {_DAYS[shortest]} days",
        )
