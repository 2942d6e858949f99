"""A word is not one of those that the field allows.

The field is a choice, and each word turns clauses on or off. The hint gives the nearest word, or all of them.
"""

from docgen.text.diagnostics import Severity

CODE = "DG205"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  mode: net
  #     ^^^ DG205
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  mode: net_days
""",
}
