"""A release or a signature is dated before what it follows.

A version is not older than the one before it, and nobody signs a version before it was made. The history that the
documents print would contradict itself. Give the right day with --date.
"""

from docgen.text.diagnostics import Severity

CODE = "DG614"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen mark-signed demo@1.0.0 --date 2026-11-23
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen mark-signed demo@1.0.0 --date 2026-12-18
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
