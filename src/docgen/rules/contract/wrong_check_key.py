"""A number of a company or of a bank account does not have its check key.

A SIREN and a SIRET end with a Luhn key (C. com. R123-221), a French VAT number holds the remainder of its SIREN by 97
(CGI ann. II art. 286 ter), an IBAN the key of ISO 13616. A wrong key is an error of typing: the contract would name
another company, or money would go to nobody. Copy the number from the register or from the bank's statement.
"""

from collections.abc import Callable, Iterator, Mapping

from docgen.model.engagement import Engagement, Path
from docgen.model.parties import PartyKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.identifiers import read_iban, read_siren, read_siret, read_vat
from docgen.text.quantities import Misread

CODE = "DG400"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  client:
    siren: "100 000 008"
    #      ^^^^^^^^^^^^^ DG400
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
parties:
  client:
    siren: "100 000 009"
""",
}


_READERS: Mapping[str, Callable[[str], str | Misread]] = {
    "siren": read_siren,
    "siret": read_siret,
    "vat": read_vat,
    "iban": read_iban,
}
_EUROPEAN = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "EL",
        "ES",
        "FI",
        "FR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
        "XI",
    ]
)


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Check each number of the parties, the affiliates and the subcontractors."""
    for path, numbers in _numbers(engagement):
        for key, number in numbers.items():
            if not number or (key == "vat" and number[:2] not in _EUROPEAN):
                continue
            if isinstance(found := _READERS[key](number), Misread):
                yield Fault(engagement.at(*path, key), f"{number!r} {found.message}", found.hint)


def _numbers(engagement: Engagement) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """The numbers of each company, '' where it states none."""
    parties = engagement.parties
    for side in (PartyKind.CLIENT, PartyKind.PROVIDER):
        party = parties.of(side)
        yield (
            ("parties", side),
            {"siren": party.siren, "siret": party.siret, "vat": party.vat, "iban": party.iban},
        )
    for index, affiliate in enumerate(parties.beneficiaries):
        yield ("parties", "beneficiaries", index), {"siren": affiliate.siren}
    for index, company in enumerate(engagement.subcontracting.list):
        yield ("subcontracting", "list", index), {"siren": company.siren}
