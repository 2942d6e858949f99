"""The numbers of the parties for invoices and payments: SIRET of the seat, VAT number, bank account.

Nothing when the engagement states none of them: form, seat and register stand in the clauses.
"""

from collections.abc import Mapping
from typing import Any

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._parties import SIDES
from docgen.model.document import Block, Table
from docgen.model.pack import Pack
from docgen.text.identifiers import grouped

_NUMBERS = ("siret", "vat", "iban")


def build(pack: Pack, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """One table, a column a party; a number that neither party states is left out."""
    locale, say = pack.locale, Wording(pack.locale, "parties")
    parties = [pack.engagement.values["parties"][side] for side in SIDES]
    body = []
    for name in _NUMBERS:
        stated = [_printed(name, party.get(name) or "") for party in parties]
        if any(stated):
            body.append(row(locale, say(name), *(number or say("none") for number in stated)))
    if not body:
        return ()
    head = (say.head("number", *SIDES),)
    return (Table(say("caption"), head, tuple(body), (24, 38, 38)),)


def _printed(name: str, number: str) -> str:
    plain = number.replace(" ", "")
    if name == "siret":
        return grouped(plain)
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4)) if name == "iban" else plain
