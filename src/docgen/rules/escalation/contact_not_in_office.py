"""A contact is named who is no longer, or not yet, in office.

People change during a contract of several years: a contact whose time has ended (`valid_to`) is still in the
escalation, in a committee or in the matrix, or one starts (`valid_from`) after the service does, or ends before starting.
Name the successor, or correct the dates.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._names import mentions
from docgen.rules._people import EXAMPLE, places
from docgen.text.diagnostics import Severity

CODE = "DG469"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": EXAMPLE
    + """\
, valid_to: 2026-10-31}
  #                                                                                                                                                                  ^^^^^^^^^^ DG469
""",
}
GOOD = {"engagements/demo/engagement.yaml": f"{EXAMPLE}, valid_to: 2029-12-31}}\n"}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Report each person who is named somewhere and whose dates do not hold today or at the start of the service."""
    engagement = pack.engagement
    start = engagement.contract.service_start
    place = places(engagement)
    for name in dict.fromkeys(mention.name for mention in mentions(engagement) if mention.kind == "person"):
        person = engagement.person(name)
        if person is None:
            continue
        since, until = person.valid_from, person.valid_to
        if until is not None and since is not None and until < since:
            message, field = f"contact {name!r} leaves before starting", "valid_to"
        elif until is not None and until < today:
            message, field = f"contact {name!r} left on {until}", "valid_to"
        elif since is not None and since > start:
            message, field = f"contact {name!r} starts on {since}, after the service", "valid_from"
        else:
            continue
        yield Fault(
            engagement.at("people", place[name], field),
            message,
            "name who holds the place, or correct the dates",
        )
