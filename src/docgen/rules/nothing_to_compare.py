"""A name is neither a release of the engagement nor a revision of git.

'docgen diff' compares releases (1.0.0), revisions of git (a branch, a tag, a commit) and 'tree', the files as they
stand. Without names it goes from the last release, or from the last commit where nothing was released yet, to the
files. Where there is no git, only releases whose text still stands can be compared.
"""

from docgen.text.diagnostics import Severity

CODE = "DG630"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen diff demo accord
""",
}

GOOD = {
    "after release 1.0.0": """\
git tag accord
docgen diff demo accord
docgen check demo
""",
}

EXPECT = (("engagements/demo", 1, 1, 1),)
