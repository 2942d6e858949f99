"""A role of one party is held by a person of the other.

Whoever answers for the client and is paid by the provider, or the reverse, decides on both sides of the contract: the
control that the matrix organises is void. Correct the party of the role, or name a person of its own party. A third
party may hold a role of either, as a subcontractor or an adviser does.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import opposed
from docgen.text.diagnostics import Severity

CODE = "DG456"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: sdm}
    #                                                                           ^^^ DG456
    - {id: achats, name: Achats, short: Achats, party: client, level: tactical, person: achats}
    - {id: compte, name: Compte, short: Compte, party: provider, level: strategic, person: compte}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
    - {id: achats, name: Achats, short: Achats, party: client, level: tactical, person: achats}
    - {id: compte, name: Compte, short: Compte, party: provider, level: strategic, person: compte}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each role whose person belongs to the other party."""
    for index, role in enumerate(engagement.raci.roles):
        person = engagement.person(role.person)
        if person is not None and opposed(role.party, person.party):
            place = engagement.at("raci", "roles", index, "person")
            message = f"role {role.id!r} of the {role.party} is held by {person.id!r} of the {person.party}"
            yield Fault(place, message, f"name a person of the {role.party}")
