"""A condition compares a value with a word that it cannot be.

The comparison never holds. The value is a choice of fixed words, or no text at all, or a number is compared with what
is no quantity. The hint gives the nearest word, or all of them.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.condition import Equals, paths
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.rules.values._conditions import place
from docgen.text.diagnostics import Severity, nearest

CODE = "DG323"
SEVERITY = Severity.ERROR

_QUANTITIES = frozenset({"integer", "number", "money", "percent", "duration"})

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: payment.mode == 'net_day' or not facts.benchmark
#     ^^^^^^^^^^^^ DG323
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
    "clauses/objet/delais.fr.md": """\
---
id: objet.delais
title: Délais
owner: legal
when: facts.benchmark == 1
#     ^^^^^^^^^^^^^^^ DG323
review_by: 2027-11-30
---
Les délais sont francs.
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: payment.mode == 'net_days' or scope.volume_commitment != 0
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The conditions of all clauses."""
    for clause in shared.masters.values():
        for fact in paths(clause.when):
            value = known(fact.path)
            if not isinstance(fact, Equals) or value is None:
                continue
            if isinstance(fact.word, int):
                if value.field.get("type") not in _QUANTITIES:
                    yield Fault(
                        place(clause, fact),
                        f"{'.'.join(fact.path)} is no quantity",
                        "compare a number, an amount, a percentage or a duration",
                    )
            elif value.field.get("type") != "string":
                yield Fault(
                    place(clause, fact),
                    f"{'.'.join(fact.path)} is no word",
                    "compare a choice, or state the fact alone",
                )
            elif value.words and fact.word not in value.words:
                yield Fault(
                    place(clause, fact),
                    f"{'.'.join(fact.path)} is never {fact.word!r}",
                    nearest(fact.word, value.words) or "one of: " + ", ".join(value.words),
                )
