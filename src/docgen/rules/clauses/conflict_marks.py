"""A clause holds the marks of a conflict.

Git could not join two branches and left both texts in the file, between lines `<<<<<<<`, `=======` and `>>>>>>>`: both
would be printed. Keep one of the two texts, and remove the marks.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG357"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
<<<<<<< HEAD
Les Parties conviennent de {{ contract.subject }}.
=======
Le Client confie au Prestataire {{ contract.subject }}.
>>>>>>> lot-2
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 1, 13),)

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

_MARK = re.compile(r"^<{7}(?: [^\r\n]*)?", re.MULTILINE)
_END = re.compile(r"^>{7}(?: |\r?$)", re.MULTILINE)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The first mark in the text of each clause."""
    for clause in shared.library.texts():
        match = _MARK.search(clause.source.text, clause.body)
        if match is not None and _END.search(clause.source.text, match.end()):
            yield Fault(
                clause.source.span(match.start(), match.end()),
                f"{clause.id} holds the marks of a conflict",
                "keep one of the two texts, and remove the marks",
            )
