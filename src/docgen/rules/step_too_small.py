"""A release asks for a smaller step than its changes do.

Every clause and every field declares what a change of it needs: an amendment makes a major version. A smaller step would
let a commitment change without a signature. Use '--bump auto'; a larger step is always free.
"""

from docgen.text.diagnostics import Severity

CODE = "DG609"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
echo 'title: Autre exemple' >> engagements/demo/engagement.yaml
git commit -q -a -m title
docgen release demo -m Titre --date 2026-12-01 --bump patch
""",
}

GOOD = {
    "after release 1.0.0": """\
echo 'title: Autre exemple' >> engagements/demo/engagement.yaml
git commit -q -a -m title
docgen release demo -m Avenant --date 2026-12-01
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 1, 1, 1),)
