"""Other YAML readers change this value.

YAML 1.1, which many tools still read, makes 750 of 12:30, false of NO, 511 of 0777. docgen keeps the text, but the
same file read elsewhere says something else. Put the value in quotes.
"""

from docgen.text.diagnostics import Severity

CODE = "DG107"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
scope:
  excluded: [NO]
  #          ^^ DG107
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
scope:
  excluded: ["NO"]
""",
}
