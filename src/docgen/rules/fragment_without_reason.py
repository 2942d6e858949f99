"""A fragment gives no reason.

The first paragraph of 'engagements/<id>/changes/<name>.md' is the reason of a change, as the change log will print it.
An empty file, or one with front matter alone, would leave a version without its reason. Write one sentence, or delete
the file.
"""

from docgen.text.diagnostics import Severity

CODE = "DG632"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
mkdir engagements/demo/changes
touch engagements/demo/changes/paiement.md
docgen changelog --check
""",
}

GOOD = {
    "after release 1.0.0": """\
mkdir engagements/demo/changes
echo 'Le Client paye plus tard.' > engagements/demo/changes/paiement.md
docgen changelog --check
""",
}

EXPECT = (("engagements/demo/changes/paiement.md", 1, 1, 1),)
