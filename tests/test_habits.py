"""The habits of this repository hold back what they should: hooks before a commit, a fragment for each change."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from docgen import __version__

from .git.conftest import IDENTITY

ROOT = Path(__file__).parents[1]
ENVIRONMENT = Path(sys.executable).parents[1]
BIN = ENVIRONMENT / "bin"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
SOUND = '"""A module."""\n\nNAMES = ("a", "b")\n'


class Scratch:
    """A repository with the settings of this one and nothing else."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "tools").mkdir(parents=True)
        (root / "changes").mkdir()
        for name in (".pre-commit-config.yaml", "pyproject.toml", "CHANGELOG.md", "tools/tidy.py"):
            shutil.copy(ROOT / name, root / name)
        (root / ".venv").symlink_to(ENVIRONMENT)
        self.run("git", "init", "-q", "-b", "main")
        self.commit()

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command here, as a person with a fresh home would."""
        variables = {**os.environ, **IDENTITY, "PRE_COMMIT_HOME": str(self.root.parent / "pre-commit")}
        return subprocess.run(
            command, cwd=self.root, env=variables, capture_output=True, text=True, check=False
        )

    def commit(self) -> None:
        """Commit everything but the environment."""
        self.run("git", "add", "--all", "--", ".", ":!.venv")
        done = self.run("git", "commit", "-q", "-m", "as it is")
        assert done.returncode == 0, done.stderr

    def hook(self, name: str, path: str, text: str) -> subprocess.CompletedProcess[str]:
        """What a hook answers to a file that is about to be committed."""
        (self.root / path).write_bytes(text.encode())
        self.run("git", "add", path)
        return self.run(BIN / "pre-commit", "run", name)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path / "repository")


def test_the_hooks_are_these() -> None:
    names = [hook["id"] for hook in HOOKS]
    assert names == ["white-space", "ruff", "ruff-format", "mypy", "layers", "docgen-check", "fragment"]


def test_pre_commit_takes_the_settings() -> None:
    done = subprocess.run([BIN / "pre-commit", "validate-config"], cwd=ROOT, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_program_of_the_environment(hook: dict[str, str]) -> None:
    program, *arguments = hook["entry"].split()
    command = [BIN / program.removeprefix(".venv/bin/"), *arguments[:1], "--help"]
    if hook["id"] != "white-space":
        assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert hook["language"] == "system"


@pytest.mark.parametrize(
    ("name", "text", "mended"),
    [
        ("white-space", "a line  \nanother\n\n\n", "a line\nanother\n"),
        ("white-space", "no end", "no end\n"),
        ("white-space", "Windows\r\n", "Windows\n"),
        ("ruff", '"""A module."""\n\nimport os\n', '"""A module."""\n\n'),
        ("ruff-format", SOUND.replace(", ", ","), SOUND),
    ],
)
def test_a_hook_holds_back_what_is_untidy_and_mends_it(
    scratch: Scratch, name: str, text: str, mended: str
) -> None:
    assert scratch.hook(name, "module.py", text).returncode == 1
    assert (scratch.root / "module.py").read_bytes() == mended.encode()


@pytest.mark.parametrize("name", ["white-space", "ruff", "ruff-format"])
def test_a_hook_lets_pass_what_is_tidy(scratch: Scratch, name: str) -> None:
    assert scratch.hook(name, "module.py", SOUND).returncode == 0


def test_a_branch_without_a_fragment_is_held_back(scratch: Scratch) -> None:
    check = (BIN / "towncrier", "check", "--compare-with", "main")
    scratch.run("git", "switch", "-q", "-c", "work")
    (scratch.root / "module.py").write_text(SOUND)
    scratch.commit()
    assert scratch.run(*check).returncode == 1
    (scratch.root / "changes" / "+module.added.md").write_text("docgen has a module.\n")
    scratch.commit()
    assert scratch.run(*check).returncode == 0
    (scratch.root / "changes" / "+module.added.md").rename(scratch.root / "changes" / "+module.other.md")
    scratch.commit()
    assert scratch.run(*check).returncode == 1, "a kind that there is none of"


def test_every_fragment_is_shown_in_the_changelog() -> None:
    done = subprocess.run(
        [BIN / "towncrier", "build", "--draft", "--version", "next"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    fragments = [path for path in (ROOT / "changes").glob("*.md") if path.name != "README.md"]
    told = [path for path in fragments if not path.name.endswith(".internal.md")]
    assert [path.name for path in told if path.read_text("utf-8").split()[-1] not in done.stdout] == []
    assert [path.name for path in told if not path.read_text("utf-8").strip()] == []


def test_the_versions_of_python_are_those_that_are_tested() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text("utf-8"))
    tested = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
    named = [
        line.rpartition(" ")[2]
        for line in PROJECT["project"]["classifiers"]
        if line.startswith("Programming Language :: Python :: 3.")
    ]
    assert named == tested
    assert PROJECT["project"]["requires-python"] == f">={tested[0]}"


def test_a_tag_that_is_not_the_version_makes_no_release(tmp_path: Path) -> None:
    """The first step of the release workflow, run for real."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))
    (step,) = [
        step
        for step in workflow["jobs"]["build"]["steps"]
        if step.get("name") == "The tag is the version"
    ]  # fmt: skip
    (tmp_path / "src/docgen").mkdir(parents=True)
    shutil.copy(ROOT / "src/docgen/__init__.py", tmp_path / "src/docgen")
    changelog = tmp_path / "CHANGELOG.md"

    def refused(tag: str) -> str:
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=tmp_path, env={**os.environ, "GITHUB_REF_NAME": tag}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert bool(done.stdout) == bool(done.returncode)
        return done.stdout

    changelog.write_text(f"## {__version__}1 (2026-11-24)\n")
    assert "the tag is v9.9.9" in refused("v9.9.9")
    assert f"does not tell {__version__}" in refused(f"v{__version__}")
    changelog.write_text(f"## {__version__} (2026-11-24)\n")
    assert refused(f"v{__version__}") == ""
