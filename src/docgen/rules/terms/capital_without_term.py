"""A word has the capital of a defined term and is none.

In the middle of a sentence, a capital after an article or a determiner announces a definition. Define the term, use
the one that is defined, or write the word without a capital. Words that have a capital of their own (institutions,
peoples) are `checks.capitals` in the locale file; acronyms do not count.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import words_of
from docgen.rules._terms import CAPITALISED
from docgen.text.diagnostics import Severity

CODE = "DG354"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }} avec le Fournisseur.
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
Les Parties conviennent de {{ contract.subject }} pour chaque Service, selon l'avis de la Commission européenne.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 59, 70),)


_BEFORE = frozenset(" \n\t\u00a0\u202f'’")  # a word after anything else follows no determiner


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The prose of every text whose language has defined terms."""
    for code, locale in shared.locales.items():
        terms = shared.vocabulary(code)
        determiner = locale.words.get("judging.determiner", "(?!)")
        before = re.compile(rf"(?<!\w)(?:{determiner})\s*(?<=[\s'’])$", re.IGNORECASE)
        own = words_of(locale.checks.get("capitals", ()))
        for text in terms.texts if terms.lexicon else ():
            prose = shared.prose(text)
            end = 0
            named = {use.start: use.end for use in terms.uses[text.source.path]}
            for word in CAPITALISED.finditer(prose):
                start = word.start()
                end = max(end, named.get(start, 0))
                if (
                    start < end
                    or prose[start - 1 : start] not in _BEFORE
                    or word[0].isupper()
                    or not before.search(prose[max(0, start - 20) : start])
                ):
                    continue
                if own is None or not own.pattern.match(prose, start):
                    yield Fault(
                        text.source.span(text.body + start, text.body + word.end()),
                        f"{word[0]!r} has a capital and is no defined term",
                        "define it, or write it without a capital",
                    )
