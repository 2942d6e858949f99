"""Two files of an engagement give the same fact.

An engagement may be split over several files; none overrides another, since two figures for one fact is the fault
that the pack must never carry. Keep the fact in one file. House terms are no second file: the engagement overrides
them.
"""

from docgen.text.diagnostics import Severity

CODE = "DG209"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 30 days
""",
    "engagements/demo/money.yaml": """\
payment:
  term: 45 days
# ^^^^ DG209
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 30 days
""",
    "engagements/demo/money.yaml": """\
billing:
  dispute: 15 days
""",
}
