"""Release again and again, dying by SIGKILL at the first, the second, the n-th touch of the disk.

killed.py WORKSPACE [no-swap]: a touch is what changes the disk: making, writing, renaming, removing. The pages come from
the cache. Prints one JSON object a line: the touch before which the release died (null: it lived), the files of
`engagements/` then, what the next release says (its status), and the files after it.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen import atomic_directories
from docgen.history.release import Request
from docgen.pipeline import releasing
from docgen.pipeline.checking import CheckedWorkspace
from docgen.workspace import Workspace

DAY = date(2026, 12, 1)
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
        (Path, ("mkdir", "rename", "replace", "write_bytes", "write_text", "unlink", "chmod", "rmdir")),
        (os, ("fdopen", "replace", "rename", "unlink", "rmdir")),
        (shutil, ("rmtree", "copytree", "copy2")),
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


def main(root: Path, swap: bool) -> None:
    """Kill at each touch in turn, until a release lives."""
    os.chdir(root)
    if not swap:
        atomic_directories._swap = lambda one, other: False
    engagements, kept = root / "engagements", root.with_name("kept")
    shutil.copytree(engagements, kept)
    # what is checked and printed is the same each time: once is enough, in the father of all that die
    for name in (
        "check_workspace",
        "inputs_of",
        "committed",
        "_uncommitted",
        "at_rest",
        "said",
        "make",
        "engines_of",
    ):
        setattr(releasing, name, _once(getattr(releasing, name)))

    def run(limit: int) -> int:
        child = os.fork()
        if child == 0:
            if limit:
                arm(limit)
            released, _ = releasing.release(
                Workspace(root), "demo", Request("x", DAY), DAY, lambda kind, done, of: None
            )
            os._exit(0 if released is not None else 1)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    releasing.release(Workspace(root), "demo", Request("x", DAY), DAY, lambda kind, done, of: None)
    limit, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        limit += 1
        shutil.rmtree(engagements)
        shutil.copytree(kept, engagements)
        shutil.rmtree(root / "outputs" / "demo" / "1.1.0", ignore_errors=True)
        status = run(limit)
        killed = files(engagements)
        sys.stdout.write(json.dumps({"killed": limit if status else None, "then": killed}) + "\n")


def _once(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, which answers from memory; the working tree and the last commit are two questions."""
    ready: dict[str, Any] = {}

    def call(*arguments: Any, **options: Any) -> Any:
        first = arguments[0]
        asked = type(first.files if isinstance(first, CheckedWorkspace) else first).__name__
        if asked not in ready:
            found = function(*arguments, **options)
            ready[asked] = tuple(found) if isinstance(found, Iterator) else found
        return ready[asked]

    return call


if __name__ == "__main__":
    main(Path(sys.argv[1]), "no-swap" not in sys.argv)
