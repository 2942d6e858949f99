"""An activity of the matrix has nobody accountable.

Exactly one role answers for the result of an activity (letter A); without it a failure has no owner, and the parties
find out during the incident. Source: the definition of the responsibility assignment matrix, one A a row.
Give the A to the role that decides, or write `A/R` where the same role also does the work.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG440"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: R, dsi: I}}
        #                                                  ^^^^^^^ DG440
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
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, dsi: I}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each row without an A."""
    for row in rows(engagement):
        if not row.activity.roles("A"):
            message = f"activity {row.activity.id!r} has no accountable role"
            yield Fault(row.letters_key, message, "give the letter A to one role")
