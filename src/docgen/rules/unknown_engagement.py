"""There is no engagement of this name.

An engagement is a directory under engagements/ that holds engagement.yaml. Check the spelling: the hint gives the
nearest name, or all of them.
"""

from docgen.text.diagnostics import Severity

CODE = "DG112"
SEVERITY = Severity.ERROR

BAD = {
    "docgen check": "dmo",
}

GOOD = {
    "docgen check": "demo",
}

EXPECT = (("engagements/dmo", 1, 1, 1),)
