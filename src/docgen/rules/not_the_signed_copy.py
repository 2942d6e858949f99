"""A file that is given as the signed copy is something else.

It is no PDF, the released document itself, which nobody signed, a document that says it is another version or another
contract, or one that was changed: behind the released bytes stands more than sound signatures. Its hash would vouch for
the wrong text. Give the file that came back with the signatures, or the scan of one signed on paper; without `--file`
the day alone is recorded.
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
docgen mark-signed demo@1.0.0 --date 2026-12-18
""",
}

EXPECT = (("engagements/demo/releases/1.0.0.yaml", 1, 1, 1),)
