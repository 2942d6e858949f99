"""The notice of non-renewal is not shorter than the term that it ends.

With a notice as long as the term or as the renewal, the last day to give notice lies on or before the first day of the
period: nobody can prevent the renewal any more. Shorten the notice, or lengthen the period (C. civ. 1210 to 1215).
"""

from collections.abc import Iterator

from docgen.model.deal import RenewalMode
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG404"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
term:
  renewal:
    mode: tacit
    duration: 6 months
    notice: 6 months
    #       ^^^^^^^^ DG404
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
term:
  renewal:
    mode: tacit
    duration: 12 months
    notice: 6 months
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the notice against the firm term and the length of a renewal."""
    term = engagement.term
    renewal = term.renewal
    notice = renewal.notice
    if renewal.mode is RenewalMode.NONE or notice is None:
        return
    for part, period in (("firm term", term.initial), ("renewal", renewal.duration)):
        if period is not None and notice.months >= period.months:
            yield Fault(
                engagement.at("term", "renewal", "notice"),
                f"a notice of {plain(notice)} is not shorter than the {part} of {plain(period)}",
                "shorten the notice",
            )
            return
