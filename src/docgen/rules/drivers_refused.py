"""Git takes no drivers.

The drivers of docgen are commands in the configuration of a clone: they need git, a repository, and the right to write
to it. Run `docgen git-setup` in a clone of your own.
"""

from docgen.text.diagnostics import Severity

CODE = "DG626"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
rm -rf .git
docgen git-setup
""",
}

GOOD = {
    "before any release": """\
docgen git-setup
""",
}

EXPECT = (("docgen.yaml", 1, 1, 1),)
