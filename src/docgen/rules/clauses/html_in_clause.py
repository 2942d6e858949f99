"""A clause holds HTML.

Clauses are words with the marks of Markdown; tags and entities are not read, and print as typed. Write `**bold**`,
`*italic*`, and the sign itself for an entity: spaces before signs are set by the locale.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import find
from docgen.text.diagnostics import Severity

CODE = "DG330"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de <b>{{ contract.subject }}</b>&nbsp;; rien d'autre.
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
Les Parties conviennent de **{{ contract.subject }}** ; rien d'autre.
""",
}

EXPECT = (
    ("clauses/objet/objet.fr.md", 7, 28, 31),
    ("clauses/objet/objet.fr.md", 7, 53, 57),
    ("clauses/objet/objet.fr.md", 7, 57, 63),
)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library."""
    for text in shared.texts:
        for span, words in find(
            r"</?[A-Za-z][^<>\n]*>|<!--.*?(?:-->|$)|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});",
            shared.prose(text),
            text,
            ("<", "&"),
        ):
            yield Fault(
                span, f"{words!r} is HTML", "write the words, with ** or * around what is to stand out"
            )
