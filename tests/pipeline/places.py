"""Workspaces on disk, and the command run in a process of its own."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"


def shipped(target: Path, *engagements: str) -> Path:
    """A copy of the repository's workspace with some of its engagements, as if they had never been released."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / "docgen.yaml", target)
    for name in ("clauses", "templates", *(f"engagements/{engagement}" for engagement in engagements)):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("releases", "CHANGELOG.md"))
    return target


def tiny(target: Path) -> Path:
    """A workspace of two short documents: the base of the rule tests, with pages and fonts."""
    shutil.copytree(BASE, target)
    for name in ("page", "fonts", "locales"):
        shutil.copytree(ROOT / "templates" / name, target / "templates" / name)
    return target


def docgen(
    workspace: Path, *arguments: str, poison: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a workspace; modules in the directory `poison` stand before all others."""
    environment = {**os.environ, **variables}
    if poison is not None:
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(poison), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=workspace,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def poisoned(folder: Path, *modules: str) -> Path:
    """A directory with modules that fail when they are imported."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in modules:
        (folder / f"{name}.py").write_text(f'raise AssertionError("{name} was imported")\n')
    return folder


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file under a folder, hidden ones too, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A file or directory that is made once for all processes of a test run."""
    shared.mkdir(parents=True, exist_ok=True)
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = shared / f"{name}.done"
        if not done.exists():
            make(shared / name)
            done.touch()
    return shared / name


def squeezed(text: str) -> str:
    """A text without spaces, hyphens, capitals and kinds of apostrophes: what lines and typography may change."""
    return "".join(
        sign
        for sign in text.casefold().replace("’", "'")
        if not sign.isspace() and sign not in "-\u00ad\u2010\u2011–"
    )


def missing(text: str, words: Iterable[str]) -> list[str]:
    """The words that a squeezed text does not hold."""
    return [word for word in words if squeezed(word) not in text]
