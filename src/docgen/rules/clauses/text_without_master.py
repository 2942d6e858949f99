"""A translation or a negotiating position has no master text.

The metadata of a clause (condition, owner, review) is in its standard text in the language of the library.
Without it the text has no condition and no owner, and is never printed. Write the master, or correct the name of the
file.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG337"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/services/astreinte.fallback-1.fr.md": """\
---
rationale: moins cher
---
Le Service s'arrête la nuit.
""",
}

GOOD = {
    "clauses/services/astreinte.fallback-1.fr.md": """\
---
rationale: moins cher
---
Le Service s'arrête la nuit.
""",
    "clauses/services/astreinte.fr.md": """\
---
id: services.astreinte
title: Astreinte
owner: legal
when: facts.on_call
review_by: 2027-11-30
---
Une astreinte couvre chaque Service hors des heures ouvrées.
""",
}

EXPECT = (("clauses/services/astreinte.fallback-1.fr.md", 1, 1, 1),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every text of the library."""
    for text in shared.texts:
        if text.id not in shared.masters:
            yield Fault(
                text.place,
                f"{text.id} has no standard text in {shared.language!r}",
                f"write {text.id.replace('.', '/', 1)}.{shared.language}.md, or correct the name of the file",
            )
