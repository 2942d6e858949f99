"""A choice needs a value that is not given.

Some words only announce a figure: a fixed rate needs its rate, a cap in days its number, an index the month of its
reference value, paper its number of originals and its place. Without it the clause is left out, or prints nothing.
State the value, or choose another word.
"""

from collections.abc import Iterator
from typing import NamedTuple

from docgen.model.engagement import Engagement
from docgen.model.printed import lookup
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG414"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  late_rate: fixed
  #          ^^^^^ DG414
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  late_rate: fixed
  late_rate_fixed: 12 %
""",
}


class _Need(NamedTuple):
    choice: tuple[str, ...]
    word: str
    detail: tuple[str, ...]


_NEEDS = (
    _Need(("payment", "late_rate"), "fixed", ("payment", "late_rate_fixed")),
    _Need(("exit", "price_mode"), "day_rates_capped", ("exit", "day_cap")),
    _Need(("exit", "price_mode"), "day_rates_capped", ("price", "day_rates")),
    _Need(("price", "revision", "index"), "SYNTEC_REVISED", ("price", "revision", "base_month")),
    _Need(("sla", "earn_back", "mode"), "all_or_nothing", ("sla", "earn_back", "months")),
    _Need(("sla", "earn_back", "mode"), "per_month", ("sla", "earn_back", "months")),
    _Need(("disputes", "forum"), "arbitration", ("disputes", "arbitration")),
    _Need(("signature", "mode"), "paper", ("signature", "originals")),
    _Need(("signature", "mode"), "paper", ("signature", "place")),
    _Need(("signature", "mode"), "electronic", ("signature", "level")),
)


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for the value that each choice announces."""
    for need in _NEEDS:
        if (
            lookup(engagement.printed, need.choice) == need.word
            and lookup(engagement.printed, need.detail) is None
        ):
            detail = ".".join(need.detail)
            yield Fault(
                engagement.at(*need.choice),
                f"{'.'.join(need.choice)} is {need.word!r}, and {detail} is missing",
                f"add {detail}",
            )
