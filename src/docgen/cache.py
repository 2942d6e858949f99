"""The door to the cache of printed files: bytes kept under a key, which may go at any time.

Several processes may use it at once. A file appears whole, and what one process takes away, another one lacks: it prints
again.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LARGEST = 512 * 2**20
"""Bytes that a cache holds at most after `prune`: about a hundred packs of the large example."""
OLDEST = 90 * 24 * 3600
"""Seconds after its last use that an entry is kept."""
STAGED = ".docgen-"
"""How the name of an entry that is being written begins."""
ABANDONED = 24 * 3600
"""Seconds after which an entry that is still being written belongs to a process that was killed."""


@dataclass(frozen=True)
class Cache:
    """Bytes by key, in the files of one directory. The time of a file is that of its last use."""

    folder: Path

    def find(self, key: str) -> bytes | None:
        """The bytes kept under a key, None if there are none or they are damaged."""
        path = self.folder / key
        try:
            content = path.read_bytes()
        except OSError:
            return None
        digest, _, body = content.partition(b"\n")
        if digest != sha256(body).hexdigest().encode():
            return None
        with suppress(
            OSError
        ):  # it went in the meantime, or belongs to another user: it was read all the same
            os.utime(path)
        return body

    def keep(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, staged = tempfile.mkstemp(dir=self.folder, prefix=STAGED)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(sha256(content).hexdigest().encode() + b"\n" + content)
            Path(staged).chmod(0o644)
            Path(staged).replace(self.folder / key)
        finally:
            Path(staged).unlink(missing_ok=True)

    def prune(self, largest: int = LARGEST, oldest: float = OLDEST) -> None:
        """Remove files not used for `oldest` seconds, then the longest unused until `largest` bytes are left."""
        now, held = time.time(), 0
        for used, size, path in sorted(self._entries(), reverse=True):
            staged = path.name.startswith(STAGED)
            held += 0 if staged else size
            unused = now - used
            if unused > ABANDONED if staged else unused > oldest or held > largest:
                with suppress(OSError):
                    path.unlink()

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each entry was last used, its size and its place."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    state = entry.stat(follow_symlinks=False)
                    yield state.st_mtime, state.st_size, Path(entry.path)
