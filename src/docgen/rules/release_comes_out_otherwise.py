"""A release that is made again does not come out as it was released.

The same texts gave other bytes: the page engine, a font library or docgen itself is another version than at the release.
Nothing is written. The hint names the programs that differ; install the versions that the lock states.
"""

from docgen.text.diagnostics import Severity

CODE = "DG604"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
sed -i '/"file": "contract.pdf"/s/"sha256": "..../"sha256": "0000/' engagements/demo/releases/1.0.0.yaml
docgen build demo@1.0.0
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen build demo@1.0.0
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
