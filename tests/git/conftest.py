"""A small workspace in a real git repository, whose pages are made in this process."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from docgen.cli.main import docgen

from ..rules import session
from ..rules.session import WHO

DAY = "2026-11-24"
IDENTITY = {**WHO, "GIT_AUTHOR_DATE": "2026-11-24T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-24T12:00:00Z"}


@dataclass(frozen=True)
class SharedContext:
    """A workspace on disk with what people do in it."""

    root: Path

    def git(self, *arguments: str, fails: bool = False) -> str:
        """The output of a git command in the workspace."""
        done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) is fails, done.stderr
        return done.stdout.strip()

    def docgen(self, *arguments: str) -> Result:
        """The result of a command line, run in the workspace."""
        before = Path.cwd()
        os.chdir(self.root)
        try:
            return CliRunner().invoke(docgen, arguments, prog_name="docgen")
        finally:
            os.chdir(before)

    def does(self, *arguments: str) -> str:
        """What a command that succeeds prints."""
        result = self.docgen(*arguments)
        assert result.exit_code == 0, result.output
        return result.output

    def refuses(self, *arguments: str) -> str:
        """What a command that finds a fault prints."""
        result = self.docgen(*arguments)
        assert result.exit_code == 1, (result.exit_code, result.output, result.exception)
        return result.output

    def write(self, path: str, text: str) -> None:
        """Write a file of the workspace."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def read(self, path: str) -> str:
        """The text of a file of the workspace."""
        return (self.root / path).read_text("utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change words of a file."""
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def commit(self, message: str = "work") -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def release(self, *options: str, reason: str = "une raison", day: str = DAY, name: str = "demo") -> str:
        """Release and commit; the version."""
        version = self.does("release", name, "-m", reason, "--date", day, "-q", *options).split()[-1]
        self.commit(f"release {version}")
        return version

    def lock(self, version: str, name: str = "demo") -> dict:
        """A lock as plain values."""
        return yaml.safe_load(self.read(f"engagements/{name}/releases/{version}.yaml"))

    def pack(self, version: str, name: str = "demo") -> dict[str, str]:
        """The documents of a pack in `outputs/`, by hash."""
        folder = self.root / "outputs" / name / version
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.pdf"))}

    def clear(self) -> None:
        """Forget what was built, and the cache."""
        for name in ("outputs", ".docgen"):
            shutil.rmtree(self.root / name, ignore_errors=True)


OBJECT = "clauses/objet/objet.fr.md"
PAYMENT = "clauses/facturation/paiement.fr.md"
FACTS = "engagements/demo/engagement.yaml"


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


def furnish(root: Path) -> SharedContext:
    """The workspace in which the sessions of rules start, without git."""
    session.furnish(root)
    return SharedContext(root)


@pytest.fixture
def loose(tmp_path: Path) -> SharedContext:
    """A workspace without git."""
    return furnish(tmp_path / "house")


@pytest.fixture
def context(loose: SharedContext) -> SharedContext:
    """A workspace that is committed."""
    loose.git("init", "-q", "-b", "main")
    loose.commit("first")
    return loose


@pytest.fixture(scope="session")
def _released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("released") / "house"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        made = furnish(root)
        made.git("init", "-q", "-b", "main")
        made.commit("first")
        assert made.release() == "1.0.0"
    return root


@pytest.fixture
def released(_released: Path, tmp_path: Path) -> SharedContext:
    """A workspace whose engagement was released as 1.0.0, and that is committed."""
    shutil.copytree(_released, tmp_path / "released")
    return SharedContext(tmp_path / "released")
