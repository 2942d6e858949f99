"""A file that is given as the signed copy is something else.

It is the released document itself, which nobody signed, or a document that says it is another version or another
contract. Its hash would vouch for the wrong text. Give the file that came back with the signatures.
"""

from docgen.text.diagnostics import Severity

CODE = "DG616"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen mark-signed demo@1.0.0 --date 2026-12-18 --file outputs/demo/1.0.0/contract.pdf
""",
}

GOOD = {
    "after release 1.0.0": """\
echo a scan > signed.pdf
docgen mark-signed demo@1.0.0 --date 2026-12-18 --file signed.pdf
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
