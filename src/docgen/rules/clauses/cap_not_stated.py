"""A text caps a liability, or takes it out of every cap, and its clause does not say so.

What a contract caps and what it leaves uncapped are often written by two hands, in two articles: the same event is then
capped by one and uncapped by the other. Rules compare the clauses that state `caps` and `lifts`, so each text that does
either states it: `caps: [data_loss]`, `lifts: [ip_infringement]`, or the path of the value that lists the events. The
words are those of `judging.caps` and `judging.lifts` in the locale file.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.clauses._sentences import stated
from docgen.text.diagnostics import Severity

CODE = "DG3113"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}. La responsabilité du Client est plafonnée.
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
caps: [other]
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}. La responsabilité du Client est plafonnée.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 55, 93),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every text without `caps` and `lifts`, for words that cap a liability or uncap it."""
    for text in shared.texts:
        if text.caps or text.lifts:
            continue
        for field, example in (("caps", "other"), ("lifts", "gross_negligence")):
            for match in stated(shared, text, field):
                yield Fault(
                    text.source.span(text.body + match.start(), text.body + match.end()),
                    f"{' '.join(match[0].split())!r} {field} a liability, and the clause does not state it",
                    f"state which event: '{field}: [{example}]'",
                )
