"""One role carries too much of the matrix.

A role that answers for more than 30 % of the activities, does more than 50 % of them, or has a letter in more than 80 %
of the rows is a bottleneck, and the other columns say little. These are thresholds of practice. A matrix of fewer than
ten rows or six roles is not checked: there, an equal share is already near them. Share the work out, or split the role.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import has, rows
from docgen.text.diagnostics import Severity

CODE = "DG449"
SEVERITY = Severity.WARNING

FEWEST_ROWS = 10
FEWEST_ROLES = 6
SHARES: Mapping[str, int] = {"A": 30, "R": 50, "": 80}  # percent of the rows; '' is any letter

_ROLES = """\
id: demo
raci:
  roles:
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
{mark}    - {id: compte, name: Compte, short: Compte, party: provider, level: strategic, person: compte}
    - {id: support, name: Support, short: Support, party: provider, level: operational, person: support}
    - {id: expert, name: Experts, short: Experts, party: provider, level: operational, person: expert}
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
    - {id: achats, name: Achats, short: Achats, party: client, level: tactical, person: achats}
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: a1, name: enregistrer les tickets, letters: {support: A/R}}
        - {id: a2, name: qualifier les tickets, letters: {support: A/R}}
        - {id: a3, name: diagnostiquer, letters: {expert: A/R}}
        - {id: a4, name: rétablir le service, letters: {expert: A/R}}
        - {id: a5, name: facturer, letters: {compte: A/R}}
        - {id: a6, name: régler les factures, letters: {achats: A/R}}
        - {id: a7, name: rapporter, letters: {sdm: A/R}}
        - {id: a8, name: préparer les comités, letters: {sdm: A/R}}
        - {id: a9, name: tenir les risques, letters: {sdm: A/R}}
"""
BAD = {
    "engagements/demo/engagement.yaml": _ROLES.replace("{mark}", "    #      ^^^ DG449\n")
    + "        - {id: a10, name: arbitrer, letters: {sdm: A, dsi: R}}\n",
}
GOOD = {
    "engagements/demo/engagement.yaml": _ROLES.replace("{mark}", "")
    + "        - {id: a10, name: arbitrer, letters: {sdm: C, dsi: A/R}}\n",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each role with more than its share of the As, the Rs or the rows."""
    letters = [row.activity.letters for row in rows(engagement)]
    if len(letters) < FEWEST_ROWS or len(engagement.raci.roles) < FEWEST_ROLES:
        return
    held = {
        letter: Counter(
            role for row in letters for role, cell in row.items() if not letter or has(cell, letter)
        )
        for letter in SHARES
    }
    for index, role in enumerate(engagement.raci.roles):
        for letter, most in SHARES.items():
            number = held[letter][role.id]
            if number * 100 > most * len(letters):
                share = f"letter {letter}" if letter else "a letter"
                message = f"role {role.id!r} has {share} in {number} of {len(letters)} activities, more than {most} %"
                yield Fault(
                    engagement.at("raci", "roles", index, "id"),
                    message,
                    "share the work out, or split the role",
                )
