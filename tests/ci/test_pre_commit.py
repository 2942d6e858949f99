"""The hooks in real pre-commit: docgen is fetched from a repository, installed by pip, and run by git.

The repository of the hooks holds this checkout's files; pip installs it and all that it needs from local wheels.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..git.conftest import FACTS, IDENTITY, OBJECT, SharedContext, furnish
from .wheelhouse import variables
from .workspaces import governed

ROOT = Path(__file__).parents[2]
SOURCES = (
    "src",
    "clauses",
    "templates",
    "pyproject.toml",
    "requirements-pipeline.lock",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
)
CONFIG = """\
default_install_hook_types: [pre-commit, pre-push]
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: docgen-check
      - id: docgen-approvals
      - id: docgen-changelog
"""


@pytest.fixture
def hooked(
    tmp_path: Path, context: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> SharedContext:
    """A house with a shared repository, whose commits and pushes go through the hooks."""
    for name, value in {
        **IDENTITY,
        **variables(context),
        "HOME": environment["HOME"],
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    hooks = SharedContext(tmp_path / "hooks")
    hooks.root.mkdir()
    for name in SOURCES:
        copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copied(ROOT / name, hooks.root / name)
    hooks.git("init", "-q")
    hooks.commit("hooks")
    made = governed(furnish(tmp_path / "house"))
    made.write(
        ".pre-commit-config.yaml",
        CONFIG.format(repository=hooks.root, revision=hooks.git("rev-parse", "HEAD")),
    )
    made.git("init", "-q", "-b", "main")
    made.commit("the house")
    made.release()
    made.git("init", "-q", "--bare", str(tmp_path / "remote.git"))
    made.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    made.git("push", "-q", "-u", "origin", "main")
    installed = subprocess.run(
        ["pre-commit", "install", "--install-hooks"],
        cwd=made.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return made


def refused(context: SharedContext, *arguments: str) -> str:
    """What git says when a hook holds it back."""
    done = subprocess.run(["git", *arguments], cwd=context.root, capture_output=True, text=True, check=False)
    assert done.returncode != 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.deep
def test_commits_and_pushes_are_held_back_until_they_are_sound(hooked: SharedContext) -> None:
    hooked.git("switch", "-q", "-c", "wording")
    words = hooked.read(OBJECT)
    hooked.replace(OBJECT, "contract.subject", "contract.subjekt")
    hooked.git("add", OBJECT)
    told = refused(hooked, "commit", "-m", "a slip")
    assert "docgen check" in told
    assert f"{OBJECT}:" in told
    assert "subjekt" in told

    hooked.write(OBJECT, words.rstrip() + "\n\nIl agit de jour comme de nuit.\n")
    hooked.commit("another wording")
    told = refused(hooked, "push", "origin", "wording")
    assert "docgen approvals" in told
    assert "objet.objet" in told

    hooked.does("approve", "objet.objet", "--role", "legal", "--by", "Direction juridique")
    hooked.commit("approved")
    hooked.does("upgrade", "demo")
    hooked.commit("taken over")
    told = refused(hooked, "push", "origin", "wording")
    assert "docgen changelog" in told
    assert FACTS.rpartition("/")[0] in told

    hooked.write("engagements/demo/changes/nuit.md", "Le service est rendu la nuit aussi.\n")
    hooked.commit("the reason")
    hooked.git("push", "-q", "origin", "wording")
