"""An amount is in another currency than the prices.

Fees, caps and penalties are added up and compared; a sum of two currencies is none, and no rate of exchange is agreed.
The share capital of a party and the indemnity of article D441-5 (40 EUR by law) may differ. Write the amount in the
currency of `price.currency`.
"""

from collections.abc import Iterator, Mapping

from docgen.model.engagement import Engagement, Path
from docgen.model.printed import Printable
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Money

CODE = "DG406"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
liability:
  cap_floor: 100 000 CHF
  #          ^^^^^^^^^^^ DG406
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
liability:
  cap_floor: 100 000 EUR
""",
}


_FREE: tuple[Path, ...] = (
    ("parties", "client", "capital"),
    ("parties", "provider", "capital"),
    ("payment", "indemnity"),
)


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the currency of each amount against that of the prices."""
    currency = engagement.price.currency
    for path, amount in _amounts(engagement.printed, ()):
        if amount.currency != currency and path not in _FREE:
            yield Fault(
                engagement.at(*path),
                f"{plain(amount)} is not in {currency}",
                f"write the amount in {currency}",
            )


def _amounts(value: Printable, path: Path) -> Iterator[tuple[Path, Money]]:
    if isinstance(value, Money):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _amounts(part, (*path, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _amounts(part, (*path, index))
