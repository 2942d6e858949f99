"""Nobody holds a role of the matrix.

A role with no person has no telephone and no address in the pack: nobody can be asked for the activities it is accountable for.
Name the person who holds it (`person`), for a team the one who leads it.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG455"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
    - {id: achats, name: Achats, short: Achats, party: client, level: tactical, person: achats}
    - {id: compte, name: Compte, short: Compte, party: provider, level: strategic, person: compte}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical}
    #      ^^^ DG455
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
    """Report each role without a person."""
    for index, role in enumerate(engagement.raci.roles):
        if not role.person:
            place = engagement.at("raci", "roles", index, "id")
            yield Fault(place, f"nobody holds role {role.id!r}", "name its contact, as in 'person: sdm'")
