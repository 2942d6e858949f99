"""A clause holds Markdown that clauses do not have.

A clause has paragraphs, lists, bold and italic. Headings come from `title`, tables from blocks, links from
references; other marks are not read, and print as typed.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import find
from docgen.text.diagnostics import Severity

CODE = "DG331"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
# Objet

Les Parties conviennent de `{{ contract.subject }}`.
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
Les Parties conviennent de *{{ contract.subject }}*.
""",
}

EXPECT = (
    ("clauses/objet/objet.fr.md", 7, 1, 2),
    ("clauses/objet/objet.fr.md", 9, 28, 29),
    ("clauses/objet/objet.fr.md", 9, 51, 52),
)


_SIGNS = ("#", "`", "~~~", ">", "|", "---", "***", "===", "](")
_MARKUP = r"^#{1,6}(?=\s)|^(?:```|~~~)|^>(?=\s)|^\|.*\|\s*$|^(?:-{3,}|\*{3,}|={3,})\s*$|`|!?\[[^\[\]\n]{1,300}\]\([^()\n]{0,300}\)"


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library."""
    for text in shared.texts:
        for span, words in find(_MARKUP, shared.prose(text), text, _SIGNS):
            yield Fault(span, f"{words!r} is not read in a clause", "use paragraphs, lists, ** and * only")
