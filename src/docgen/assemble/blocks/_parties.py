"""Who the parties are, as the law wants them named (C. com. R123-237)."""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Wording
from docgen.model.document import Party
from docgen.model.pack import Pack
from docgen.model.parties import ContractingParty, PartyKind
from docgen.text import formats
from docgen.text.identifiers import grouped

SIDES = (PartyKind.CLIENT, PartyKind.PROVIDER)


def identified(pack: Pack, side: PartyKind) -> Party:
    """A party with the lines that identify it: form and capital, seat, registration, representative."""
    facts = pack.engagement.parties.of(side)
    return Party(_words(pack)(side), pack.locale.typeset(facts.name), tuple(_lines(pack, side, facts)))


def named(pack: Pack, side: PartyKind, role: str) -> Party:
    """A party with its name alone, under the words `role`."""
    return Party(role, pack.locale.typeset(pack.engagement.parties.of(side).name))


def seat(pack: Pack, side: PartyKind) -> str:
    """The address of a party on one line."""
    address = pack.engagement.parties.of(side).address
    parts = (address.street, f"{address.postcode} {address.city}", address.country)
    return pack.locale.typeset(", ".join(part for part in parts if part))


def registration(pack: Pack, side: PartyKind) -> str:
    """How a party is registered: SIREN with the city of its register, SIREN alone, or ''."""
    facts = pack.engagement.parties.of(side)
    if not facts.siren:
        return ""
    siren = grouped(facts.siren.replace(" ", ""))
    if not facts.registry:
        return _words(pack)("siren", siren=siren)
    return _words(pack)("registered", siren=siren, city=facts.registry)


def representative(pack: Pack, side: PartyKind) -> str:
    """Who signs for a party: "Ms First LAST"."""
    signatory = pack.engagement.parties.of(side).signatory
    return pack.locale.typeset(f"{signatory.civility} {signatory.name}")


def _words(pack: Pack) -> Wording:
    return Wording(pack.locale, "parties")


def _lines(pack: Pack, side: PartyKind, facts: ContractingParty) -> Iterator[str]:
    words = _words(pack)
    capital = facts.capital
    if capital is None:
        yield pack.locale.typeset(facts.form)
    else:
        yield words("form", form=facts.form, capital=formats.money(pack.locale, capital, whole=True))
    yield seat(pack, side)
    if registered := registration(pack, side):
        yield registered
    yield words("represented", name=representative(pack, side), title=facts.signatory.title)
