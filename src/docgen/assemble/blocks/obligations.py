"""The duties of the provider by legal regime (result, reinforced means, means), with the indicators that measure them.

With the option `brief` a paragraph for each regime lists its duties.
"""

from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Wording, capital, group, row
from docgen.assemble.setting import paragraph
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack

_REGIMES = ("result", "reinforced_means", "means")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, or a paragraph a regime, the strictest regime first."""
    locale, say = pack.locale, Wording(pack.locale, "obligations")
    duties = pack.obligations
    if options.get("brief"):
        listed = ((regime, [item.duty for item in duties if item.regime == regime]) for regime in _REGIMES)
        return tuple(
            paragraph(locale, say("brief", regime=say(f"regimes.{regime}"), duties="; ".join(of_regime)))
            for regime, of_regime in listed
            if of_regime
        )
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
