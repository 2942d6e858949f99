"""A role that owns clauses has no account.

CODEOWNERS names accounts of a forge: users, teams, addresses. A role that is no account there would name a stranger.
State the accounts of each role in `docgen.yaml`: `owners: {legal: ["@acme/legal"]}`.
"""

from docgen.text.diagnostics import Severity

CODE = "DG625"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
docgen owners
""",
}

GOOD = {
    "before any release": """\
printf 'owners:\\n  legal: ["@acme/legal"]\\n' >> docgen.yaml
docgen owners
""",
}

EXPECT = (("docgen.yaml", 1, 1, 1),)
