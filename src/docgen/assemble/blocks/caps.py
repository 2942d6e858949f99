"""The caps of the penalties, in percent and in money at the fees of the engagement.

The monthly cap is of the fee of each service, or of all where the base is; the yearly cap is of the fees of a contract
year, all services together.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._services import money, percent
from docgen.model.document import Align, Block, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.sla import PenaltyBase
from docgen.sla.rates import share_of

_ALIGNS = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table and a note; () without a cap."""
    words = Wording(pack.locale, "caps")
    rows = tuple(_rows(pack, words))
    if not rows:
        return ()
    return words.table(("cap", "rate", "base", "amount"), rows, (40, 14, 23, 23), _ALIGNS), words.note("note")


def _rows(pack: Pack, words: Wording) -> Iterator[Row]:
    terms, services = pack.engagement.sla.terms, pack.engagement.services
    total = pack.computed.monthly_fee.amount

    def line(label: str, rate: Decimal, fee: Decimal) -> Row:
        figures = (
            percent(pack.locale, rate),
            money(pack, fee),
            money(pack, share_of(fee, rate, terms.rounding)),
        )
        return row(pack.locale, label, *figures, aligns=_ALIGNS)

    if terms.caps.monthly is not None:
        if terms.caps.base is PenaltyBase.SERVICE_MONTHLY_FEE:
            for service in services:
                yield line(
                    words("monthly", service=service.name), terms.caps.monthly, service.monthly_fee.amount
                )
        else:
            yield line(words("monthly_total"), terms.caps.monthly, total)
    if terms.caps.yearly is not None:
        yield line(words("yearly"), terms.caps.yearly, pack.computed.annual_fee.amount)
