"""Directories that are replaced in one step: a kill at any moment leaves the old one or the new one.

A new directory is prepared beside its place and then exchanged with it. Two processes must not do so at the same time:
`Workspace` sees to that.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

STAGED = ".docgen-"
"""The prefix of directories in preparation."""


def replaced(full: Path, files: Mapping[str, bytes]) -> None:
    """Put a directory with these files in the place of one, or where there was none."""
    full.parent.mkdir(parents=True, exist_ok=True)
    with _staged(full) as staged:
        staged.chmod(0o755)
        for name, content in files.items():
            (staged / name).write_bytes(content)


def rewritten(full: Path, written: Mapping[str, bytes], removed: Sequence[str]) -> None:
    """Write and remove files of a directory; its other files are carried over, directories left empty are removed."""
    with _staged(full) as staged:
        shutil.copytree(full, staged, symlinks=True, dirs_exist_ok=True)
        for name, content in written.items():
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            (staged / name).write_bytes(content)
        for name in removed:
            (staged / name).unlink()
            if not any((staged / name).parent.iterdir()):
                (staged / name).parent.rmdir()


@contextmanager
def _staged(full: Path) -> Iterator[Path]:
    """A directory that takes the place of `full` when the block has filled it."""
    recovered(full)
    staged = Path(tempfile.mkdtemp(dir=full.parent, prefix=STAGED))
    try:
        yield staged
        _exchange(staged, full)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def recovered(full: Path) -> None:
    """Remove the remains of a killed exchange beside a directory, and put back a former one that it had moved away."""
    aside = _aside(full)
    if aside.exists():
        if full.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(full)
    for left in full.parent.glob(f"{STAGED}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def _aside(full: Path) -> Path:
    return full.with_name(f".{full.name}.former")


def _exchange(staged: Path, full: Path) -> None:
    """Put `staged` in the place of `full`; the former one goes to `staged`, or aside where the system cannot swap."""
    if not full.exists():
        staged.rename(full)
        return
    if _swap(staged, full):
        return
    aside = _aside(full)
    full.rename(aside)
    staged.rename(full)
    shutil.rmtree(aside, ignore_errors=True)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two directories in one step (Linux renameat2), False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    at_cwd, exchange = -100, 2
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
