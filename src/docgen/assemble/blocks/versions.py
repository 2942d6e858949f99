"""The change log: the versions of the pack, the latest first, with what each changed."""

from collections.abc import Mapping
from typing import Any

from docgen.assemble.blocks._layout import Wording
from docgen.assemble.blocks._revisions import revisions
from docgen.model.document import Block
from docgen.model.pack import Pack


def build(pack: Pack, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """One table, a row for each revision; of a draft, a note that says what it is."""
    if not pack.history:
        return ()
    say = Wording(pack.locale, "history")
    table = revisions(say, pack.history[::-1])
    return (table, say.note("draft_note")) if pack.draft else (table,)
