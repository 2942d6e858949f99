"""The metadata of a PDF: the entries that docgen writes."""

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
    """The metadata of a PDF, None if the bytes are no readable PDF (encrypted, damaged, something else)."""
    from pikepdf import PasswordError, Pdf, PdfError

    try:
        with Pdf.open(BytesIO(content)) as pdf:
            entries = {str(name): str(value) for name, value in pdf.docinfo.items()}
    except (PdfError, PasswordError):
        return None
    return Inside(**{field: entries.get(entry, "") for field, entry in _ENTRIES.items()})
