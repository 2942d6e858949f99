"""The annexes that an amendment replaces: each with its number, its former version and the new one.

The contract itself is amended article by article.
"""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import paragraph
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each annex whose text changed, or a sentence when none did; () without a comparison."""
    if pack.comparison is None:
        return ()
    locale, say = pack.locale, Wording(pack.locale, "amended-documents")
    annexes = {listed.id: listed.annex for listed in pack.listed}
    body = [
        row(
            locale,
            pack.title(kind),
            say("annex", number=annexes[kind]),
            pack.comparison.old.version,
            pack.comparison.new.version,
        )
        for kind in pack.comparison.changes.documents
        if kind in annexes
    ]
    if not body:
        return (paragraph(locale, say("none")),)
    return (say.table(("document", "place", "old", "new"), body, (44, 20, 18, 18)),)
