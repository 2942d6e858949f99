"""A text does not have the form of its field.

Names that are referred to, references, telephone numbers, e-mail addresses and colours have a fixed form. The hint
shows an example.
"""

from docgen.text.diagnostics import Severity

CODE = "DG208"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  reference: contrat n° 1
  #          ^^^^^^^^^^^^ DG208
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  reference: CONTRAT-2026-1
""",
}
