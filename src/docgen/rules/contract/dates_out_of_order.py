"""Dates of the contract are not in the order in which things happen.

A document cannot be exchanged after the version that relies on it, a power cannot be given after it was used, a
version cannot be signed before it exists, and the service cannot start before the contract takes effect. Notices,
terms and penalties are counted from these dates. Correct the wrong one.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.parties import PartyKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG402"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  effective: 2027-04-01
  service_start: 2027-03-01
  #              ^^^^^^^^^^ DG402
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  effective: 2027-03-01
  service_start: 2027-04-01
""",
}


class _Event(NamedTuple):
    path: Path
    what: str
    day: date | None


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold each pair of dates against its order."""
    for earlier, later, place in _pairs(engagement):
        if earlier.day is not None and later.day is not None and later.day < earlier.day:
            message = f"{later.what}, {plain(later.day)}, is before {earlier.what}, {plain(earlier.day)}"
            yield Fault(engagement.at(*place.path), message, "correct the wrong date")


def _pairs(engagement: Engagement) -> Iterator[tuple[_Event, _Event, _Event]]:
    contract, signed_on = engagement.contract, engagement.signature.date
    version = _Event(("contract", "date"), "the date of this version", contract.date)
    effect = _Event(("contract", "effective"), "the date of effect", contract.effective)
    start = _Event(("contract", "service_start"), "the start of the service", contract.service_start)
    signed = _Event(("signature", "date"), "the signature", signed_on)
    yield effect, start, start
    yield version, signed, signed
    for index, item in enumerate(engagement.preamble.exchanged):
        exchanged = _Event(
            ("preamble", "exchanged", index, "date"), f"the exchange of {item.document!r}", item.date
        )
        yield exchanged, version, exchanged
    for side in (PartyKind.CLIENT, PartyKind.PROVIDER):
        signatory = engagement.parties.of(side).signatory
        power = _Event(
            ("parties", side, "signatory", "authority_date"),
            f"the power of {signatory.name}",
            signatory.authority_date,
        )
        yield power, signed, power
