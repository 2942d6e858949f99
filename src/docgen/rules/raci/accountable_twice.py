"""An activity of the matrix has two accountable roles.

When two roles answer for one result, each may hold the other to be in charge, and neither can decide alone. Source: the
definition of the responsibility assignment matrix, exactly one A a row, A/R included. Leave the A with the role that
decides, and give R, C or I to the other.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG441"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, dsi: A}}
        #                                                                           ^ DG441
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
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, dsi: C}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each A of a row after its first."""
    for row in rows(engagement):
        first, *others = row.activity.roles("A") or ("",)
        for role in others:
            message = f"activity {row.activity.id!r} has a second accountable role, {role!r}"
            yield Fault(row.cell(role), message, f"{first!r} is accountable already: keep one A")
