"""The command run in this process, in a small workspace on disk."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli.main import docgen

BASE = Path(__file__).parents[1] / "rules" / "base"
LOCALES = Path(__file__).parents[2] / "templates" / "locales"


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound workspace, which is the current directory; no page can be made in it."""
    root = tmp_path / "house"
    shutil.copytree(BASE, root)
    shutil.copytree(LOCALES, root / "templates" / "locales")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def run() -> Callable[..., Result]:
    """The result of a command line."""

    def run(*arguments: str, **variables: str) -> Result:
        return CliRunner().invoke(docgen, arguments, env=variables, prog_name="docgen")

    return run
