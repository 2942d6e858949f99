"""The file is not well-formed YAML.

Nothing of a file that cannot be parsed is used. Check the indentation, the colons and the quotes near the place: a
text with a colon and a space, or one that begins with a sign such as '*' or '@', stands in quotes. A file holds one
document, whose keys are plain words.
"""

from docgen.text.diagnostics import Severity

CODE = "DG103"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
title: Infogérance : lot 1: serveurs
#                  ^ DG103
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
title: "Infogérance : lot 1: serveurs"
""",
}
