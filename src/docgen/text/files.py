"""Where texts come from: the working tree, a revision of git and a lock are all read through this one seam."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import UNREADABLE_FILE
from docgen.text.source import Source, Span


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

    def former_files(self, folder: str) -> tuple[str, ...]:
        """The files that commits up to the present one added under a folder; () without a git history."""
        ...


@dataclass(frozen=True)
class Tree:
    """In-memory files, path to content, without git objects."""

    contents: Mapping[str, bytes]

    def read_bytes(self, path: str) -> Checked[bytes]:
        """The content of a file; b'' with DG111 when there is none."""
        return Checked(self.contents[path]) if path in self.contents else Checked(b"", (not_there(path),))

    def read(self, path: str) -> Checked[Source]:
        """The text of a file."""
        content, faults = self.read_bytes(path)
        return Checked(Source(path, ""), faults) if faults else decode(path, content)

    def files(self, folder: str, *suffixes: str, deep: bool = True) -> tuple[str, ...]:
        """The files under a folder with one of the suffixes, in order of their path; hidden ones are passed over."""
        return files_under(self.contents, folder, suffixes, deep)

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the directories directly under a folder, hidden ones passed over."""
        return folders_under(self.contents, folder)

    def exists(self, path: str) -> bool:
        """True when there is a file or directory of this path."""
        return in_tree(self.contents, path)

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """Nothing: values have no repository."""
        return {}

    def former_files(self, folder: str) -> tuple[str, ...]:
        """None: values have no history."""
        return ()


def files_under(paths: Iterable[str], folder: str, suffixes: tuple[str, ...], deep: bool) -> tuple[str, ...]:
    """`Files.files` for a tree with these paths."""
    below = (
        (path, path[len(folder) + 1 :])
        for path in paths
        if path.startswith(f"{folder}/") and path.endswith(suffixes)
    )
    return tuple(sorted(path for path, rest in below if not _hidden(rest) and (deep or "/" not in rest)))


def folders_under(paths: Iterable[str], folder: str) -> tuple[str, ...]:
    """`Files.folders` for a tree with these paths."""
    below = (path[len(folder) + 1 :] for path in paths if path.startswith(f"{folder}/"))
    return tuple(
        sorted({rest.partition("/")[0] for rest in below if "/" in rest and not rest.startswith(".")})
    )


def in_tree(paths: Mapping[str, object], path: str) -> bool:
    """True if a tree with these paths holds a file or directory of this path."""
    return path in paths or any(known.startswith(f"{path}/") for known in paths)


def not_there(path: str) -> Diagnostic:
    """DG111: there is no such file."""
    return UNREADABLE_FILE.at(
        Span(path), "the file cannot be read: it is not there", "check that it exists and its rights"
    )


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
