"""A document occurs twice in the order of precedence.

It would have two numbers and two ranks, and nobody could say which document prevails. Keep the one that was agreed.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG373"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
documents:
  list:
    - {id: sla-annex}
    - {id: pas, title: Plan d'assurance sécurité}
    - {id: sla-annex}
    #      ^^^^^^^^^ DG373
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
documents:
  list:
    - {id: sla-annex}
    - {id: pas, title: Plan d'assurance sécurité}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """`documents.list`, by id and by title."""
    seen: set[str] = set()
    for rank, item in enumerate(engagement.documents.list):
        for field, name in (("id", item.id), ("title", item.title)):
            if name and name in seen:
                yield Fault(
                    engagement.at("documents", "list", rank, field),
                    f"{name!r} is listed twice",
                    "keep one of them",
                )
                break
        seen |= {item.id, item.title or item.id}
