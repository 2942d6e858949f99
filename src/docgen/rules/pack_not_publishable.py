"""A pack cannot be published as it stands.

What is published must be whole: every document as its manifest says, and of a release as its lock says. A file was
changed after it was built, the pack was built with '--only', or the lock of a release is not in the workspace. Build the
pack again, or fetch the branch that holds the lock.
"""

from docgen.text.diagnostics import Severity

CODE = "DG641"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
echo >> outputs/demo/1.0.0/contract.pdf
docgen publish ../site
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen publish ../site
""",
}

EXPECT = (("outputs/demo/1.0.0/contract.pdf", 1, 1, 1),)
