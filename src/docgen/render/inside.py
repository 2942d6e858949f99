"""What a PDF says of itself: the entries that docgen puts into its metadata."""

from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class Inside:
    """The entries of a PDF; '' for one that it does not have."""

    engagement: str = ""
    reference: str = ""
    version: str = ""
    document: str = ""
    seal: str = ""


_ENTRIES = {
    "engagement": "/docgenEngagement",
    "reference": "/docgenReference",
    "version": "/docgenVersion",
    "document": "/docgenDocument",
    "seal": "/docgenSeal",
}


def inside(content: bytes) -> Inside | None:
    """What a PDF says of itself, None when the bytes are no PDF that can be read (encrypted, damaged, something else)."""
    from pikepdf import PasswordError, Pdf, PdfError

    try:
        with Pdf.open(BytesIO(content)) as pdf:
            told = {str(name): str(value) for name, value in pdf.docinfo.items()}
    except (PdfError, PasswordError):
        return None
    return Inside(**{field: told.get(entry, "") for field, entry in _ENTRIES.items()})
