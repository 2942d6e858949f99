"""The monthly cap is reached before the worst step of a penalty scale.

A percentage above the cap is never paid in full: the scale prints a penalty that the contract takes back. Lower the
step, or raise `sla.credits.monthly_cap`. Both are shares of the same fees: a penalty is shared out among the services that
its indicator measures as their fees are, and each has its cap.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from docgen.model.engagement import Engagement, Path
from docgen.model.services import NamedScale
from docgen.model.sla import LinearScale, PerIncidentScale, PointScale, StepScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import scales
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG430"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  scales:
    - id: paliers
      name: Paliers
      kind: steps
      bands:
        - {from: 99.5, rate: 0 %}
        - {from: 99, to: 99.5, rate: 10 %}
        - {to: 99, rate: 20 %}
        #                ^^^^ DG430
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  scales:
    - id: paliers
      name: Paliers
      kind: steps
      bands:
        - {from: 99.5, rate: 0 %}
        - {from: 99, to: 99.5, rate: 10 %}
        - {to: 99, rate: 15 %}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold each step against the cap."""
    cap = engagement.sla.terms.caps.monthly
    if cap is None:
        return
    for path, named in scales(engagement):
        for place, rate in _steps(named, path):
            if rate > cap:
                yield Fault(
                    engagement.at(*place),
                    f"a penalty of {plain(rate)} % lies beyond the monthly cap of {plain(cap)} %",
                    "lower the step, or raise sla.credits.monthly_cap",
                )


def _steps(named: NamedScale, path: Path) -> Iterator[tuple[Path, Decimal]]:
    match named.scale:
        case StepScale(_, bands):
            for index, band in enumerate(bands):
                yield (*path, "bands", index, "rate"), band.rate
        case PointScale(_, pool):
            yield (*path, "rate"), pool
        case LinearScale() | PerIncidentScale():
            return  # they have no last step
        case _:
            assert_never(named.scale)
