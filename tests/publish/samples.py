"""Versions to publish, with small files in the place of PDFs. Every name is fictional."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from docgen.publish.plan import Offer
from docgen.publish.record import REDLINE, Published, PublishedFile

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'title'"


def published_file(name: str, content: bytes, title: str = "") -> PublishedFile:
    kind = name.removesuffix(".pdf")
    return PublishedFile(name, kind, title or kind.capitalize(), 3, len(content), sha256(content).hexdigest())


def offer(engagement: str, version: str, *, text: str = "", redline: bytes = b"", **said: object) -> Offer:
    """A version whose two files hold `text`, with a redline where one is given."""
    told = f"{engagement} {version} {text}".encode()
    contents = {"pack.pdf": b"pack " + told, "contract.pdf": b"contract " + told}
    files = tuple(published_file(name, content) for name, content in contents.items())
    if redline:
        contents[REDLINE] = redline
        files += (published_file(REDLINE, redline),)
    record = Published(
        engagement=engagement,
        reference=f"{engagement.upper()}-2026-001",
        title=f"Infogérance de {engagement.capitalize()}",
        client="AURORE FICTIVE",
        provider="CUMULUS IMAGINAIRE",
        language="fr",
        version=version,
        day=date(2026, 11, 24),
        files=files,
    )
    if not record.draft:
        record = replace(record, level="major", reason="Signature", seal=sha256(told).hexdigest())
    return Offer(replace(record, **said), contents)  # type: ignore[arg-type]


def record(engagement: str, version: str, **said: object) -> Published:
    return offer(engagement, version, **said).record  # type: ignore[arg-type]


def many() -> tuple[Published, ...]:
    """A target as it may be after a year: drafts, releases, signed and superseded versions, a hostile title."""
    return (
        record("aurore", "1.0.0", signed=date(2026, 12, 1)),
        record(
            "aurore",
            "1.1.0",
            day=date(2027, 2, 1),
            level="minor",
            reason="Nouveaux interlocuteurs",
            signed=date(2027, 2, 10),
            redline=b"1",
            former="1.0.0",
        ),
        record(
            "aurore", "2.0.0", day=date(2027, 5, 3), reason="Pénalités révisées", redline=b"2", former="1.1.0"
        ),
        record("aurore", "2.0.1-draft", day=date(2027, 5, 4), redline=b"3", former="2.0.0"),
        record("boulange", "1.0.0-draft"),
        record("mairie", "1.0.0", title=HOSTILE, client=HOSTILE, reason=HOSTILE, language="en"),
    )
