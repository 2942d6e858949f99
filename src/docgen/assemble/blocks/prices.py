"""The fees: each service by month and by year, their totals, and the price of the take-over; excluding VAT."""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.quantities import Money

_ALIGNS = (Align.LEFT, Align.RIGHT, Align.RIGHT)
_TOTAL = (Tone.TOTAL,) * 3


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table of fees with a row of totals, and one of fixed prices."""
    locale, say = pack.locale, Wording(pack.locale, "prices")
    body = [
        row(
            locale,
            service.name,
            show(locale, fee),
            show(locale, Money(fee.amount * 12, fee.currency)),
            aligns=_ALIGNS,
        )
        for service in pack.engagement.services
        for fee in (service.monthly_fee,)
    ]
    monthly, annual = (show(locale, fee) for fee in (pack.computed.monthly_fee, pack.computed.annual_fee))
    body.append(row(locale, say("total"), monthly, annual, aligns=_ALIGNS, tones=_TOTAL))
    fees = say.table(("service", "monthly", "annual"), body, (50, 25, 25), _ALIGNS)
    transition = show(locale, pack.engagement.transition.price)
    fixed = row(locale, say("transition"), transition, aligns=(Align.LEFT, Align.RIGHT))
    return (
        fees,
        say.table(("fixed", "amount"), (fixed,), (75, 25), (Align.LEFT, Align.RIGHT), say("fixed_caption")),
    )
