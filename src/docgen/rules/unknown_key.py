"""A key is not one that the schema knows.

A key that nobody reads is a term that somebody believes agreed. It is most often misspelled, or stands one level
too high or too low. The hint gives the nearest known key, or the known ones.
"""

from docgen.text.diagnostics import Severity

CODE = "DG201"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  terms: 45 days
# ^^^^^ DG201
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 45 days
""",
}
