"""Two texts of the library say the same thing word for word.

Two copies drift apart, and a pack that prints both has one duty under two numbers. Keep one clause and refer to it.
Spaces and line breaks do not count; texts shorter than 60 characters are not compared.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG336"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/services/astreinte.fr.md": """\
---
id: services.astreinte
title: Astreinte
owner: legal
review_by: 2027-11-30
---
Chaque indicateur est mesuré sur la période que porte sa fiche, dans la fenêtre du Service.
""",
}

GOOD = {
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

EXPECT = (("clauses/sla-mesure/periode.fr.md", 2, 5, 23),)


SHORTEST = 60


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every text, against those before it in the library."""
    first: dict[tuple[str, str], str] = {}
    for text in shared.texts:
        words = " ".join(text.text.split())
        if len(words) < SHORTEST:
            continue
        other = first.setdefault((text.language, words), text.source.path)
        if other != text.source.path:
            yield Fault(text.place, f"the text is that of {other}", "keep one of them, and refer to it")
