"""A virtual environment of its own, wheels to install from, and stand-ins for what needs root or the service."""

import os
import sys
import venv
from pathlib import Path

import pytest

from ..pipeline.places import once
from .wheelhouse import variables, wheelhouse

GH = f"""#!{sys.executable}
\"\"\"The `gh` of a repository with one pull request: keeps one comment in a file, and logs how it was called.\"\"\"
import os, pathlib, sys
kept = pathlib.Path(os.environ["STAND_IN_STATE"])
with (kept / "calls").open("a") as log:
    print(" ".join(sys.argv[1:]), file=log)
comment = kept / "comment.md"
if "--jq" in sys.argv and comment.exists() and comment.read_text().startswith(os.environ["MARK"]):
    print(77)
for word in sys.argv:
    if word.startswith("body=@"):
        comment.write_text(pathlib.Path(word[6:]).read_text())
"""


def _script(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture(scope="session")
def context(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheels."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if base.name.startswith("popen-") else base) / "ci"
    return once(shared, "wheels", wheelhouse)


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an empty virtual environment."""
    folder = tmp_path_factory.mktemp("venv") / "venv"
    venv.create(folder, with_pip=True, symlinks=True)
    return folder / "bin" / "python"


@pytest.fixture
def stand_ins(tmp_path: Path) -> Path:
    """`sudo` that runs its command, `apt-get` that only logs, and `gh`."""
    folder = tmp_path / "stand-ins"
    folder.mkdir()
    (tmp_path / "state").mkdir()
    _script(folder / "sudo", '#!/bin/sh\nexec "$@"\n')
    _script(folder / "apt-get", '#!/bin/sh\necho "apt-get $*" >> "$STAND_IN_STATE/calls"\n')
    _script(folder / "gh", GH)
    return folder


@pytest.fixture
def environment(context: Path, tmp_path: Path) -> dict[str, str]:
    """What a runner starts with: no settings of this machine, an identity for git, pip that sees the wheels."""
    (tmp_path / "home").mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "LANG": "C.UTF-8",
        "DOCGEN_TODAY": os.environ["DOCGEN_TODAY"],
        "STAND_IN_STATE": str(tmp_path / "state"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **variables(context),
    }
