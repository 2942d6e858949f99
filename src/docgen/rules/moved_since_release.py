"""Something moved since the last release.

'docgen build --locked' promises that what stands in the working tree is what was released, and fails where it is not.
Library texts that moved on are not told: a released engagement keeps its own. Release a new version, or build the
release itself.
"""

from docgen.text.diagnostics import Severity

CODE = "DG605"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
echo '# a remark' >> engagements/demo/engagement.yaml
docgen build --locked demo
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen build --locked demo
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 1, 1, 1),)
