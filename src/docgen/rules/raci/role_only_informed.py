"""A role is only ever informed.

A column of I alone takes room in the matrix for someone who neither acts, decides nor advises; the distribution list of
the reports serves better. Give the role another letter where it takes part, or remove the column.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG450"
SEVERITY = Severity.NOTE

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
    #      ^^^ DG450
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, dsi: I}}
        - {id: restaurer, name: restaurer les données, letters: {sdm: A/R, dsi: I}}
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
        - {id: restaurer, name: restaurer les données, letters: {sdm: A/R, dsi: C}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each role with letters, all of them I."""
    found: dict[str, set[str]] = {}
    for row in rows(engagement):
        for name, letters in row.activity.letters.items():
            found.setdefault(name, set()).add(letters)
    for index, role in enumerate(engagement.raci.roles):
        if found.get(role.id) == {"I"}:
            place = engagement.at("raci", "roles", index, "id")
            yield Fault(
                place, f"role {role.id!r} is only informed", "give it another letter, or remove the column"
            )
