"""The pipelines that docgen brings, and this repository's own, are what forges take."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from docgen import __version__
from docgen.cli.init import PIPELINES, STARTER_DAY, forges, pipeline, starter
from docgen.cli.main import docgen
from docgen.workspace import bundled

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITHUB = ROOT / "templates" / "ci" / "github.yml"
GITLAB = ROOT / "templates" / "ci" / "gitlab.yml"


def checked(*command: str | Path, cwd: Path = ROOT) -> None:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_forges_are_the_files_of_a_folder() -> None:
    assert forges() == ("github", "gitlab")


@pytest.mark.parametrize("path", [GITHUB, *WORKFLOWS], ids=lambda path: path.name)
def test_actionlint_finds_nothing(path: Path) -> None:
    checked(BIN / "actionlint", "-shellcheck", BIN / "shellcheck", path)


def test_actionlint_finds_something_where_there_is_something(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(GITHUB.read_text("utf-8").replace("github.base_ref", "github.no_such_name"), "utf-8")
    with pytest.raises(AssertionError, match="no_such_name"):
        checked(BIN / "actionlint", broken)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("gitlab-ci", GITLAB),
        ("github-actions", ROOT / "action.yml"),
        *(("github-workflows", path) for path in (GITHUB, *WORKFLOWS)),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_the_published_schema_is_met(schema: str, path: Path) -> None:
    checked(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", path)


def test_the_schema_of_gitlab_refuses_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text(
        GITLAB.read_text("utf-8").replace("resource_group:", "resource_groups:"), "utf-8"
    )
    with pytest.raises(AssertionError, match="resource_groups"):
        checked(BIN / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", tmp_path / "broken.yml")


def test_this_repository_publishes_as_every_workspace_does() -> None:
    """The shell that the tests run for real is the shell that this repository's workflow runs."""
    own = yaml.safe_load((ROOT / ".github/workflows/packs.yml").read_text("utf-8"))["jobs"]["publish"][
        "steps"
    ]
    brought = {
        step["name"]: step["run"]
        for step in yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]["publish"]["steps"]
        if "run" in step
    }
    shells = {step["name"]: step["run"] for step in own if "run" in step}
    assert set(shells) == {"Build the drafts", "Build the release", "Publish to the branch"}
    assert all(brought[name] == run for name, run in shells.items())


@pytest.mark.parametrize(
    ("forge", "place"), [("github", ".github/workflows/docgen.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_init_writes_a_pipeline_for_this_version(tmp_path: Path, forge: str, place: str) -> None:
    assert CliRunner().invoke(docgen, ["init", str(tmp_path / "house"), "--ci", forge]).exit_code == 0
    text = (tmp_path / "house" / place).read_text("utf-8")
    assert f"The wheel of docgen {__version__} with its hash" in text
    assert "@VERSION@" not in text
    assert yaml.safe_load(text)


@pytest.mark.parametrize(
    "path", [GITHUB, GITLAB, *WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name
)
def test_every_install_is_pinned_by_hash(path: Path) -> None:
    """A name of an index installs what its holder put there. `file://`, `https://` have a hash, `$SOURCE` is a commit."""
    installs = re.findall(r"pip install (.*)", path.read_text("utf-8"))
    assert [
        line
        for line in installs
        if not re.fullmatch(
            r'--quiet (--no-deps "\$wheel"|--require-hashes -r .*|--no-deps --no-build-isolation "\$SOURCE")',
            line,
        )
    ] == []


@pytest.mark.parametrize("path", [GITHUB, *WORKFLOWS], ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    assert [
        name for name in used if name != "./" and not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", name)
    ] == []


def test_init_adds_a_pipeline_to_a_workspace_and_never_over_one(tmp_path: Path) -> None:
    run = CliRunner().invoke
    context = tmp_path / "house"
    assert run(docgen, ["init", str(context)]).exit_code == 0
    before = {path: path.read_bytes() for path in context.rglob("*") if path.is_file()}
    told = run(docgen, ["init", str(context), "--ci", "gitlab"])
    assert (told.exit_code, ".gitlab-ci.yml" in told.output) == (0, True)
    assert {path: path.read_bytes() for path in before} == before
    (context / ".gitlab-ci.yml").write_text("mine")
    refused = run(docgen, ["init", str(context), "--ci", "gitlab"])
    assert refused.exit_code == 1
    assert "DG115" in refused.output
    assert (context / ".gitlab-ci.yml").read_text() == "mine"


def test_a_workspace_holds_no_pipeline_that_was_not_asked_for() -> None:
    assert not [
        path
        for path in starter(STARTER_DAY)
        if path.startswith(PIPELINES) or ".github" in path or ".gitlab" in path
    ]


@pytest.mark.parametrize("forge", forges())
def test_the_first_line_says_where_a_pipeline_stands(forge: str) -> None:
    place, text = pipeline(forge)
    assert bundled().read(f"{PIPELINES}/{forge}.yml").value.text.startswith(f"# {place}\n")
    assert place.encode() not in text.partition(b"\n")[0]
