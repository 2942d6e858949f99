"""A path leads out of the workspace.

A symbolic link could draw any file of the machine into a document, or send a pack elsewhere. Only files under the
directory of docgen.yaml are read. Replace the link by the file. (In the example, '->' stands for a link.)
"""

from docgen.text.diagnostics import Severity

CODE = "DG110"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/secret.fr.md": "-> /etc/hostname",
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

EXPECT = (("clauses/objet/secret.fr.md", 1, 1, 1),)
