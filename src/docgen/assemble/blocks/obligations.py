"""The duties of the provider by legal regime (result, reinforced means, means), with the indicators that measure them."""

from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Wording, capital, group, row
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack

_REGIMES = ("result", "reinforced_means", "means")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, the strictest regime first."""
    locale, say = pack.locale, Wording(pack.locale, "obligations")
    duties = pack.engagement.obligations
    sheets = pack.engagement.sla.sheets
    body = []
    for regime in _REGIMES:
        of_regime = [item for item in duties if item.regime == regime]
        if of_regime:
            body.append(group(locale, say(f"regimes.{regime}"), 2))
        for item in of_regime:
            measured = [sheet.indicator.title for sheet in sheets if sheet.obligation == item.id]
            body.append(row(locale, capital(item.duty), items(locale, measured) or say("none")))
    return (say.table(("duty", "indicators"), body, (58, 42)),)
