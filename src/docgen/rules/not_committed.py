"""A file that a release or an upgrade rests on is not committed.

A release is made from the last commit, never from the working tree: only what git holds can be given back years later.
Commit the file, or take the change back.
"""

from docgen.text.diagnostics import Severity

CODE = "DG607"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
echo '# a remark' >> engagements/demo/engagement.yaml
docgen release demo -m Signature
""",
}

GOOD = {
    "before any release": """\
echo '# a remark' >> engagements/demo/engagement.yaml
git commit -q -a -m remark
docgen release demo -m Signature
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 1, 1, 1),)
