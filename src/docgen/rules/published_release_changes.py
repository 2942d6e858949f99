"""A published release would change.

Whoever fetched a release must find the same bytes at the same place as long as it stands. Other bytes under its version
mean that two releases bear one number, or that the target was tampered with; nothing at all is written. Find out which of
the two was released ('docgen verify'), and release a new version. (In the example, the target's record is changed.)
"""

from docgen.text.diagnostics import Severity

CODE = "DG640"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen publish ../site
sed -i -E 's/"[0-9a-f]{64}"/"0000000000000000000000000000000000000000000000000000000000000000"/' ../site/demo/1.0.0/publication.json
docgen publish ../site
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen publish ../site
docgen publish ../site
""",
}

EXPECT = (("demo/1.0.0/contract.pdf", 1, 1, 1),)
