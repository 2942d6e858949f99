"""A penalty falls as the service gets worse.

The percentages of a scale grow from the best band to the worst, as the indicator that uses it counts (higher or lower
is better). A scale that falls pays the provider for failing more. Correct the percentages, or the direction of the
indicator.
"""

from collections.abc import Iterator
from itertools import pairwise

from docgen.model.engagement import Engagement
from docgen.model.sla import Direction, StepScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import scales, users
from docgen.rules._wording import plain
from docgen.sla.credits import by_value
from docgen.text.diagnostics import Severity

CODE = "DG426"
SEVERITY = Severity.ERROR

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
        - {to: 99, rate: 5 %}
        #                ^^^ DG426
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
        - {from: 99, to: 99.5, rate: 5 %}
        - {to: 99, rate: 10 %}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Walk the bands of each scale from the best to the worst, for the indicators that use it."""
    for path, named in scales(engagement):
        if not isinstance(named.scale, StepScale):
            continue
        places = {id(band): (*path, "bands", index) for index, band in enumerate(named.scale.bands)}
        for direction in sorted({sheet.indicator.direction for sheet in users(engagement, named)}):
            best_first = by_value(named.scale)[:: -1 if direction is Direction.HIGHER else 1]
            for better, worse in pairwise(best_first):
                if worse.rate < better.rate:
                    yield Fault(
                        engagement.at(*places[id(worse)], "rate"),
                        f"{plain(worse.rate)} % is less than the {plain(better.rate)} % of a better band ({direction.value} is better)",
                        "let the percentages grow as the service gets worse",
                    )
