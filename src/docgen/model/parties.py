"""Who contracts: the parties, who signs for them, who benefits."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Money


class PartyKind(StrEnum):
    """The party that a person belongs to."""

    CLIENT = "client"
    PROVIDER = "provider"
    THIRD = "third"

    @property
    def other(self) -> "PartyKind":
        """The party across the table; a third party has none, and is returned itself."""
        across = {PartyKind.CLIENT: PartyKind.PROVIDER, PartyKind.PROVIDER: PartyKind.CLIENT}
        return across.get(self, self)


class Authority(StrEnum):
    """Source of the power to sign."""

    LEGAL_REPRESENTATIVE = "legal_representative"
    DELEGATION = "delegation"
    POWER_OF_ATTORNEY = "power_of_attorney"


class Address(NamedTuple):
    """A postal address; `country` is '' in France."""

    street: str
    postcode: str
    city: str
    country: str = ""


class Signatory(NamedTuple):
    """The signatory of a party, and the source of the power to sign (C. civ. 1153)."""

    civility: str
    name: str
    title: str
    authority: Authority
    authority_date: date | None = None


class ContractingParty(NamedTuple):
    """A party as the law wants it named (C. com. R123-237); an identifier that it does not have is ''."""

    name: str
    form: str
    address: Address
    merchant: bool
    signatory: Signatory
    capital: Money | None = None
    registry: str = ""
    siren: str = ""
    siret: str = ""
    vat: str = ""
    iban: str = ""
    checked_on: date | None = None


class Affiliate(NamedTuple):
    """A company of the client's group that benefits from the services."""

    name: str
    siren: str


class Parties(NamedTuple):
    """Who contracts, and who benefits."""

    client: ContractingParty
    provider: ContractingParty
    beneficiaries: tuple[Affiliate, ...] = ()

    def of(self, side: PartyKind) -> ContractingParty:
        """The party of a side."""
        return self.client if side is PartyKind.CLIENT else self.provider
