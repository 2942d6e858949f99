"""The target cannot be read or written.

The storage refused: the address names nothing, credentials or rights are missing, the protocol needs a package that is
not installed (s3fs for S3), or the server does not answer. The message gives its reason. Mend it and publish again: what
was written before stays, and the end is the same.
"""

from docgen.text.diagnostics import Severity

CODE = "DG642"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
touch ../plain
docgen publish ../plain/site
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen publish ../site
""",
}

EXPECT = (("../plain/site", 1, 1, 1),)
