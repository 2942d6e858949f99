"""Where texts come from: the working tree, a revision of git and a lock are all read through this one seam."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from docgen.text.diagnostics import Checked
from docgen.text.source import Source


class Files(Protocol):
    """A tree of files. Paths given and returned are relative to the workspace, with `/`."""

    def read_bytes(self, path: str) -> Checked[bytes]:
        """The content of a file; b'' with DG110, DG111 or DG603 when it cannot be had."""
        ...

    def read(self, path: str) -> Checked[Source]:
        """The text of a file."""
        ...

    def files(self, folder: str, *suffixes: str, deep: bool = True) -> tuple[str, ...]:
        """The files under a folder with one of the suffixes, in order of their path; hidden ones are passed over."""
        ...

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the directories directly under a folder, hidden ones passed over."""
        ...

    def exists(self, path: str) -> bool:
        """True when there is a file or directory of this path."""
        ...

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The objects that git keeps under these ids, beside the files; those that it lacks are left out."""
        ...
