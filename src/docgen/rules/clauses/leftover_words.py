"""Words of a draft are left in a clause.

'TODO', 'à compléter', 'TBD' in a signed contract leave a point open that the parties believed settled. The words
are those of `checks.leftovers` in the locale file. Write the missing text, or take the mark out.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import words_of
from docgen.text.diagnostics import Severity

CODE = "DG327"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}. TODO : exclusions à compléter.
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

EXPECT = (
    ("clauses/objet/objet.fr.md", 7, 52, 56),
    ("clauses/objet/objet.fr.md", 7, 70, 81),
)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The title and the prose of every text of the library."""
    patterns = {code: words_of(locale.checks.get("leftovers", ())) for code, locale in shared.locales.items()}
    for text in shared.texts:
        pattern = patterns.get(text.language)
        if pattern is None:
            continue
        for match in pattern.within(shared.prose(text)):
            span = text.source.span(text.body + match.start(), text.body + match.end())
            yield Fault(span, f"{match[0]!r} is left of a draft", "write the missing words, or take it out")
