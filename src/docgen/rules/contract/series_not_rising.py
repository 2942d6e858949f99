"""Values that must rise from one to the next do not.

A graver vulnerability is mended sooner, a repeated failure costs more: these values stand in a row, and a row that falls
makes one of its steps meaningless. Mend the value that breaks the row.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from docgen.model.engagement import Engagement, Path
from docgen.read.house import House
from docgen.rules._fault import Fault
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration, Money

CODE = "DG407"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
security:
  patch_critical: 15 days
  patch_high: 7 days
  #           ^^^^^^ DG407
  patch_medium: 90 days
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
security:
  patch_critical: 7 days
  patch_high: 15 days
  patch_medium: 90 days
""",
}


_SERIES: tuple[tuple[Path, ...], ...] = (
    (("security", "patch_critical"), ("security", "patch_high"), ("security", "patch_medium")),
)


def check_engagement(engagement: Engagement, house: House) -> Iterator[Fault]:
    """Hold the values of each row against one another."""
    values = engagement.values
    rows = [[(path, values[str(path[0])][path[1]]) for path in row] for row in _SERIES]
    repetition: Path = ("sla", "credits", "repetition")
    rows.append(
        [
            ((*repetition, index), Decimal(factor))
            for index, factor in enumerate(values["sla"]["credits"]["repetition"])
        ]
    )
    for row in rows:
        for (_, before), (path, after) in pairwise(row):
            if _size(after) < _size(before):
                yield Fault(
                    engagement.at(*path),
                    f"{plain(after)} is less than the {plain(before)} before it",
                    "let the values rise from one to the next",
                )


def _size(value: Any) -> Decimal:
    match value:
        case Duration():
            return Decimal(value.rough_minutes)
        case Money(amount):
            return amount
    return Decimal(value)
