"""A value is empty.

An empty text prints a hole in a sentence. Write the value, or remove the key where the field is optional.
"""

from docgen.text.diagnostics import Severity

CODE = "DG207"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
law:
  governing: ""
  #          ^^ DG207
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
law:
  governing: droit français
""",
}
