"""The bands of a penalty scale leave a gap, overlap, or do not reach the ends.

Each value that can be measured falls in exactly one band: the last one has no lower end, the first no upper end (or the
reverse when lower is better), and each band begins where its neighbour ends. A value in a gap costs nothing, one in two
bands costs two amounts. Correct the boundary.
"""

from collections.abc import Iterator
from itertools import pairwise

from docgen.model.engagement import Engagement
from docgen.model.sla import StepScale
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import scales
from docgen.rules._wording import plain
from docgen.sla.credits import by_value
from docgen.text.diagnostics import Severity

CODE = "DG425"
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
        - {from: 99, to: 99.4, rate: 5 %}
        #                ^^^^ DG425
        - {to: 99, rate: 10 %}
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
    """Walk the bands of each scale from the lowest values up."""
    for path, named in scales(engagement):
        if not isinstance(named.scale, StepScale) or not named.scale.bands:
            continue
        places = {id(band): (*path, "bands", index) for index, band in enumerate(named.scale.bands)}
        bands = by_value(named.scale)
        lowest, highest = bands[0], bands[-1]
        if lowest.lower is not None:
            yield Fault(
                engagement.at(*places[id(lowest)], "from"),
                f"values below {plain(lowest.lower)} have no band",
                "remove its lower end",
            )
        if highest.upper is not None:
            yield Fault(
                engagement.at(*places[id(highest)], "to"),
                f"values from {plain(highest.upper)} have no band",
                "remove its upper end",
            )
        for band in bands:
            if band.lower is not None and band.upper is not None and band.lower >= band.upper:
                yield Fault(
                    engagement.at(*places[id(band)], "from"),
                    f"the band from {plain(band.lower)} to {plain(band.upper)} is empty",
                    "write its lower end first",
                )
        for below, above in pairwise(bands):
            if below.upper == above.lower and below.upper is not None:
                continue
            if below.upper is None or above.lower is None:
                yield Fault(
                    engagement.at(*places[id(above)], "rate"),
                    "two bands are open at the same end",
                    "give each band its ends",
                )
                continue
            word = "belong to no band" if below.upper < above.lower else "belong to two bands"
            ends = sorted((below.upper, above.lower))
            yield Fault(
                engagement.at(*places[id(below)], "to"),
                f"values from {plain(ends[0])} to {plain(ends[1])} {word}",
                f"write {plain(above.lower)}, where the next band begins",
            )
