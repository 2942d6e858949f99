"""A release cannot be tagged at the last commit.

A tag that does not hold the lock would name a state from which nobody can build the release, and a tag that was
published is never moved. Commit the files that the release wrote, then tag; where the tag is there already, see what it
holds.
"""

from docgen.text.diagnostics import Severity

CODE = "DG613"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
docgen release demo -m Signature --date 2026-11-24
docgen release demo --tag
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen release demo --tag
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
