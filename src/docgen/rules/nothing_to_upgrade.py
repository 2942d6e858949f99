"""The library has nothing new under this name for the engagement.

An upgrade takes today's text of clauses, outlines or house terms that moved on since the release. Either the name is
misspelt, or the engagement rests on today's text already. 'docgen outdated' lists what can be taken.
"""

from docgen.text.diagnostics import Severity

CODE = "DG612"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen upgrade demo objet.objet
""",
}

GOOD = {
    "after release 1.0.0": """\
sed -i 's/conviennent/sont convenues/' clauses/objet/objet.fr.md
git commit -q -a -m object
docgen upgrade demo objet.objet
""",
}

EXPECT = (("engagements/demo", 1, 1, 1),)
