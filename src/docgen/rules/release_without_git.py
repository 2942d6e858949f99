"""A release needs a git repository, and a commit.

The lock of a release names every text by its id in git, so that the release can be made again when the texts have moved
on. Drafts are built without git. Make a repository, commit the workspace, and release again.
"""

from docgen.text.diagnostics import Severity

CODE = "DG606"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
rm -r .git
docgen release demo -m Signature
""",
}

GOOD = {
    "before any release": """\
docgen release demo -m Signature
""",
}

EXPECT = (("docgen.yaml", 1, 1, 1),)
