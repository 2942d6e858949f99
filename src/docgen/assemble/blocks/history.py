"""The versions of the pack, the first one first: version, date, author, nature and summary of each."""

from docgen.assemble.blocks._front import fronted
from docgen.assemble.blocks._layout import Wording
from docgen.assemble.blocks._revisions import revisions
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each revision of the pack."""
    if not fronted(pack, options):
        return ()
    return (revisions(Wording(pack.locale, "history"), pack.history),) if pack.history else ()
