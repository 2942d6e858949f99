"""A role of the matrix takes no part in any activity.

A column without a letter says that a role exists and does nothing; the person who holds it is named in the contract for
no reason. Give the role its letters, or remove the column.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG445"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
    #      ^^^ DG445
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R}}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, dsi: I}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each column without a letter."""
    used = {role for row in rows(engagement) for role in row.activity.letters}
    for index, role in enumerate(engagement.raci.roles):
        if role.id not in used:
            place = engagement.at("raci", "roles", index, "id")
            yield Fault(
                place, f"role {role.id!r} has no letter in the matrix", "give it letters, or remove the role"
            )
