"""A clause claims to satisfy a requirement, and its text holds nothing of what the requirement asks.

A claim that nobody checks is worse than none: an auditor finds a clause that is said to state the custom-built status of a
service and does not mention it. For each requirement under `judging.evidence` in the locale file, the text says one of its
words or prints one of its values. Write what the requirement asks, or take the claim away.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4820"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
satisfies: [DA-31]
#           ^^^^^ DG4820
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
satisfies: [DA-31]
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}. Aucun Service n'est conçu sur mesure pour le Client.
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Claims of each text, a position under those of its master, against what the requirement asks."""
    for text in shared.texts:
        locale = shared.locales.get(text.language)
        for rank, requirement in enumerate(text.satisfies):
            asked = locale.words.get(f"judging.evidence.{requirement}") if locale is not None else None
            if asked is not None and not re.search(asked, text.text, re.IGNORECASE):
                yield Fault(
                    text.at(f"satisfies.{rank}"),
                    f"{text.id} claims to satisfy {requirement}, and its text holds nothing of it",
                    "write what the requirement asks, or take the claim away",
                )
