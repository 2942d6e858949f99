"""A clause holds a statement or a comment of a template.

A clause says one thing: the reviewed text is the printed one. Words that apply only sometimes are another clause
with its own `when`, or another position.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import find
from docgen.text.diagnostics import Severity

CODE = "DG320"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
{% if facts.on_call %}Les Parties conviennent d'une astreinte.{% endif %}
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: facts.on_call
review_by: 2027-11-30
---
Les Parties conviennent d'une astreinte.
""",
}

EXPECT = (
    ("clauses/objet/objet.fr.md", 7, 1, 23),
    ("clauses/objet/objet.fr.md", 7, 63, 74),
)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library."""
    for text in shared.texts:
        for span, words in find(r"\{[%#].*?(?:[%#]\}|$)", shared.prose(text), text, ("{",)):
            yield Fault(
                span, f"{words!r} is a statement of a template", "write another clause with its own 'when'"
            )
