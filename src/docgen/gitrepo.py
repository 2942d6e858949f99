"""The door to git: the files of a revision, objects by id, tags. The `git` command does the work.

Nothing here writes a branch, the index or the working tree, only tags and entries of the configuration.
"""

import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import RELEASED_TEXT_MISSING
from docgen.text.files import files_under, folders_under, in_tree, not_there
from docgen.text.source import Source, Span

_PLACES = {
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
}
_LINK = "120000"
_SUBMODULE = "160000"
_MOST_LINKS = 8
_SOME = 200  # paths on one command line


class Ran(NamedTuple):
    """The result of a git command: its status (127 where git is not installed), output, and standard error."""

    status: int
    output: bytes
    said: str

    @property
    def text(self) -> str:
        """The output as text, without the line break at its end."""
        return os.fsdecode(self.output).rstrip("\n")


@dataclass(frozen=True)
class Repository:
    """The git repository that holds a directory; ids and paths are those of the tree below this directory."""

    root: Path

    # --- the repository --------------------------------------------------------------------------------

    def absent(self) -> str:
        """'' if the directory is in a repository, else the reason why git cannot be used."""
        found = self._git("rev-parse", "--is-inside-work-tree")
        if found.status == 127:
            return "git is not installed"
        return "" if found.status == 0 else found.said or "it is not in a git repository"

    def shallow(self) -> bool:
        """True when the clone does not hold the whole history."""
        return self._git("rev-parse", "--is-shallow-repository").text == "true"

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names, '' when there is none."""
        return self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ).text

    def main_branch(self) -> str:
        """The main branch: the head of the remote, else `main` or `master`, there or here; '' if there is none."""
        head = self._git("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD").text
        return next(
            (
                name
                for name in (head, "origin/main", "origin/master", "main", "master")
                if name and self.commit(name)
            ),
            "",
        )

    def merge_base(self, one: str, other: str) -> str:
        """The id of the last commit that two revisions have in common, '' when there is none."""
        return self._git("merge-base", "--end-of-options", one, other).text.partition("\n")[0]

    def prefix(self) -> str:
        """The path of the directory from the top of the working tree, '' or ending with `/`."""
        return self._git("rev-parse", "--show-prefix").text

    def configure(self, name: str, value: str) -> str:
        """Set a variable of the repository's own configuration; '' or the reason why it was refused."""
        ran = self._git("config", "--local", name, value)
        return "" if ran.status == 0 else ran.said or "git refused"

    def revision(self, revision: str) -> "Snapshot | None":
        """The files of a revision below the directory, None when it names no commit."""
        commit = self.commit(revision)
        return self._tree(commit) if commit else None

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The content of objects; those that the repository lacks are left out."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        # a partial clone would otherwise ask its remote, object by object
        ran = self._git(
            "cat-file",
            "--batch",
            given="".join(f"{oid}\n" for oid in wanted).encode("ascii", "replace"),
            more={"GIT_NO_LAZY_FETCH": "1"},
        )
        return dict(_batch(ran.output))

    def added(self, folder: str) -> tuple[str, ...]:
        """The files that a commit before the present one, or this one, added under a folder; () where git does not serve."""
        # merged branches are followed too: a merge may have lost a file that one of them added
        ran = self._git(
            "log",
            "-z",
            "--format=",
            "--name-only",
            "--no-renames",
            "--diff-filter=A",
            "--full-history",
            "--relative",
            "HEAD",
            "--",
            f":(literal){folder}",
        )
        return tuple(sorted({path for path in os.fsdecode(ran.output).split("\0") if path}))

    def blob_ids(self, paths: Iterable[str]) -> Mapping[str, str]:
        """The ids under which git would store files of the working tree, line ends and filters applied."""
        found: dict[str, str] = {}
        waiting = [path for path in paths if (self.root / path).is_file()]
        for first in range(0, len(waiting), _SOME):
            some = waiting[first : first + _SOME]
            ran = self._git("hash-object", "--", *some)
            found.update(zip(some, ran.text.split("\n"), strict=False))
        return found

    def _tree(self, commit: str) -> "Snapshot":
        blobs: dict[str, str] = {}
        links: dict[str, str] = {}
        for entry in os.fsdecode(self._git("ls-tree", "-r", "-z", commit).output).split("\0"):
            head, _, path = entry.partition("\t")
            if path:
                mode, _, oid = head.split(" ")
                if mode != _SUBMODULE:
                    (links if mode == _LINK else blobs)[path] = oid
        if links:
            texts = self.blobs(list(links.values()))
            targets = {path: os.fsdecode(texts.get(oid, b"")) for path, oid in links.items()}
            ends = {path: _target(path, targets) for path in links}
            blobs |= {path: blobs[end] for path, end in ends.items() if end in blobs}
        return Snapshot(self, blobs)

    # --- tags ------------------------------------------------------------------------------------------

    def tag(self, name: str, message: str, revision: str = "HEAD") -> str:
        """Make an annotated tag of a revision; '' or the reason why it was refused. A tag that is there is never moved."""
        ran = self._git("tag", "--annotate", "--message", message, "--end-of-options", name, revision)
        return "" if ran.status == 0 else ran.said or "git refused"

    # --- the command -----------------------------------------------------------------------------------

    def _git(self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None) -> Ran:
        kept = {
            name: value for name, value in os.environ.items() if name not in _PLACES
        }  # a hook sets them for itself
        environment = {
            **kept,
            "LC_ALL": "C",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            **(more or {}),
        }
        try:
            done = subprocess.run(  # noqa: S603
                ["git", "-C", str(self.root), *arguments],  # noqa: S607
                input=given,
                capture_output=True,
                check=False,
                env=environment,
            )
        except FileNotFoundError:
            return Ran(127, b"", "git is not installed")
        lines = [line for line in os.fsdecode(done.stderr).splitlines() if line.strip()]
        return Ran(
            done.returncode,
            done.stdout,
            lines[-1].removeprefix("fatal: ").removeprefix("error: ") if lines else "",
        )


