"""Git lacks a text that a release was made of.

A release, and every draft after it, rests on the library as it was released. Texts that moved on since are read from
git's objects; a shallow clone, or a clone of a branch that was rewritten, does not hold them. Fetch the rest of the
history, or the tag of the release, which keeps all that it was made of.
"""

from docgen.text.diagnostics import Severity

CODE = "DG603"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
rm -f .git/objects/$(git rev-parse HEAD:clauses/objet/objet.fr.md | sed 's|..|&/|')
sed -i 's/conviennent/sont convenues/' clauses/objet/objet.fr.md
docgen build demo@1.0.0
""",
}

GOOD = {
    "after release 1.0.0": """\
sed -i 's/conviennent/sont convenues/' clauses/objet/objet.fr.md
docgen build demo@1.0.0
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 1, 1, 1),)
