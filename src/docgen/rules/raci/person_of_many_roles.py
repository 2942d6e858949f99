"""One person holds more than three roles of the matrix.

Roles are separated so that one controls the other: where one person holds four of them, nobody is consulted or
controlled, and the work stops when that person is away. Name other people, or join the roles into one column.
"""

from collections import Counter
from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG457"
SEVERITY = Severity.WARNING

MOST = 3

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: compte, name: Compte, short: Compte, party: provider, level: strategic, person: sdm}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: achats, name: Support, short: Support, party: provider, level: operational, person: sdm}
    - {id: dsi, name: Sécurité, short: Sécurité, party: provider, level: tactical, person: sdm}
    #                                                                                      ^^^ DG457
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: compte, name: Compte, short: Compte, party: provider, level: strategic, person: compte}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: achats, name: Support, short: Support, party: provider, level: operational, person: sdm}
    - {id: dsi, name: Sécurité, short: Sécurité, party: provider, level: tactical, person: sdm}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report the fourth and each further role of a person."""
    held: Counter[str] = Counter()
    for index, role in enumerate(engagement.raci.roles):
        held[role.person] += 1
        if role.person and held[role.person] > MOST:
            place = engagement.at("raci", "roles", index, "person")
            message = f"{role.person!r} holds {held[role.person]} roles of the matrix, more than {MOST}"
            yield Fault(place, message, "name another person, or join the roles")