@dataclass(frozen=True)
class Snapshot:
    """A tree of files in git's objects: each path with the id of its content."""

    repository: Repository
    entries: Mapping[str, str]
    _read: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)

    def read_bytes(self, path: str) -> Checked[bytes]:
        """The content of a file; b'' with DG111 (no such file) or DG603 (the repository lacks its content)."""
        oid = self.entries.get(path)
        if oid is None:
            return Checked(b"", (not_there(path),))
        if oid not in self._read:
            self._fetch((path,))
        if oid not in self._read:
            return Checked(b"", (missing(path, oid, self.repository.shallow()),))
        return Checked(self._read[oid])

    def read(self, path: str) -> Checked[Source]:
        """The text of a file."""
        content, faults = self.read_bytes(path)
        return Checked(Source(path, ""), faults) if faults else decode(path, content)

    def files(self, folder: str, *suffixes: str, deep: bool = True) -> tuple[str, ...]:
        """The files under a folder with one of the suffixes, in order of their path; hidden ones are passed over."""
        found = files_under(self.entries, folder, suffixes, deep)
        self._fetch(found)  # whoever lists them reads them: one question to git instead of one for each
        return found

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the directories directly under a folder, hidden ones passed over."""
        return folders_under(self.entries, folder)

    def exists(self, path: str) -> bool:
        """True when there is a file or directory of this path."""
        return in_tree(self.entries, path)

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The objects of the repository under these ids; those that it lacks are left out."""
        return self.repository.blobs(ids)

    def former_files(self, folder: str) -> tuple[str, ...]:
        """(): a revision has no former files."""
        return ()

    def _fetch(self, paths: Sequence[str]) -> None:
        wanted = [self.entries[path] for path in paths if self.entries[path] not in self._read]
        self._read.update(self.repository.blobs(wanted))


def missing(path: str, oid: str, shallow: bool) -> Diagnostic:
    """DG603: the repository does not hold the content that a file had."""
    hint = (
        "the clone is shallow: run 'git fetch --unshallow'"
        if shallow
        else "fetch the branch or the tag that holds it: 'git fetch --tags'"
    )
    return RELEASED_TEXT_MISSING.at(
        Span(path), f"git does not hold the released content of the file ({oid[:12]})", hint
    )


def _target(path: str, links: Mapping[str, str]) -> str:
    """The path where a link ends, '' when it runs in a circle."""
    for _ in range(_MOST_LINKS):
        if path not in links:
            return path
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), links[path]))
    return ""


def _batch(output: bytes) -> Iterator[tuple[str, bytes]]:
    """The output of `cat-file --batch`: a line with id, kind and size, the content and a line break, one after the other."""
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        words = output[at:end].decode("ascii", "replace").split(" ")
        at = end + 1
        if len(words) == 3 and words[2].isdecimal():
            size = int(words[2])
            if words[1] == "blob":
                yield words[0], output[at : at + size]
            at += size + 1
