"""What the pages of a document say of it: its status, and the word behind their text."""

from docgen.model.outline import Outline
from docgen.model.pack import Pack


def status(pack: Pack, outline: Outline | None) -> str:
    """The status of a document: internal, a draft, or the version for signature."""
    if outline is not None and outline.internal:
        return pack.locale.text("status.internal")
    return pack.locale.text("status.draft" if pack.draft else "status.final")


def watermark(pack: Pack, outline: Outline) -> str:
    """The word behind the text of each page; '' of a version for signature."""
    if outline.internal:
        return pack.locale.text("document.internal")
    return pack.locale.text("document.watermark") if pack.draft else ""
