"""The condition of a clause cannot be read.

A condition is made of facts of the engagement, 'and', 'or', 'not' and comparisons of a choice with a word: nothing
is called or computed, so that a lawyer can read when a clause applies. Write it in this grammar.
"""

from docgen.text.diagnostics import Severity

CODE = "DG302"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: facts.personal_data & facts.on_call
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG302
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
when: facts.on_call or not facts.on_call
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
}
