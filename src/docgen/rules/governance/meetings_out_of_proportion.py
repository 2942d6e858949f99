"""The meetings of the committees cost more than the deal can bear.

Each meeting takes the time of the provider's people who sit in it. At the lowest day rate of the contract, the meetings of a
year should not cost more than five percent of the yearly fee: somebody pays for them in the end. This is a threshold of
practice. Meet less often, shorter, or with fewer people.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.model.parties import PartyKind
from docgen.rules._committees import MEETINGS, present, seats
from docgen.rules._effort import HOURS, out_of_proportion
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4711"
SEVERITY = Severity.WARNING

_DEAL = """\
id: demo
price:
  day_rates:
    - {profile: ingénieur, rate: 1 000 EUR}
governance:
  minutes: 1 business days
  objection: 2 business days
  committees:
# ^^^^^^^^^^ %s
    - id: copil
      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      frequency: %s
      inputs: [rapport]
      outputs: [décisions]
      chair: dsi
      members: [dsi, compte]
      duration: 90 min
"""
BAD = {"engagements/demo/engagement.yaml": _DEAL % ("DG4711", "weekly")}
GOOD = {"engagements/demo/engagement.yaml": _DEAL % ("", "quarterly")}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """The hours of the provider's people in all committees of a year."""
    meetings, minutes = 0, 0
    for seat in seats(engagement):
        people = (engagement.person(name) for name in present(seat.committee))
        provided = sum(1 for person in people if person is not None and person.party is PartyKind.PROVIDER)
        meetings += MEETINGS[seat.committee.frequency]
        minutes += MEETINGS[seat.committee.frequency] * seat.committee.duration.minutes * provided
    for cost in out_of_proportion(engagement, Decimal(minutes) / 60 / HOURS):
        yield Fault(
            engagement.key("governance", "committees"),
            f"the {meetings} meetings of a year {cost}",
            "meet less often, shorter, or with fewer people",
        )
