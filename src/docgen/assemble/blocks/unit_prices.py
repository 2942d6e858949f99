"""The price by which each line of the inventory is adjusted, excluding VAT; nothing when no line names its work unit."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack

_ALIGNS = (Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table: line of the inventory, quantity of reference, work unit, unit price."""
    locale, say = pack.locale, Wording(pack.locale, "unit-prices")
    units = {unit.id: unit for unit in pack.engagement.price.units}
    body = tuple(
        row(
            locale,
            capital(line.item),
            show(locale, line.quantity),
            unit.id,
            show(locale, unit.price),
            aligns=_ALIGNS,
        )
        for line in pack.engagement.scope.baseline
        if (unit := units.get(line.unit)) is not None
    )
    return (
        (say.table(("item", "quantity", "unit", "price"), body, (40, 16, 26, 18), _ALIGNS),) if body else ()
    )
