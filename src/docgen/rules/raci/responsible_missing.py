"""An activity of the matrix has nobody who does the work.

At least one role carries an activity out (letter R); without it the activity is promised and staffed by no one. Source:
the definition of the responsibility assignment matrix. Give an R to a role, or write `A/R` where the accountable role
does the work itself.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG442"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A, dsi: I}}
        #                                                  ^^^^^^^ DG442
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A, support: R}}
  roles:
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: support, name: Support, short: Support, party: provider, level: operational, person: support}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each row without an R."""
    for row in rows(engagement):
        if not row.activity.roles("R"):
            message = f"activity {row.activity.id!r} has no role that does the work"
            yield Fault(row.letters_key, message, "give the letter R to a role, or write 'A/R'")
