"""A fragment explains what did not change.

Its 'clauses:' or 'values:' name a clause or a value that is the same as in the last release: a name is misspelt, or the
change was taken back. The change log would then give a reason for nothing. 'docgen diff' lists what changed.
"""

from docgen.text.diagnostics import Severity

CODE = "DG633"
SEVERITY = Severity.WARNING

BAD = {
    "after release 1.0.0": """\
printf 'payment:\\n  term: 45 days\\n' >> engagements/demo/engagement.yaml
mkdir engagements/demo/changes
printf -- '---\\nclauses: [objet.objet]\\nvalues: [payment]\\n---\\nLe Client paye plus tard.\\n' > engagements/demo/changes/paiement.md
docgen changelog --check
""",
}

GOOD = {
    "after release 1.0.0": """\
printf 'payment:\\n  term: 45 days\\n' >> engagements/demo/engagement.yaml
mkdir engagements/demo/changes
printf -- '---\\nvalues: [payment]\\n---\\nLe Client paye plus tard.\\n' > engagements/demo/changes/paiement.md
docgen changelog --check
""",
}

EXPECT = (("engagements/demo/changes/paiement.md", 1, 1, 1),)
