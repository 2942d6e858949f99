"""A reference is typed by hand.

docgen numbers the articles of each pack; a number in the text is right until the first clause comes or goes. Refer
by id: `[[penalites.plafond]]`, `[[article:penalites]]`, `[[document:sla-annex]]`. An article of a law or of general
terms is no such reference: it is followed by the name of that text (`judging.instrument` in the locale file).
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.source import Source

CODE = "DG371"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'article 4.2. L'article 1231-5 du code civil s'applique.
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
Les Parties conviennent de ce que fixe l'[[document:sla-annex]]. L'article 1231-5 du code civil s'applique.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 50, 53),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text of the library."""
    for text in shared.texts:
        locale = shared.locales.get(text.language)
        prose = shared.prose(text)
        if locale is None or "judging.cited" not in locale.words or not re.search(r"\d", prose):
            continue
        front = re.sub(r"[^\n]", " ", text.source.text[: text.body])
        for cited in PlainText(Source(text.source.path, front + prose), locale).citations:
            number = ".".join(map(str, cited.number))
            yield Fault(
                cited.span,
                f"the number {number!r} of an article is typed by hand",
                "refer to the clause or the article by its id, in [[ ]]",
            )
