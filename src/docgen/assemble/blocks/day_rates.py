"""The day rate of each profile, excluding VAT; nothing when no work is charged by time."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table: profile, rate for a day."""
    locale, say = pack.locale, Wording(pack.locale, "day-rates")
    rates = pack.engagement.price.day_rates
    if not rates:
        return ()
    aligns = (Align.LEFT, Align.RIGHT)
    body = (row(locale, capital(item.profile), show(locale, item.rate), aligns=aligns) for item in rates)
    return (say.table(("profile", "rate"), body, (72, 28), aligns),)
