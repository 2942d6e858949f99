"""The record of one version of a pack at a target: `<engagement>/<version>/publication.json`.

The record is written after the files that it names: a version without a record is not published yet.
Faults: DG643 (a record that cannot be read).
"""

import json
from dataclasses import asdict, dataclass
from datetime import date

from docgen.history.version import DRAFT, FIRST, Version, read_version
from docgen.read.schemas.publication import PUBLICATION
from docgen.read.shape import shape
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import RECORD_UNREADABLE
from docgen.text.source import Span

RECORD = "publication.json"
REDLINE = "redline.pdf"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A PDF; `title` is in the language of the engagement, `size` in bytes. Kind `pack` is all documents in one file."""

    file: str
    kind: str
    title: str
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Published:
    """A version of a pack. `former` is the release that its redline compares with, '' without one; `level`, `reason`
    and `seal` are those of the release, '' for a draft; `signed` is the day of the last signature."""

    engagement: str
    reference: str
    title: str
    client: str
    provider: str
    language: str
    version: str
    day: date
    level: str = ""
    reason: str = ""
    seal: str = ""
    former: str = ""
    signed: date | None = None
    files: tuple[PublishedFile, ...] = ()

    @property
    def draft(self) -> bool:
        """True if it was not released."""
        return self.version.endswith(DRAFT)

    @property
    def number(self) -> Version:
        """The version, or the one that a draft is meant to become, as a value that can be compared."""
        return number_of(self.version)

    @property
    def folder(self) -> str:
        """Its folder, from the root of the target."""
        return f"{self.engagement}/{self.version}"

    @property
    def documents(self) -> tuple[PublishedFile, ...]:
        """The files that were built: all but the redline."""
        return tuple(file for file in self.files if file.file != REDLINE)

    @property
    def redline(self) -> PublishedFile | None:
        """The comparison with the former release."""
        return next((file for file in self.files if file.file == REDLINE), None)


def number_of(version: str) -> Version:
    """The version of a text such as `1.1.0` or `1.1.0-draft`, as a value that can be compared."""
    return read_version(version.removesuffix(DRAFT)) or FIRST


def write_record(record: Published) -> bytes:
    """The JSON text of a record."""
    values = {name: value for name, value in asdict(record).items() if value not in ("", None)}
    return (json.dumps(values, ensure_ascii=False, indent=2, default=date.isoformat) + "\n").encode()


def read_record(path: str, content: bytes) -> Checked[Published | None]:
    """The record of a file of the target."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return Checked(None, (_unreadable(path, "it is not JSON"),))
    typed, faults = validate(PUBLICATION, values, {}, {}, Span(path))
    if faults:
        return Checked(None, (_unreadable(path, faults[0].message),))
    record = shape(Published, typed)
    if path != f"{record.folder}/{RECORD}":
        return Checked(None, (_unreadable(path, f"it is that of {record.folder}"),))
    return Checked(record)


def _unreadable(path: str, reason: str) -> Diagnostic:
    return RECORD_UNREADABLE.at(
        Span(path),
        f"the target's record cannot be read: {reason}",
        "restore it, or remove its directory from the target and publish the version again",
    )
