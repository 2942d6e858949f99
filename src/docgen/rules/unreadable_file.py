"""A file cannot be read.

The system refused: the file is missing, it is a link to nothing, or its rights forbid reading. The message gives
the reason. Restore the file or its rights. (In the example, '->' stands for a link.)
"""

from docgen.text.diagnostics import Severity

CODE = "DG111"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/lien.fr.md": "-> absent.md",
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

EXPECT = (("clauses/objet/lien.fr.md", 1, 1, 1),)
