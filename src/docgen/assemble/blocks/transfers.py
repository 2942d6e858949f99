"""The transfers of personal data outside the European Economic Area that the client instructs, each with its ground."""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import paragraph
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a transfer; nothing where data stay in the Area, a sentence where no transfer is instructed yet."""
    locale, say = pack.locale, Wording(pack.locale, "transfers")
    if not pack.engagement.facts.transfers_outside_eea:
        return ()
    body = tuple(row(locale, *transfer) for transfer in pack.engagement.dpa.transfers)
    if not body:
        return (paragraph(locale, say("none")),)
    return (say.table(("recipient", "country", "purpose", "basis"), body, (28, 14, 28, 30)),)
