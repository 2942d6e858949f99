"""A key stands twice in the same mapping.

YAML readers keep one of the two values without a word, so a term agreed on one line could be undone further down.
Keep the line that holds.
"""

from docgen.text.diagnostics import Severity

CODE = "DG104"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 30 days
  term: 45 days
# ^^^^ DG104
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 45 days
""",
}
