"""Nothing changed since the last release.

A version that says nothing new would make the other party look for a change that is not there. The last release stands;
it can be built again at any time.
"""

from docgen.text.diagnostics import Severity

CODE = "DG608"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen release demo -m Encore --date 2026-12-01
""",
}

GOOD = {
    "after release 1.0.0": """\
echo 'contacts: {billing: {client: dsi}}' >> engagements/demo/engagement.yaml
git commit -q -a -m contact
docgen release demo -m Avenant --date 2026-12-01
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 1, 1, 1),)
