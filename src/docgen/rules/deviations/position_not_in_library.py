"""An engagement takes a position that the library does not have.

The pack would print the standard text in its place, and list a deviation that was never made. Write the text of the
position (`<name>.fallback-1.<language>.md`), or choose one that exists.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG344"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - clause: services.niveaux
    position: fallback-1
    #         ^^^^^^^^^^ DG344
    reason: demande du client
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - clause: services.niveaux
    position: fallback-1
    reason: demande du client
""",
    "clauses/services/niveaux.fallback-1.fr.md": """\
---
rationale: moins cher
---
Chaque Service est rendu au mieux.
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """`positions`, for clauses that exist."""
    for rank, item in enumerate(engagement.positions):
        name, position = item.clause, item.position
        there = shared.library.clauses.get(name)
        if there is not None and shared.library.find(name, engagement.language, position) is None:
            yield Fault(
                engagement.at("positions", rank, "position"),
                f"{name} has no position {position!r} in {engagement.language!r}",
                "its positions: " + ", ".join(sorted(there)),
            )
