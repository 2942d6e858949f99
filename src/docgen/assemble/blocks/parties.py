"""The numbers of the parties for invoices and payments: SIRET of the seat, VAT number, bank account.

Nothing when the engagement states none of them: form, seat and register are in the clauses.
"""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._parties import SIDES
from docgen.model.document import Block, Table
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.identifiers import grouped


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a column a party; a number that neither party states is left out."""
    locale, say = pack.locale, Wording(pack.locale, "parties")
    parties = [pack.engagement.parties.of(side) for side in SIDES]
    body = []
    for name, numbers in (
        ("siret", [grouped(_compact(party.siret)) for party in parties]),
        ("vat", [_compact(party.vat) for party in parties]),
        ("iban", [_by_four(_compact(party.iban)) for party in parties]),
    ):
        if any(numbers):
            body.append(row(locale, say(name), *(number or say("none") for number in numbers)))
    if not body:
        return ()
    head = (say.head("number", *SIDES),)
    return (Table(say("caption"), head, tuple(body), (24, 38, 38)),)


def _compact(number: str) -> str:
    return number.replace(" ", "")


def _by_four(number: str) -> str:
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
