"""A clause does not begin with its metadata.

The front matter says the id, the title, the owner and the condition of a clause. Without it nobody can tell when
the text applies or who answers for it. Begin the file with a line '---', the metadata, and a line '---'.
"""

from docgen.text.diagnostics import Severity

CODE = "DG108"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
Les Parties conviennent de {{ contract.subject }}.
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 1, 1, 1),)
