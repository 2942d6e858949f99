"""A clause prints a choice for which the language has no words.

The words of a choice (`monthly_in_arrears`) are names of the data, in English. The locale file says what a document
prints for them, under `choices.<path>.<word>`. Add the words there, or write one clause for each choice, with
`when`.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.text.diagnostics import Severity

CODE = "DG339"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les factures suivent le rythme {{ billing.frequency }}.
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
Les factures suivent le rythme convenu.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 32, 55),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Values of every text, against the words of its language."""
    for text in shared.texts:
        locale = shared.locales.get(text.language)
        for mark in shared.values(text) if locale is not None else ():
            value = known(mark.path)
            key = ".".join(("choices", *mark.path))
            missing = (
                [word for word in value.words if locale is not None and f"{key}.{word}" not in locale.words]
                if value is not None
                else []
            )
            if missing:
                yield Fault(
                    mark.span,
                    f"the locale {text.language!r} has no words for {missing[0]!r}",
                    f"add {key}.{missing[0]} to its words",
                )
