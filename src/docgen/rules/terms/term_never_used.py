"""A defined term is never used.

A definition that no clause uses is dead weight, and a sign that the clauses say the thing in other words. Use the
term, or delete the definition. Terms used by the values of an engagement or by blocks only may be waived.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._terms import uses
from docgen.rules.terms._words import elsewhere
from docgen.text.diagnostics import Severity

CODE = "DG351"
SEVERITY = Severity.NOTE

BAD = {
    "clauses/definitions/veille.fr.md": """\
---
id: definitions.veille
title: Veille
owner: legal
when: facts.on_call
term: Veille
#     ^^^^^^ DG351
review_by: 2027-11-30
---
désigne la disponibilité du personnel hors des heures ouvrées.
""",
}

GOOD = {
    "clauses/definitions/veille.fr.md": """\
---
id: definitions.veille
title: Veille
owner: legal
when: facts.on_call
term: Veille
review_by: 2027-11-30
---
désigne la disponibilité du personnel hors des heures ouvrées.
""",
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent d'une Veille.
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every term, against all clauses of its language, the titles, the default terms and the words of the locale."""
    for language in sorted({text.language for text in shared.texts if text.term}):
        terms = shared.vocabulary(language)
        used = {use.clause for use in uses("\n\n".join(elsewhere(shared, language)), terms.lexicon)}
        for text in terms.texts:
            used |= {use.clause for use in terms.uses[text.source.path] if use.clause != text.id}
        for clause in terms.definitions:
            if clause.id not in used:
                yield Fault(
                    clause.at("term"),
                    f"no clause uses the term {clause.term!r}",
                    "use it, or delete the definition",
                )
