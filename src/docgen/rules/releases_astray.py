"""A release does not follow the one that stands before it.

Each release names its predecessor and that one's seal. Where two branches release on their own, each change is judged
against an older text than the other party will have signed. Take one of the two releases back on the joined branch, and
release again.
"""

from docgen.text.diagnostics import Severity

CODE = "DG602"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
echo 'contacts: {billing: {client: dsi}}' >> engagements/demo/engagement.yaml
git commit -q -a -m contact
docgen release demo -m Contact --date 2026-12-01
git rm -q --cached engagements/demo/releases/1.0.0.yaml
rm engagements/demo/releases/1.0.0.yaml
docgen check demo
""",
}

GOOD = {
    "after release 1.0.0": """\
echo 'contacts: {billing: {client: dsi}}' >> engagements/demo/engagement.yaml
git commit -q -a -m contact
docgen release demo -m Contact --date 2026-12-01
docgen check demo
""",
}

EXPECT = (("engagements/demo/releases/1.1.0.yaml", 1, 1, 1),)
