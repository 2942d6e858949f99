"""An indicator of the first priority alone states a smallest sample.

Below the smallest sample the count rule excuses a late ticket, but never one of the first priority: on an indicator that
looks at no other, the sample says nothing. Delete `min_sample`.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators
from docgen.text.diagnostics import Severity

CODE = "DG4101"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  small_sample: all_but_first
  indicators:
    - {name: GTI, services: [hebergement], definition: part des tickets, measure: on_time_rate, clock: gti,
       unit: percent, direction: higher, period: month, window: HO, source: outil, decimals: 2,
       target: 95, priorities: [P1], obligation: disponibilite, id: gti, min_sample: 20}
       #                                                                             ^^ DG4101
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  small_sample: all_but_first
  indicators:
    - {name: GTI, services: [hebergement], definition: part des tickets, measure: on_time_rate, clock: gti,
       unit: percent, direction: higher, period: month, window: HO, source: outil, decimals: 2,
       target: 95, priorities: [P1], obligation: disponibilite, id: gti}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report the smallest sample of an indicator that looks at tickets of the first priority only."""
    for path, sheet in indicators(engagement):
        if sheet.unexcused_only and sheet.indicator.min_sample > 1:
            yield Fault(
                engagement.at(*path, "min_sample"),
                f"no late ticket of {sheet.unexcused} is excused, and {sheet.indicator.id!r} looks at no other",
                "delete min_sample",
            )
