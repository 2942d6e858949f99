"""A priority has no response times, or has them twice in one window.

A ticket of a priority without times can wait for ever; one with two rows in the same window has two deadlines, and each
party will read its own. Write one row for each priority and window.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import responses
from docgen.text.diagnostics import Severity

CODE = "DG422"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
    - {priority: P2, window: HO, gti: 2 h, gtr: 9 h, update: 2 h, workaround: true}
    #            ^^ DG422
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Count the rows of each priority and window."""
    seen: set[tuple[str, str]] = set()
    for path, response in responses(engagement):
        row = response.target.priority, response.target.window
        if row in seen:
            yield Fault(
                engagement.at(*path, "priority"),
                f"{row[0]} has response times twice in {row[1]!r}",
                "keep one row",
            )
        seen.add(row)
    served = {priority for priority, _ in seen}
    for index, meaning in enumerate(engagement.sla.priorities):
        if meaning.priority.id not in served:
            yield Fault(
                engagement.at("sla", "priorities", index, "id"),
                f"priority {meaning.priority.id} has no response times",
                "add a row to sla.responses",
            )
