"""The file holds a character that is not text.

Control characters and characters of private use come from a faulty copy or conversion; they print as nothing or as
a box, and can hide words from the reader. Remove the character at the place that is shown.
"""

from docgen.text.diagnostics import Severity

CODE = "DG109"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": "id: demo\ntitle: Infog\u0001rance\n#           ^ DG109\n",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
title: Infogérance
""",
}
