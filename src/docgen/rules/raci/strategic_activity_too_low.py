"""An operational role decides on an activity that concerns the contract itself.

An activity marked `strategic` touches the contract, its price or its end; a role of operational level has no mandate to
bind its party on these (C. civ. art. 1156: an act beyond one's powers does not bind the principal). Give
the A to a strategic or tactical role.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.raci import RoleLevel
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import roles, rows
from docgen.text.diagnostics import Severity

CODE = "DG448"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: support, name: Support, short: Support, party: provider, level: operational, person: support}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
  groups:
    - id: contrat
      name: Contrat
      activities:
        - {id: reviser, name: réviser les prix, letters: {support: A/R, sdm: C}, strategic: true}
        #                                                          ^^^ DG448
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  roles:
    - {id: support, name: Support, short: Support, party: provider, level: operational, person: support}
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
  groups:
    - id: contrat
      name: Contrat
      activities:
        - {id: reviser, name: réviser les prix, letters: {support: R, sdm: A}, strategic: true}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each A of an operational role in a strategic row."""
    known = roles(engagement)
    for row in rows(engagement):
        if not row.activity.strategic:
            continue
        for role in row.activity.roles("A"):
            if role in known and known[role].level is RoleLevel.OPERATIONAL:
                message = (
                    f"operational role {role!r} is accountable for the strategic activity {row.activity.id!r}"
                )
                yield Fault(row.cell(role), message, "give the A to a strategic or tactical role")
