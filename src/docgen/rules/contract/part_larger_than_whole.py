"""A limit for the whole is smaller than the limit for a part of it.

The cover of a year cannot be below that of one claim, the raised cap below the general one, the cap of a penalty below
the price of one week or one month of it, the first export after the end of the reversibility. One of the two limits can
never apply. Correct the wrong one.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.model.engagement import Engagement
from docgen.model.printed import lookup
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration, Money, Percent

CODE = "DG409"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
insurance:
  per_claim: 2 000 000 EUR
  per_year: 1 000 000 EUR
  #         ^^^^^^^^^^^^^ DG409
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
insurance:
  per_claim: 1 000 000 EUR
  per_year: 2 000 000 EUR
""",
}


class _Pair(NamedTuple):
    part: tuple[str, ...]
    part_name: str
    whole: tuple[str, ...]
    whole_name: str


_LIMITS = (Money, Percent, Duration)

_PAIRS = (
    _Pair(("insurance", "per_claim"), "cover per claim", ("insurance", "per_year"), "cover per year"),
    _Pair(("liability", "cap"), "general cap", ("liability", "supercap"), "raised cap"),
    _Pair(
        ("transition", "delay_penalty"),
        "penalty for one week",
        ("transition", "delay_penalty_cap"),
        "cap of the delay penalty",
    ),
    _Pair(
        ("sla", "bonus", "rate"),
        "bonus of a month",
        ("sla", "credits", "monthly_cap"),
        "monthly cap of the penalties",
    ),
    _Pair(
        ("exit", "first_export"),
        "time to the first export",
        ("exit", "duration"),
        "length of the reversibility",
    ),
)


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold each part against its whole."""
    for pair in _PAIRS:
        part, whole = lookup(engagement.printed, pair.part), lookup(engagement.printed, pair.whole)
        if isinstance(part, _LIMITS) and isinstance(whole, _LIMITS) and _size(whole) < _size(part):
            yield Fault(
                engagement.at(*pair.whole),
                f"the {pair.whole_name}, {plain(whole)}, is smaller than the {pair.part_name}, {plain(part)}",
                "correct the wrong one",
            )


def _size(value: Money | Percent | Duration) -> Decimal:
    match value:
        case Money(amount):
            return amount
        case Percent(points):
            return points
    return Decimal(value.rough_minutes)
