"""Somebody signs by delegation or power of attorney, and the act that gives the power has no date.

Who signs beyond his power does not bind the party (C. civ. 1153, 1156). The date lets the other party ask for the
delegation and check that it was in force. State `authority_date`.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.parties import Authority, PartyKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG412"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  client:
    signatory:
      authority: delegation
      #          ^^^^^^^^^^ DG412
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  client:
    signatory:
      authority: delegation
      authority_date: 2026-01-15
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for powers without a date."""
    for side in (PartyKind.CLIENT, PartyKind.PROVIDER):
        signatory = engagement.parties.of(side).signatory
        if signatory.authority is not Authority.LEGAL_REPRESENTATIVE and signatory.authority_date is None:
            yield Fault(
                engagement.at("parties", side, "signatory", "authority"),
                f"the {signatory.authority.replace('_', ' ')} of {signatory.name} has no date",
                "add authority_date",
            )
