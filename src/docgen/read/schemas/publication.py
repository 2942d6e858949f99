"""Schema of `publication.json`, the record of a version of a pack at a target. docgen writes it."""

from typing import Any

from docgen.read.schemas.fields import EDITORIAL, Field

_HASH = "[0-9a-f]{64}"
_NAME = "[a-z0-9][a-z0-9._-]*"
_VERSION = r"(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){2}"


def _text(title: str, *, required: bool = True, **rules: Any) -> Field:
    return {"type": "string", "required": required, "meta": {"title": title, "change": EDITORIAL}, **rules}


def _of(kind: str, title: str, *, required: bool = True, **rules: Any) -> Field:
    return {"type": kind, "required": required, "meta": {"title": title, "change": EDITORIAL}, **rules}


_FILE: dict[str, Field] = {
    "file": _text("name of the file", regex=_NAME),
    "kind": _text("document kind; 'pack' is all of them in one file"),
    "title": _text("title of the document"),
    "pages": _of("integer", "pages", min=0),
    "size": _of("integer", "size in bytes", min=0),
    "sha256": _text("SHA-256 of the file", regex=_HASH),
}

PUBLICATION: dict[str, Field] = {
    "engagement": _text("engagement", regex=_NAME),
    "reference": _text("reference of the contract"),
    "title": _text("title of the contract"),
    "client": _text("name of the client"),
    "provider": _text("name of the provider"),
    "language": _text("language of the documents", regex="[a-z]{2}"),
    "version": _text("version", regex=f"{_VERSION}(-draft)?"),
    "day": _of("date", "day of the version"),
    "level": _text("how far the release reaches", required=False),
    "reason": _text("why the release was made", required=False),
    "seal": _text("seal of the release", required=False),
    "former": _text("release that the redline compares with", required=False, regex=_VERSION),
    "signed": _of("date", "day of the last signature", required=False),
    "files": _of("list", "files", schema=_of("dict", "file", schema=_FILE)),
}
