"""A signature is recorded otherwise already.

The day of a signature and the hash of the signed file decide which text binds the parties: they are recorded once. The
same record may be repeated. Where it was made in error, restore the lock from git.
"""

from docgen.text.diagnostics import Severity

CODE = "DG615"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen mark-signed demo@1.0.0 --date 2026-12-18
docgen mark-signed demo@1.0.0 --date 2026-12-19
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen mark-signed demo@1.0.0 --date 2026-12-18
docgen mark-signed demo@1.0.0 --date 2026-12-18
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
