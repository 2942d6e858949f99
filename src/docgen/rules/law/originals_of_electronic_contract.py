"""A contract that is signed electronically states a number of paper originals.

On paper there are as many originals as parties with a distinct interest, and each says how many (C. civ. 1375); a file
that is signed electronically meets this by being accessible to each party, and has neither originals nor a place of
signature. Remove the number and the place, or write `mode: paper`.
"""

from collections.abc import Iterator

from docgen.model.deal import SignatureMode
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG497"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
signature:
  mode: electronic
  originals: 2
# ^^^^^^^^^ DG497
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
signature:
  mode: paper
  originals: 2
  place: Lyon
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report the number of originals of a contract signed electronically."""
    signature = engagement.signature
    if signature.mode is not SignatureMode.ELECTRONIC:
        return
    for key, stated in (("originals", signature.originals is not None), ("place", bool(signature.place))):
        if stated:
            yield Fault(
                engagement.key("signature", key),
                f"an electronic signature has no {key} (C. civ. 1375)",
                "remove it, or write 'mode: paper'",
            )
