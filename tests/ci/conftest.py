"""A virtual environment of its own, wheels to install from, and stand-ins for what needs root or the service."""

import os
import sys
import venv
from pathlib import Path

import pytest

from ..pipeline.places import once
from .wheelhouse import variables, wheel, wheelhouse

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
    """The wheels of docgen and of all that it needs."""
    return once(_shared(tmp_path_factory), "wheels", wheelhouse)


@pytest.fixture(scope="session")
def own_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of docgen, alone in a directory."""
    return once(_shared(tmp_path_factory), "own", wheel)


def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of all processes that run the tests."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if base.name.startswith("popen-") else base) / "ci"


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
    """The environment that a runner starts with; pip sees the wheels."""
    return {**_environment(tmp_path), **variables(context)}


@pytest.fixture
def bare_environment(own_wheel: Path, tmp_path: Path) -> dict[str, str]:
    """The environment that a runner starts with; pip sees docgen and nothing that it needs."""
    return {**_environment(tmp_path), **variables(own_wheel)}


def _environment(tmp_path: Path) -> dict[str, str]:
    """No settings of this machine, an identity for git."""
    (tmp_path / "home").mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "LANG": "C.UTF-8",
        "DOCGEN_TODAY": os.environ["DOCGEN_TODAY"],
        "STAND_IN_STATE": str(tmp_path / "state"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
