"""Who the parties are, as the law wants them named (C. com. R123-237)."""

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.assemble.blocks._layout import Wording
from docgen.model.document import Party
from docgen.model.governance import CLIENT, PROVIDER
from docgen.model.pack import Pack
from docgen.text import formats
from docgen.text.identifiers import grouped

SIDES = (CLIENT, PROVIDER)


def identified(pack: Pack, side: str) -> Party:
    """A party with the lines that identify it: form and capital, seat, registration, representative."""
    facts: Mapping[str, Any] = pack.engagement.values["parties"][side]
    return Party(_words(pack)(side), pack.locale.typeset(facts["name"]), tuple(_lines(pack, side, facts)))


def named(pack: Pack, side: str, role: str) -> Party:
    """A party with its name alone, under the words `role`."""
    return Party(role, pack.locale.typeset(pack.engagement.values["parties"][side]["name"]))


def seat(pack: Pack, side: str) -> str:
    """The address of a party on one line."""
    address = pack.engagement.values["parties"][side]["address"]
    parts = (address["street"], f"{address['postcode']} {address['city']}", address.get("country"))
    return pack.locale.typeset(", ".join(part for part in parts if part))


def registration(pack: Pack, side: str) -> str:
    """How a party is registered: SIREN with the city of its register, SIREN alone, or ''."""
    facts = pack.engagement.values["parties"][side]
    if not facts.get("siren"):
        return ""
    siren = grouped(facts["siren"].replace(" ", ""))
    if not facts.get("registry"):
        return _words(pack)("siren", siren=siren)
    return _words(pack)("registered", siren=siren, city=facts["registry"])


def representative(pack: Pack, side: str) -> str:
    """Who signs for a party: "Ms First LAST"."""
    signatory = pack.engagement.values["parties"][side]["signatory"]
    return pack.locale.typeset(f"{signatory['civility']} {signatory['name']}")


def _words(pack: Pack) -> Wording:
    return Wording(pack.locale, "parties")


def _lines(pack: Pack, side: str, facts: Mapping[str, Any]) -> Iterator[str]:
    words = _words(pack)
    capital = facts.get("capital")
    if capital is None:
        yield pack.locale.typeset(facts["form"])
    else:
        yield words("form", form=facts["form"], capital=formats.money(pack.locale, capital, whole=True))
    yield seat(pack, side)
    if registered := registration(pack, side):
        yield registered
    yield words("represented", name=representative(pack, side), title=facts["signatory"]["title"])
