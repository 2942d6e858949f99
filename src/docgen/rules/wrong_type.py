"""A value is not of the type of its field.

A text stands where a number is expected, a single value where a list is, or the reverse. The hint names the type; a
list is written with dashes or in brackets.
"""

from docgen.text.diagnostics import Severity

CODE = "DG203"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  on_call: sometimes
  #        ^^^^^^^^^ DG203
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  on_call: true
""",
}
