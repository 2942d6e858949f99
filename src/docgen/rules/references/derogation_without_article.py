"""A derogation does not name the article from which it departs.

A departure from general terms that names no article is disputed, and one from the CCAG is of no effect unless the
last article of the contract lists it (CCAG-TIC, article 1). Name the article in `derogates`
by its number, by what it is about, or by both (`CCAG-TIC 14 : pénalités`), and in the sentence by its number or a reference. The words that announce a derogation are those of
`checks.derogations` in the locale file.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.assemble.derogations import read_derogation
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import words_of
from docgen.text.diagnostics import Severity

CODE = "DG333"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
derogates: [CCAG-TIC]
review_by: 2027-11-30
---
Par dérogation aux conditions générales, les Parties conviennent de {{ contract.subject }}.
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
derogates: [CCAG-TIC 14.1]
review_by: 2027-11-30
---
Par dérogation à l'article 14.1 du CCAG-TIC, les Parties conviennent de {{ contract.subject }}.
""",
}

EXPECT = (
    ("clauses/objet/objet.fr.md", 8, 1, 15),
    ("clauses/objet/objet.fr.md", 5, 13, 21),
)


_FAR = 1000  # signs: no sentence is longer
_ENDS = re.compile(r"[.;](?:\s|$)|\n\s*\n")


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """`derogates` of every clause, and the sentences that announce a derogation."""
    for clause in shared.masters.values():
        for rank, article in enumerate(clause.derogates):
            found = read_derogation(article)
            if not found.article and not found.subject:
                yield Fault(
                    clause.at(f"derogates.{rank}"),
                    f"derogates: {article!r} names no article",
                    "add its number, as in 'CCAG-TIC 14', or what it is about after a colon",
                )
    patterns = {
        code: words_of(locale.checks.get("derogations", ())) for code, locale in shared.locales.items()
    }
    for text in shared.texts:
        pattern = patterns.get(text.language)
        for match in pattern.within(shared.prose(text)) if pattern is not None else ():
            body = text.text
            end = _ENDS.search(body, match.end(), match.end() + _FAR)
            sentence = body[match.end() : end.start() if end is not None else match.end() + _FAR]
            if not re.search(r"\d|\[\[", sentence):
                yield Fault(
                    text.source.span(text.body + match.start(), text.body + match.end()),
                    "the derogation names no article",
                    "name the article by its number or by a reference",
                )
