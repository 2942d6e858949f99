"""Build a pack again and again, dying by SIGKILL at the first, the second, the n-th touch of the disk.

killed.py WORKSPACE ENGAGEMENT EACH [no-swap]: EACH is how many touches lie between two deaths; the pack that stands in the workspace is the old one; it is put back before
each build. A touch is what changes the disk: making, writing, renaming, removing. Prints one JSON object a line: the
touch before which the build died (null: it lived), the files of `outputs/` then, and after one more build that lives.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen import atomic_directories
from docgen.pipeline.building import build
from docgen.pipeline.checking import check_workspace
from docgen.workspace import Workspace, today

touches = 0


def deadly(touch: Callable[..., Any], limit: int) -> Callable[..., Any]:
    """The same operation, before which the process dies when its turn has come."""

    def operate(*arguments: Any, **options: Any) -> Any:
        global touches
        touches += 1
        if touches == limit:
            os.kill(os.getpid(), signal.SIGKILL)
        return touch(*arguments, **options)

    return operate


def arm(limit: int) -> None:
    """Put the trap before every operation that changes the disk."""
    for owner, names in (
        (Path, ("mkdir", "rename", "replace", "write_bytes", "write_text", "unlink", "chmod")),
        (os, ("fdopen", "replace", "rename", "unlink", "rmdir")),
        (shutil, ("rmtree",)),
        (tempfile, ("mkdtemp", "mkstemp")),
        (atomic_directories, ("_swap",)),
    ):
        for name in names:
            setattr(owner, name, deadly(getattr(owner, name), limit))


def files(folder: Path) -> dict[str, str]:
    """Every file under a folder, hidden ones too, by its hash."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def main(root: Path, engagement: str, each: int, swap: bool) -> None:
    """Kill at one touch after the other, until a build lives."""
    checked, _ = check_workspace(Workspace(root), (engagement,), today())
    if not swap:
        atomic_directories._swap = lambda one, other: False
    outputs, kept = root / "outputs", root.with_name("old")
    shutil.copytree(outputs, kept)

    def run(limit: int) -> int:
        child = os.fork()
        if child == 0:
            arm(limit)
            built, _ = build(Workspace(root), checked, engagement, (), lambda kind, done, of: None)
            os._exit(0 if built is not None else 1)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    limit, status = 1 - each, -signal.SIGKILL
    while status == -signal.SIGKILL:
        limit += each
        shutil.rmtree(outputs)
        shutil.copytree(kept, outputs)
        status = run(limit)
        killed = files(outputs)
        sys.stdout.write(
            json.dumps(
                {
                    "killed": limit if status else None,
                    "then": killed,
                    "recovered": run(0),
                    "after": files(outputs),
                }
            )
            + "\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), "no-swap" not in sys.argv)
