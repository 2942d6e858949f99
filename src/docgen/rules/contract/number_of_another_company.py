"""A SIRET or VAT number belongs to another company than the SIREN beside it.

A SIRET is the SIREN and five digits of the establishment; a French VAT number ends with the SIREN. Numbers that
disagree name two companies in one party, which leaves open who is bound. Copy all three from one extract of the
register.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.parties import PartyKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.identifiers import vat_number

CODE = "DG401"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  provider:
    siren: "200 000 008"
    siret: "100 000 009 00017"
    #      ^^^^^^^^^^^^^^^^^^^ DG401
    vat: FR88100000009
    #    ^^^^^^^^^^^^^ DG401
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  provider:
    siren: "200 000 008"
    siret: "200 000 008 00017"
    vat: FR37200000008
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the SIRET and the French VAT number of each party against its SIREN."""
    for side in (PartyKind.CLIENT, PartyKind.PROVIDER):
        party = engagement.parties.of(side)
        siren, siret, vat = (number.replace(" ", "") for number in (party.siren, party.siret, party.vat))
        if len(siren) != 9:
            continue
        if siret and not siret.startswith(siren):
            yield Fault(
                engagement.at("parties", side, "siret"),
                f"SIRET {siret} does not begin with SIREN {siren}",
                "copy both from one extract of the register",
            )
        if vat.startswith("FR") and not vat.endswith(siren):
            yield Fault(
                engagement.at("parties", side, "vat"),
                f"VAT number {vat} does not end with SIREN {siren}",
                f"write {vat_number(siren)!r}, unless the SIREN is wrong",
            )
