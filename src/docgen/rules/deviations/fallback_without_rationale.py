"""A fallback position does not say why it may be taken, or who must approve it.

Whoever negotiates later sees only the text, and cannot weigh it against its cost; without an approver anybody may
give it away. Write `rationale` and `approver` in the front matter.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG356"
SEVERITY = Severity.WARNING

BAD = {
    "clauses/services/niveaux.fallback-1.fr.md": """\
---
rationale: moins cher, mais sans engagement chiffré
---
Chaque Service est rendu au mieux.
""",
}

GOOD = {
    "clauses/services/niveaux.fallback-1.fr.md": """\
---
rationale: moins cher, mais sans engagement chiffré
approver: delivery
---
Chaque Service est rendu au mieux.
""",
}

EXPECT = (("clauses/services/niveaux.fallback-1.fr.md", 1, 1, 1),)


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every text in another position than standard, in the language of the library."""
    for text in shared.texts:
        if not text.deviates or text.language != shared.language:
            continue
        missing = [
            name for name, value in (("rationale", text.rationale), ("approver", text.approver)) if not value
        ]
        if missing:
            yield Fault(
                text.place,
                f"{text.id} at {text.position} has no {' and no '.join(missing)}",
                "write why one may accept it, and the role that must approve it",
            )
