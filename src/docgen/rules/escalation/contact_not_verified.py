"""A contact of the escalation was not tried within the agreed period.

A telephone number that nobody has tried since the last change of staff fails when it is needed; the procedure promises
that each contact is tried every so often (`escalation.verification`, three months at most). Call the contact and write
the day of the call (`verified`).
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import EXAMPLE, on_path, places
from docgen.sla.days import add_months
from docgen.text.diagnostics import Severity

CODE = "DG468"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": EXAMPLE
    + """\
, verified: 2026-07-15}
  #                                                                                                                                                                  ^^^^^^^^^^ DG468
""",
}
GOOD = {"engagements/demo/engagement.yaml": f"{EXAMPLE}, verified: 2026-11-20}}\n"}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Report each person on the path of the escalation who was never tried, or too long ago."""
    engagement = pack.engagement
    months = engagement.escalation.verification.months
    place = places(engagement)
    called = dict.fromkeys(name for way in on_path(engagement) for level in way for name in level.people)
    for name in called:
        person = engagement.person(name)
        if person is None:
            continue
        if person.verified is None:
            where = engagement.at("people", place[name], "id")
            yield Fault(
                where, f"contact {name!r} was never tried", "call it, and write 'verified:' and the day"
            )
        elif add_months(person.verified, months) < today:
            where = engagement.at("people", place[name], "verified")
            message = f"contact {name!r} was last tried on {person.verified}, more than {months} months ago"
            yield Fault(where, message, "call it, and write the day of the call")
