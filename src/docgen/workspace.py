"""The only door to the disk, the clock and the machine: a workspace is a directory with `docgen.yaml`.

Reading never leaves the workspace: a path that a symbolic link leads outside is refused (DG110). Writing is whole or
not at all (`atomic_directories.py`).
"""

import errno
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from docgen.atomic_directories import STAGED, recovered, replaced, rewritten
from docgen.cache import Cache
from docgen.gitrepo import Repository
from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import FOLDER_NOT_WRITABLE, PATH_OUTSIDE, UNREADABLE_FILE
from docgen.text.source import Source, Span

CONFIG = "docgen.yaml"
CACHE = ".docgen/cache"
HELD = ".docgen"
EXCHANGE = "exchange"
TODAY = "DOCGEN_TODAY"


@dataclass(frozen=True)
class Workspace:
    """A directory with `docgen.yaml`. Paths given and returned are relative to it, with `/`."""

    root: Path

    # --- reading ---------------------------------------------------------------------------------------

    def read_bytes(self, path: str) -> Checked[bytes]:
        """The content of a file; b'' with DG110 or DG111 when it is outside or cannot be read."""
        if not self.holds(path):
            return Checked(
                b"",
                (
                    PATH_OUTSIDE.at(
                        Span(path), "the path leads out of the workspace", "replace the link by the file"
                    ),
                ),
            )
        full = self.root / path
        try:
            if not stat.S_ISREG(full.stat().st_mode):
                return Checked(
                    b"",
                    (
                        UNREADABLE_FILE.at(
                            Span(path),
                            "the file cannot be read: it is not a plain file",
                            "put a plain file there",
                        ),
                    ),
                )
            return Checked(full.read_bytes())
        except OSError as error:
            reason = os.strerror(error.errno).lower() if error.errno else "it cannot be read"
            return Checked(
                b"",
                (
                    UNREADABLE_FILE.at(
                        Span(path),
                        f"the file cannot be read: {reason}",
                        "check that it exists and its rights",
                    ),
                ),
            )

    def holds(self, path: str) -> bool:
        """True when a path, with all its links followed, stays inside the workspace."""
        real = os.path.realpath(os.path.join(self._real, path))  # noqa: PTH118  (each file that is read passes here)
        return real == self._real or real.startswith(self._real.rstrip("/") + "/")

    @cached_property
    def _real(self) -> str:
        return os.path.realpath(self.root)

    def read(self, path: str) -> Checked[Source]:
        """The text of a file."""
        content, faults = self.read_bytes(path)
        if faults:
            return Checked(Source(path, ""), faults)
        return decode(path, content)

    def files(self, folder: str, *suffixes: str, deep: bool = True) -> tuple[str, ...]:
        """The files under a folder with one of the suffixes, in order of their path; hidden ones are passed over."""
        return tuple(sorted(self._walk(folder, suffixes, deep)))

    def _walk(self, folder: str, suffixes: tuple[str, ...], deep: bool) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if deep:
                    yield from self._walk(path, suffixes, deep)
            elif entry.name.endswith(suffixes) and not entry.is_dir():
                yield path

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the directories directly under a folder, hidden ones passed over."""
        try:
            return tuple(
                sorted(
                    entry.name
                    for entry in os.scandir(self.root / folder)
                    if entry.is_dir() and not entry.name.startswith(".")
                )
            )
        except OSError:
            return ()

    def exists(self, path: str) -> bool:
        """True when there is a file or directory of this path."""
        return os.path.exists(self.root / path)  # noqa: PTH110  (false, not an error, for a name that is too long)

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The objects that git keeps under these ids; those that it lacks are left out, all where there is no git."""
        return self.repository.blobs(ids)

    def former_files(self, folder: str) -> tuple[str, ...]:
        """The files that the commits up to the present one added under a folder; none where there is no git."""
        return self.repository.added(folder)

    @property
    def repository(self) -> Repository:
        """The git repository that holds the workspace, where there is one."""
        return Repository(self.root)

    def own_digest(self) -> str:
        """A short hash of docgen's own program text: other code may make other bytes."""
        return _own_digest()

    # --- writing ---------------------------------------------------------------------------------------

    def _inside(self, path: str) -> Path:
        """The place of a path; the system's refusal (OSError) where a link leads it out of the workspace."""
        if not self.holds(path):
            raise OSError(errno.EPERM, "the path leads out of the workspace", path)
        return self.root / path

    def write(self, path: str, content: bytes) -> None:
        """Write one file atomically: a kill leaves the old content or the new one."""
        full = self._inside(path)
        full.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=full.parent, prefix=STAGED)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(full)
        finally:
            Path(temporary).unlink(missing_ok=True)

    def write_folder(self, path: str, files: Mapping[str, bytes]) -> None:
        """Replace a directory by one with these files; a kill at any moment leaves the old one or the new one."""
        full = self._inside(path)
        with self._alone():
            replaced(full, files)

    def rewrite_folder(self, path: str, written: Mapping[str, bytes], removed: Sequence[str] = ()) -> None:
        """Write and remove files of a directory in one step; a kill at any moment leaves all as it was, or all done.

        Files are named from the directory. Other files are carried over; directories left empty are removed.
        """
        full = self._inside(path)
        with self._alone():
            rewritten(full, written, removed)

    @contextmanager
    def claim(self, name: str) -> Iterator[bool]:
        """Hold a name as long as the block runs; False when another process holds it. It ends with its process."""
        from filelock import FileLock, Timeout  # late: a sixth of a second, and a check takes no lock

        try:
            held = FileLock(self._lock_file(name)).acquire(blocking=False)
        except Timeout:
            yield False
            return
        with held:
            yield True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Wait until no other process exchanges directories of this workspace, and keep the others waiting."""
        from filelock import FileLock

        with FileLock(self._lock_file(EXCHANGE)):
            yield

    def _lock_file(self, name: str) -> Path:
        path = self._inside(f"{HELD}/{name}.lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def recover(self, path: str) -> None:
        """Remove the remains of a killed build beside a directory, and put back a former one that it had moved away."""
        full = self._inside(path)
        if full.parent.exists():
            with self._alone():
                recovered(full)

    @property
    def cache(self) -> Cache:
        """The cache of printed files; OSError where a link leads it out of the workspace."""
        return Cache(self._inside(CACHE))


def find_workspace(start: Path) -> Workspace | None:
    """The workspace that holds `start`: its nearest directory upwards with `docgen.yaml`."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return Workspace(folder)
    return None


