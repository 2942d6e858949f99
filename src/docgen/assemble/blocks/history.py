"""The versions of the pack, the first one first: version, date, author, nature and summary of each."""

from docgen.assemble.blocks._layout import Wording
from docgen.assemble.blocks._revisions import revisions
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.profile import Profile


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each revision of the pack."""
    if pack.engagement.profile is Profile.SHORT:  # it begins with its text
        return ()
    return (revisions(Wording(pack.locale, "history"), pack.history),) if pack.history else ()
