"""A cell holds a letter that the chosen matrix does not have.

The legend under the matrix explains the letters of its variant only: S (supports the one who does the work) belongs to
RASCI, and a reader of a RACI matrix finds no meaning for it. Choose the variant RASCI, or write another letter.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.raci import LETTERS
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG443"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  variant: RACI
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, compte: S}}
        #                                                                              ^ DG443
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  variant: RASCI
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: sauvegarder, name: sauvegarder les données, letters: {sdm: A/R, compte: S}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each cell whose letters the variant does not know."""
    variant = engagement.raci.variant
    known = LETTERS[variant]
    for row in rows(engagement):
        for role, letters in row.activity.letters.items():
            if not known.issuperset(letters.split("/")):
                message = f"{letters!r} is no letter of a {variant} matrix"
                yield Fault(row.cell(role), message, f"letters of {variant}: {', '.join(sorted(known))}, A/R")
