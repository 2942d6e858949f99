"""A condition looks at a fact that no engagement can state.

The fact never holds, so the clause or the document would never be printed, or always. The path is misspelled, or the schema has no
such value. The hint gives the nearest one.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.condition import paths
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known, suggestion
from docgen.rules.values._conditions import place
from docgen.text.diagnostics import Severity

CODE = "DG322"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
when: facts.on_duty or not facts.benchmark
#     ^^^^^^^^^^^^^ DG322
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
when: facts.on_call or not facts.benchmark
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The conditions of all clauses and outlines."""
    stated = [
        (place(clause, fact), fact) for clause in shared.masters.values() for fact in paths(clause.when)
    ]
    stated += [(outline.when_span, fact) for outline in shared.outlines for fact in paths(outline.when)]
    for span, fact in stated:
        if known(fact.path) is None:
            yield Fault(
                span,
                f"there is no fact {'.'.join(fact.path)!r}",
                suggestion(fact.path) or "see the schema of engagements",
            )
