"""A lock is not what it was when its release was made.

A lock states what a signed document was made of, under a seal that the documents carry. A lock that was edited, or that
is no lock at all, vouches for nothing: nothing is built from it. Restore it from git; what happens after a release is
recorded with 'docgen mark-signed', beside the seal.
"""

from docgen.text.diagnostics import Severity

CODE = "DG601"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
echo 'engagement: demo' > engagements/demo/releases/1.0.0.yaml
docgen check demo
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen check demo
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
