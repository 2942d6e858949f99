"""The inventory of reference: the items of the perimeter with their quantities, by service."""

from docgen.assemble.blocks._layout import Wording, capital, group, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, the lines of each service together, with the range in which a quantity may vary."""
    locale, say = pack.locale, Wording(pack.locale, "inventory")
    scope = pack.engagement.scope
    aligns = (Align.LEFT, Align.RIGHT)
    body = []
    for service in pack.engagement.services:
        of_service = [item for item in scope.baseline if item.service == service.id]
        if of_service:
            body.append(group(locale, service.name, len(aligns)))
            body += [
                row(locale, capital(item.item), show(locale, item.quantity), aligns=aligns)
                for item in of_service
            ]
    if not body:
        return ()
    note = say.note("note", band=show(locale, scope.band))
    return (say.table(("item", "quantity"), body, (70, 30), aligns), note)
