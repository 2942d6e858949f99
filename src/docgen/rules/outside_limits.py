"""A value is outside the limits of its field.

The limits are those of the law or of what can be meant: payment terms of at most 60 days between merchants (C. com.
L441-10), a percentage up to 100, a duration in the units that can be counted. Mend the value or its unit.
"""

from docgen.text.diagnostics import Severity

CODE = "DG206"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 90 days
  #     ^^^^^^^ DG206
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 60 days
""",
}