def bundled() -> Workspace:
    """The library and the templates that docgen itself carries: in its package, or in the checkout that it runs from."""
    package = Path(__file__).parent / "bundled"
    return Workspace(package if package.is_dir() else Path(__file__).parents[2])


def create_workspace(folder: Path, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Make a workspace of these files, by path, in a new or an empty directory.

    A new directory is there whole or not at all. One that exists is filled, `docgen.yaml` last: until then it is no
    workspace. A repository without a file (`.git`) counts as empty. Fault: DG115 (the directory is not empty, or
    cannot be written).
    """
    staged: Path | None = None
    try:
        if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
            return (
                FOLDER_NOT_WRITABLE.at(
                    Span(str(folder)), "the directory is not empty", "name a new directory, or an empty one"
                ),
            )
        there = folder.exists()
        within = folder if there else folder.parent
        within.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(dir=within, prefix=STAGED))
        staged.chmod(0o755)
        for path, content in files.items():
            full = staged / path
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_bytes(content)
        if there:
            for entry in sorted(staged.iterdir(), key=lambda entry: (entry.name == CONFIG, entry.name)):
                entry.rename(folder / entry.name)
        else:
            staged.rename(folder)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else "it cannot be written"
        return (
            FOLDER_NOT_WRITABLE.at(
                Span(str(folder)),
                f"the directory cannot be made: {reason}",
                "name another directory, or check its rights",
            ),
        )
    finally:
        if staged is not None:
            shutil.rmtree(staged, ignore_errors=True)
    return ()


def add_file(folder: Path, path: str, content: bytes) -> tuple[Diagnostic, ...]:
    """Write a new file of a directory; one that is there stays. Fault: DG115 (it is there, or cannot be written)."""
    full = folder / path
    if full.exists():
        return (
            FOLDER_NOT_WRITABLE.at(
                Span(str(full)),
                "the file is there already",
                "remove it, or compare it with a new one made elsewhere",
            ),
        )
    try:
        Workspace(folder).write(path, content)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else "it cannot be written"
        return (
            FOLDER_NOT_WRITABLE.at(
                Span(str(full)), f"the file cannot be written: {reason}", "check the rights of the directory"
            ),
        )
    return ()


def today() -> date:
    """The date of the machine, or that of DOCGEN_TODAY, as of which a check can be repeated.

    A draft never prints it; a release bears it where no date is given. ValueError: DOCGEN_TODAY is no ISO date.
    """
    stated = os.environ.get(TODAY)
    return date.fromisoformat(stated) if stated else date.today()  # noqa: DTZ011  (the day of the person who checks)


@cache
def _own_digest() -> str:
    # measured: 20 ms for the 500 files of the package, so once a process
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def sha256(content: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
