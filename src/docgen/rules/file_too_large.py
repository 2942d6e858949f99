"""The file is larger than a text of a workspace may be.

A clause, an outline or a part of an engagement has at most 1 MiB: more than any contract needs, little enough to be
read at once. Split an engagement into several YAML files of its directory, or take out what was pasted by mistake.
"""

from docgen.text.diagnostics import Severity

CODE = "DG102"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": "id: demo\n# " + "x" * 1_048_576,
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 1, 1, 1),)
