"""The price of each work unit, excluding VAT; nothing when the contract has none."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table: reference, unit, unit price."""
    locale, say = pack.locale, Wording(pack.locale, "work-units")
    units = pack.engagement.price.units
    if not units:
        return ()
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT)
    body = (
        row(locale, item.id, capital(item.name), show(locale, item.price), aligns=aligns) for item in units
    )
    return (say.table(("reference", "unit", "price"), body, (28, 52, 20), aligns),)
