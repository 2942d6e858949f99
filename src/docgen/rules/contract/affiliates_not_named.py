"""The contract serves a group whose affiliates are not named, or names affiliates that it does not serve.

A contract binds its parties only (C. civ. 1199); affiliates that benefit from it are listed, and the clauses on their
rights (C. civ. 1205) are turned on by `facts.group_contract`. State both or neither.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG413"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  group_contract: true
  #               ^^^^ DG413
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  group_contract: true
parties:
  beneficiaries:
    - {name: FILIALE EXEMPLE, siren: "300 000 007"}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the list of affiliates against the fact that turns their clauses on."""
    serves = engagement.facts.group_contract
    named = engagement.parties.beneficiaries
    if serves and not named:
        yield Fault(
            engagement.at("facts", "group_contract"),
            "the contract serves a group, and no affiliate is named",
            "list them in parties.beneficiaries",
        )
    if named and not serves:
        yield Fault(
            engagement.key("parties", "beneficiaries"),
            "affiliates are named, and facts.group_contract is false",
            "write 'group_contract: true', or remove the list",
        )
