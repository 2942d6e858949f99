"""The documents that the parties exchanged before signing and relied on (C. civ. 1112-1)."""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import show
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the engagement: title, version, date."""
    locale, say = pack.locale, Wording(pack.locale, "exchanged-documents")
    exchanged = pack.engagement.preamble.exchanged
    body = (
        row(locale, item.document, item.version or say("unversioned"), show(locale, item.date))
        for item in exchanged
    )
    return (say.table(("document", "version", "date"), body, (62, 14, 24)),)
