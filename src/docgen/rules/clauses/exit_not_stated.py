"""A text ends the contract or a service, and its clause does not say so.

The list of exits, the key terms and the article on termination are made from the clauses that state `ends`: an exit that
is only in the text is in none of them, and a list that calls itself complete is false. State who may end what: `ends:
{client: services}`. A sentence that refers to a clause with `ends` repeats that exit and opens none. The words that end
a contract are those of `judging.ends` in the locale file.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.clauses._sentences import cited, stated
from docgen.text.diagnostics import Severity

CODE = "DG3112"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}. En cas de retard, le Client peut résilier le Contrat.
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
ends: {client: contract}
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}. En cas de retard, le Client peut résilier le Contrat.
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 80, 93),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every text whose clause and position state no exit, for words that end the contract."""
    for text in shared.texts:
        if not text.ends:
            for match in stated(shared, text, "ends"):
                if not any(_ends(shared, name) for name in cited(shared, text, match)):
                    yield Fault(
                        text.source.span(text.body + match.start(), text.body + match.end()),
                        f"{' '.join(match[0].split())!r} ends the contract, and the clause does not state it",
                        "state who may end what: 'ends: {client: whole_or_part}'",
                    )


def _ends(shared: Index, name: str) -> bool:
    master = shared.masters.get(name)
    return master is not None and bool(master.ends)
