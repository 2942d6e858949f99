"""A renewal has no length, no number or no notice.

A renewed contract of which nothing else is said has no fixed term (C. civ. 1214, 1215), and each party may then end
it at any time; without a number, the total duration is open. State `duration`, `max_count` and `notice`, or `mode: none`.
"""

from collections.abc import Iterator

from docgen.model.deal import RenewalMode
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG405"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
term:
  renewal:
# ^^^^^^^ DG405
    mode: tacit
    duration: 12 months
    notice: 3 months
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
term:
  renewal:
    mode: tacit
    duration: 12 months
    notice: 3 months
    max_count: 2
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each limit that a renewal does not state."""
    renewal = engagement.term.renewal
    if renewal.mode is RenewalMode.NONE:
        return
    stated = (
        ("duration", "length", renewal.duration),
        ("max_count", "number", renewal.max_count),
        ("notice", "notice", renewal.notice),
    )
    missing = {key: word for key, word, value in stated if value is None}
    if missing:
        yield Fault(
            engagement.key("term", "renewal"),
            f"the {renewal.mode} renewal has no {' and no '.join(missing.values())}",
            f"add {', '.join(missing)}, or write 'mode: none'",
        )
