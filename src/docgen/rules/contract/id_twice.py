"""Two things of one list have the same identifier.

Whatever names it means one of the two, and the reader cannot tell which; blocks and rules would see only one of them.
Give one of the two another identifier, or remove it where it is the same thing. Activities share one list across the
processes of the matrix.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._names import entries
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

CODE = "DG459"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
  - {id: rapports, duty: remettre les rapports, regime: means}
  - {id: rapports, duty: remettre le rapport annuel, regime: means}
  #      ^^^^^^^^ DG459
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
  - {id: rapports, duty: remettre les rapports, regime: means}
  - {id: rapport-annuel, duty: remettre le rapport annuel, regime: means}
""",
}

APART = ("documents", "list")
"""The order of precedence: a document listed twice there is a fault of its own."""


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each item after the first with an identifier of its list."""
    first: dict[tuple[tuple[str, ...], str], Span] = {}
    for entry in entries(engagement):
        place = engagement.at(*entry.path, "id")
        former = first.setdefault((entry.list, entry.id), place)
        if former is not place and entry.list != APART:
            message = f"identifier {entry.id!r} occurs twice in {'.'.join(entry.list)}"
            yield Fault(
                place,
                message,
                f"it is first on line {former.line} of {former.path}: give one another name",
            )
