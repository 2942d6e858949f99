"""The contract takes effect before it is signed.

Acts between the two dates would be judged by a contract that did not exist yet: service levels, insurance
and liability are uncertain for that time, and a retroactive effect binds only if the parties state it. Move the date
of effect to the last signature or later, or agree on the retroactive effect in writing and waive this warning.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity

CODE = "DG403"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  effective: 2027-01-01
  #          ^^^^^^^^^^ DG403
signature:
  date: 2027-01-15
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contract:
  effective: 2027-01-15
signature:
  date: 2027-01-15
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the date of effect against that of the signature, or of this version while none is planned."""
    contract = engagement.contract
    signed = engagement.signature.date or contract.date
    if contract.effective < signed:
        yield Fault(
            engagement.at("contract", "effective"),
            f"the contract takes effect on {plain(contract.effective)}, before its signature on {plain(signed)}",
            "let it take effect on the day of the last signature, or later",
        )
