"""A value cannot be read as the quantity of its field.

Money carries its currency, a duration its unit, a percentage its sign, so that a delay of payment never lands in
the place of a response time. Write the value as the hint shows.
"""

from docgen.text.diagnostics import Severity

CODE = "DG204"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 30
  #     ^^ DG203
  indemnity: forty euros
  #          ^^^^^^^^^^^ DG204
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 30 days
  indemnity: 40 EUR
""",
}
