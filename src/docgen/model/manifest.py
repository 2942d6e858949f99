"""The manifest of a pack: `manifest.json` beside its documents."""

from typing import NotRequired, TypedDict


class ManifestEntry(TypedDict):
    """A document of the pack: file name, document kind (`pack` for the bound one), title, pages, bytes, SHA-256."""

    file: str
    kind: str
    title: str
    pages: int
    size: int
    sha256: str


class ManifestInput(TypedDict):
    """A file that the pack was made of."""

    path: str
    sha256: str


class Manifest(TypedDict):
    """The whole file: `status` is `draft` or `final`, `date` is ISO 8601, `engines` gives programs with their versions."""

    engagement: str
    version: str
    status: str
    date: str
    seal: NotRequired[str]
    files: list[ManifestEntry]
    inputs: list[ManifestInput]
    engines: dict[str, str]
