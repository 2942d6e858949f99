"""A liability cap does not reserve the cases that no cap can limit.

A cap has no effect on gross negligence or wilful default (C. civ. 1231-3, 1231-4) and cannot touch bodily injury: a
clause that claims otherwise puts the whole cap at risk. Keep `bodily_injury`, `gross_negligence` and `wilful_default`
among the carve-outs.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG410"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
liability:
  carve_outs: [bodily_injury, wilful_default]
# ^^^^^^^^^^ DG410
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
liability:
  carve_outs: [bodily_injury, gross_negligence, wilful_default]
""",
}


_ALWAYS = ("bodily_injury", "gross_negligence", "wilful_default")


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for the cases that no cap can limit."""
    found = engagement.liability.carve_outs
    missing = [case for case in _ALWAYS if case not in found]
    if missing:
        yield Fault(
            engagement.key("liability", "carve_outs"),
            f"the liability cap does not reserve {' and '.join(missing)}",
            f"add {', '.join(missing)}",
        )
