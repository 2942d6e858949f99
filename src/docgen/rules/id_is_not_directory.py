"""The id of an engagement is not the name of its directory.

The id names the engagement in commands, outputs and locks. Two names for one deal would part its releases from its
facts. Write the name of the directory, or rename the directory.
"""

from docgen.text.diagnostics import Severity

CODE = "DG113"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: aurore
#   ^^^^^^ DG113
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
""",
}
