"""A clause of the pack uses a term whose definition the pack leaves out.

A capital announces a meaning agreed; without the definition the word means what each party says. Give the
definition the condition of the clauses that use it, or write the word without a capital.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._terms import opens_sentence
from docgen.text.diagnostics import Severity

CODE = "DG350"
SEVERITY = Severity.ERROR

BAD = {
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

GOOD = {
    "clauses/definitions/veille.fr.md": """\
---
id: definitions.veille
title: Veille
owner: legal
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

EXPECT = (("clauses/objet/objet.fr.md", 7, 31, 37),)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The first use of each such term in each clause that was chosen; the first word of a sentence does not tell."""
    terms = shared.vocabulary(pack.locale.code)
    left_out = tuple(
        clause
        for clause in terms.definitions
        if clause.id not in pack.chosen and clause.topic in shared.glossaries
    )
    if not left_out:
        return
    wanted = {clause.id: clause.term for clause in left_out}
    for clause in pack.chosen.values():
        prose = shared.prose(clause)
        seen: set[str] = set()
        for use in terms.uses[clause.source.path]:
            if use.clause in wanted and use.clause not in seen and not opens_sentence(prose, use.start):
                seen.add(use.clause)
                yield Fault(
                    clause.source.span(clause.body + use.start, clause.body + use.end),
                    f"the pack of {pack.engagement.id} does not define {wanted[use.clause]!r}",
                    f"let {use.clause} apply where this clause does, or write the word without a capital",
                )
