"""Two clauses define the same term.

A term has one meaning; with two, each party keeps the one that suits it. Keep one definition, or give them
different terms. The other forms of a term (`forms`) and its plural count as well.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG352"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/definitions/veille.fr.md": """\
---
id: definitions.veille
title: Veille
owner: legal
when: facts.on_call
term: Service
#     ^^^^^^^ DG352
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
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Terms and their forms as they are stated, in each language."""
    for language in sorted({text.language for text in shared.texts if text.term}):
        first: dict[str, str] = {}
        for clause in shared.vocabulary(language).definitions:
            stated = {
                clause.term: "term",
                **{form: f"forms.{rank}" for rank, form in enumerate(clause.forms)},
            }
            for form, field in stated.items():
                other = first.setdefault(form, clause.id)
                if other != clause.id:
                    yield Fault(
                        clause.at(field), f"{form!r} is defined by {other} too", "keep one definition"
                    )
