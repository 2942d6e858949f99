"""There is no release of this version.

ENGAGEMENT@VERSION names a release by its lock, engagements/<id>/releases/<version>.yaml; drafts have none. The hint
gives the nearest version, or all of them.
"""

from docgen.text.diagnostics import Severity

CODE = "DG611"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen build demo@1.0.1
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen build demo@1.0.0
""",
}

EXPECT = (("engagements/demo", 1, 1, 1),)
