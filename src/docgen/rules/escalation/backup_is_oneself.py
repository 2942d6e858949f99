"""A contact stands in for itself.

The stand-in is called when the contact does not answer; the same person will not answer either. Name another person of
the same party, or leave `backup` out.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import EXAMPLE
from docgen.text.diagnostics import Severity

CODE = "DG474"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": EXAMPLE
    + """\
, backup: sdm}
  #                                                                                                                                                                ^^^ DG474
""",
}
GOOD = {"engagements/demo/engagement.yaml": f"{EXAMPLE}, backup: compte}}\n"}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each person whose backup is the same person."""
    for index, person in enumerate(engagement.people):
        if person.backup == person.id:
            message = f"{person.id!r} stands in for itself"
            yield Fault(
                engagement.at("people", index, "backup"), message, "name another person of the same party"
            )
