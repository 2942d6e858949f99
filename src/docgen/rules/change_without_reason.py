"""A document changed since the last release, and no fragment says why.

Whoever signs the next version asks for the reason of each change; the person who makes it knows it today. One sentence
in 'engagements/<id>/changes/<name>.md' is enough: it explains all that changed, or, with 'clauses:' or 'values:' in front
matter, what it names. A clause that changes only with a value is explained with the value. A release gathers the
sentences into the change log and takes the files away.
"""

from docgen.text.diagnostics import Severity

CODE = "DG631"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
printf 'payment:\\n  term: 45 days\\n' >> engagements/demo/engagement.yaml
docgen changelog --check
""",
}

GOOD = {
    "after release 1.0.0": """\
printf 'payment:\\n  term: 45 days\\n' >> engagements/demo/engagement.yaml
mkdir engagements/demo/changes
echo 'Le Client paye plus tard.' > engagements/demo/changes/paiement.md
docgen changelog --check
""",
}

EXPECT = (("engagements/demo/changes", 1, 1, 1),)
