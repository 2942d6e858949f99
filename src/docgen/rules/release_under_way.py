"""Another release or upgrade is under way in the workspace.

Two releases at once would both follow the same version, and one of them would be lost. The one that came first goes on;
wait until it has ended, and look at what it released before releasing again.
"""

from docgen.text.diagnostics import Severity

CODE = "DG610"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
mkdir -p .docgen
flock .docgen/release.lock docgen release demo -m Avenant --date 2026-12-01
""",
}

GOOD = {
    "after release 1.0.0": """\
echo 'contacts: {billing: {client: dsi}}' >> engagements/demo/engagement.yaml
git commit -q -a -m contact
docgen release demo -m Avenant --date 2026-12-01
""",
}

EXPECT = (("docgen.yaml", 1, 1, 1),)
