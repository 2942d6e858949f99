"""Values that must rise from one to the next do not.

A graver vulnerability is corrected sooner, a repeated failure costs more: these values form a series, and a series that falls
makes one of its steps meaningless. Correct the value that breaks the series.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.model.engagement import Engagement, Path
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration

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


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the values of each row against one another."""
    security = engagement.security
    patches: list[tuple[Path, Duration]] = [
        (("security", "patch_critical"), security.patch_critical),
        (("security", "patch_high"), security.patch_high),
        (("security", "patch_medium"), security.patch_medium),
    ]
    factors: list[tuple[Path, Decimal]] = [
        (("sla", "credits", "repetition", index), factor)
        for index, factor in enumerate(engagement.sla_terms.credits.repetition)
    ]
    yield from _falling(engagement, patches)
    yield from _falling(engagement, factors)


def _falling(engagement: Engagement, row: Sequence[tuple[Path, Duration | Decimal]]) -> Iterator[Fault]:
    for (_, before), (path, after) in pairwise(row):
        if _size(after) < _size(before):
            yield Fault(
                engagement.at(*path),
                f"{plain(after)} is less than the {plain(before)} before it",
                "let the values rise from one to the next",
            )


def _size(value: Duration | Decimal) -> Decimal:
    return Decimal(value.rough_minutes) if isinstance(value, Duration) else value
