"""Two terms differ only by their case, accents, hyphens or plural.

A reader cannot tell 'Sous-traitant' from 'Sous-Traitant', and a slip of the pen changes the meaning. Choose terms
that differ by a word, or make one of them a form of the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG353"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/definitions/veille.fr.md": """\
---
id: definitions.veille
title: Veille
owner: legal
when: facts.on_call
term: Sérvice
#     ^^^^^^^ DG353
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
        first: dict[str, tuple[str, str]] = {}
        for clause in shared.vocabulary(language).definitions:
            stated = {
                clause.term: "term",
                **{form: f"forms.{rank}" for rank, form in enumerate(clause.forms)},
            }
            for form, field in stated.items():
                other, written = first.setdefault(_folded(form), (clause.id, form))
                if other != clause.id and written != form:
                    yield Fault(
                        clause.at(field),
                        f"{form!r} and {written!r} of {other} look alike",
                        "choose terms that differ by a word",
                    )


def _folded(term: str) -> str:
    """Letters in lower case without accents; words without their plural."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", term.casefold()) if not unicodedata.combining(sign)
    )
    return " ".join(word.rstrip("sx") for word in re.split(r"[\W_]+", plain) if word)
