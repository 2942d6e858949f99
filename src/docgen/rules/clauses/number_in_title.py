"""A title begins with a number typed by hand.

docgen numbers articles and clauses; a typed number is printed beside it, and is wrong as soon as a clause comes or
goes. Take it out, and refer to clauses by their id.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG329"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: 1.1 Objet
#      ^^^^^^^^^ DG329
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


_NUMBER = re.compile(
    r"\s*(?:\d+(?:\.\d+)+\.?(?=\s|$)|\d+[.)](?=\s|$)|[IVXLC]+[.)](?=\s|$)|(?i:art(?:icle|\.)?)\s*\d)"
)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Titles of clauses and of articles."""
    for text in shared.texts:
        if _NUMBER.match(text.title):
            yield Fault(
                text.at("title"),
                f"the title {text.title!r} begins with a number",
                "take the number out: docgen numbers",
            )
    for articles in shared.articles.values():
        for article in articles:
            for title in article.titles.values():
                if _NUMBER.match(title):
                    yield Fault(
                        article.span,
                        f"the title {title!r} begins with a number",
                        "take the number out: docgen numbers",
                    )
