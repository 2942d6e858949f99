"""There is nothing to compare a review with.

A review tells what lies between the last commit that two revisions of git have in common and the later one. It needs a
repository, a main branch (`origin/HEAD`, `main` or `master`) or a revision named as BASE, and a common commit: a shallow
clone may lack it, as those of pipelines do. Fetch the history (`git fetch --unshallow`), or name a revision.
"""

from docgen.text.diagnostics import Severity

CODE = "DG620"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
docgen review mian
""",
}

GOOD = {
    "before any release": """\
git checkout -q -b lot
docgen review main
docgen check
""",
}

EXPECT = (("docgen.yaml", 1, 1, 1),)
