"""A row of the matrix is empty.

An activity that no role does, answers for, advises on or hears of is either forgotten work or a line that is no longer
needed. Give letters to the roles that are concerned, or remove the activity.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import every_row
from docgen.text.diagnostics import Severity

CODE = "DG444"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {}}
        #                                                  ^^^^^^^ DG444
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
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each row without letters."""
    for row in every_row(engagement):
        if not row.activity.letters:
            message = f"activity {row.activity.id!r} has no letters"
            yield Fault(row.letters_key, message, "give at least one A and one R, or remove the activity")
