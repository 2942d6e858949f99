"""The table of the versions of a pack."""

from collections.abc import Sequence

from docgen.assemble.blocks._layout import Wording, lines, row
from docgen.model.document import Table
from docgen.model.pack import Revision
from docgen.text import formats


def revisions(say: Wording, history: Sequence[Revision]) -> Table:
    """One row a revision, in the order given; `say` holds the caption, the heads and the natures."""
    locale = say.locale
    body = (
        row(
            locale,
            revision.version,
            formats.date_short(locale, revision.date),
            revision.author,
            say(f"natures.{revision.nature}"),
            lines(locale, revision.summary),
        )
        for revision in history
    )
    return say.table(("version", "date", "author", "nature", "summary"), body, (14, 12, 19, 15, 40))
