"""The door to where packs are published: a directory, or any storage that fsspec knows (`s3://bucket/contracts`).

Files appear whole or not at all. Whatever the storage refuses is an OSError. Credentials and endpoints are those of the
storage's own environment (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, …).
"""

import mimetypes
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

STAGED = ".docgen-"
_WHOLE = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "memory"}
"""Storages that show an object only when all of it was written: the others get a file that is moved to its place."""

_TYPES = {
    ".json": "application/json; charset=utf-8",
    ".xml": "application/atom+xml",
    ".html": "text/html; charset=utf-8",
    "": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Target:
    """A tree of files in a storage. Paths given and returned start at its root, with `/`."""

    storage: Any
    root: str

    def sizes(self) -> Mapping[str, int]:
        """Every file with its size in bytes, hidden ones left out; {} for an empty target."""
        with _told():
            self.storage.invalidate_cache()
            found = self.storage.find(self.root, detail=True)
        start = len(self.root.rstrip("/")) + 1
        sizes = {
            path[start:]: int(entry["size"]) for path, entry in found.items() if path.startswith(self.root)
        }
        return {
            path: size
            for path, size in sorted(sizes.items())
            if not any(part.startswith(".") for part in path.split("/"))
        }

    def read(self, path: str) -> bytes:
        """The content of a file."""
        with _told():
            content: bytes = self.storage.cat_file(self._full(path))
        return content

    def write(self, path: str, content: bytes) -> None:
        """Write a file, whole or not at all."""
        full = self._full(path)
        folder, _, name = full.rpartition("/")
        with _told():
            if _protocols(self.storage) & _WHOLE:
                self.storage.pipe_file(full, content, **self._kind(name))
                return
            self.storage.makedirs(folder, exist_ok=True)
            staged = f"{folder}/{STAGED}{name}"
            self.storage.pipe_file(staged, content)
            self.storage.mv(staged, full)

    def remove(self, path: str) -> None:
        """Take a file away, and its directory where it was the last one in it."""
        full = self._full(path)
        with _told():
            self.storage.rm_file(full)
            folder = full.rpartition("/")[0]
            if not _protocols(self.storage) & _WHOLE and not self.storage.ls(folder):
                self.storage.rmdir(folder)

    def _full(self, path: str) -> str:
        return f"{self.root.rstrip('/')}/{path}"

    def _kind(self, name: str) -> Mapping[str, str]:
        """The headers of an object of S3: without them, a browser offers the page as a download."""
        if "s3" not in _protocols(self.storage):
            return {}
        suffix = f".{name.rpartition('.')[2]}" if "." in name else ""
        return {
            "ContentType": _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        }


def open_target(url: str) -> Target:
    """The target of a URL or of a path of this machine; nothing is read or made yet."""
    import fsspec

    with _told():
        storage, root = fsspec.core.url_to_fs(url)
    return Target(storage, root)


def _protocols(storage: Any) -> set[str]:
    named = storage.protocol
    return {named} if isinstance(named, str) else set(named)


@contextmanager
def _told() -> Iterator[None]:
    """Turn the refusals of a storage into OSError: a protocol without its library, no credentials."""
    try:
        yield
    except (ImportError, ValueError) as error:
        raise OSError(str(error)) from error
    except _foreign() as error:
        raise OSError(str(error)) from error


def _foreign() -> tuple[type[Exception], ...]:
    """The faults of botocore, which are no OSError, where it is loaded."""
    module = sys.modules.get("botocore.exceptions")
    return (module.BotoCoreError, module.ClientError) if module is not None else ()
