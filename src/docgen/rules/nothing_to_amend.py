"""There is no amendment to make.

An amendment changes a contract that was signed. It can be made when the first release and every major one since are
recorded as signed ('docgen mark-signed'), so that amendments are numbered without a gap, and when what changed since the
last release is major: a clause, a value or a party that is declared to need one. Operational and editorial changes take
effect without a signature.
"""

from docgen.text.diagnostics import Severity

CODE = "DG634"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
printf 'kind: amendment\\ntitle: {fr: Avenant}\\norder: 80\\nbuilt: on-request\\nbody:\\n  - block: amended-clauses\\n' > templates/outlines/amendment.yaml
docgen build demo --only amendment
""",
}

GOOD = {
    "after release 1.0.0": """\
printf 'kind: amendment\\ntitle: {fr: Avenant}\\norder: 80\\nbuilt: on-request\\nbody:\\n  - block: amended-clauses\\n' > templates/outlines/amendment.yaml
docgen mark-signed demo@1.0.0 --date 2026-12-18
printf 'payment:\\n  term: 45 days\\n' >> engagements/demo/engagement.yaml
docgen build demo --only amendment
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 1, 1, 1),)
