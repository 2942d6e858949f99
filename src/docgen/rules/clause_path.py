"""The path of a clause does not say its id, position and language.

A clause is found by its path: clauses/<topic>/<name>[.fallback-1|.fallback-2].<language>.md holds the clause
<topic>.<name>. A file under another name would never be printed. Rename it, or mend its id.
"""

from docgen.text.diagnostics import Severity

CODE = "DG301"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.but
#   ^^^^^^^^^ DG301
title: Objet
owner: legal
review_by: 2027-11-30
---
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
