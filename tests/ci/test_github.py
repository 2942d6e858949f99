"""What the story does not tell of GitHub: publishing to a storage, and the composite action."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from ..git.conftest import IDENTITY
from ..publish.conftest import bucket, s3
from .github import Forge, Ran
from .wheelhouse import LOCK
from .workspaces import PIPELINES, share

ROOT = Path(__file__).parents[2]
SOURCES = ("src", "clauses", "templates", "pyproject.toml", "README.md", "LICENSE")
__all__ = ["bucket", "s3"]


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


@pytest.mark.deep
def test_a_storage_takes_what_is_published(
    context: Path,
    tmp_path: Path,
    environment: dict[str, str],
    stand_ins: Path,
    python: Path,
    bucket: str,
    s3: str,
) -> None:
    import s3fs

    shared = share(tmp_path / "shared", "github", context)
    clone = shared.checkout(tmp_path / "runner", "main")
    ran = Forge(tmp_path / "forge", environment, stand_ins, python).run(
        clone.root / ".github/workflows/docgen.yml", "publish", clone.root,
        github={"event_name": "push", "ref_type": "branch", "ref_name": "main", "sha": clone.git("rev-parse", "HEAD")},
        vars={"DOCGEN_TARGET": f"{bucket}/ci", "DOCGEN_URL": "https://contrats.example/", "AWS_ENDPOINT_URL": s3},
        secrets={"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"},
    )  # fmt: skip
    assert ran.failed == ""
    storage = s3fs.S3FileSystem()
    assert storage.exists("contracts/published/ci/demo/1.0.0-draft/contract.pdf")
    assert b'href="https://contrats.example/demo/1.0.0-draft/contract.pdf"' in storage.cat_file(
        "contracts/published/ci/index.html"
    )
    assert "published" not in shared.context.git("ls-remote", "--heads", "origin")


@pytest.mark.deep
@pytest.mark.parametrize(
    ("command", "directory", "says"),
    [
        ("list engagements", "house", "demo"),
        ("init 'my house'", ".", "my house: a workspace"),
        ("", ".", ""),
    ],
)
def test_the_action_installs_docgen_and_runs_it(
    context: Path,
    tmp_path: Path,
    environment: dict[str, str],
    stand_ins: Path,
    python: Path,
    command: str,
    directory: str,
    says: str,
) -> None:
    """The steps of `action.yml`, with the files of this checkout in the place where the action was fetched to."""
    fetched = tmp_path / "action"
    for name in SOURCES:
        copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (fetched / name).parent.mkdir(parents=True, exist_ok=True)
        copied(ROOT / name, fetched / name)
    shutil.copy(context / LOCK, fetched / "requirements-pipeline.lock")
    shared = share(tmp_path / "shared", "github", context)
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = [{**step, "working-directory": None} for step in action["runs"]["steps"]]
    assert all(step.pop("shell") == "bash" for step in steps)
    workflow = tmp_path / "as-workflow.yml"
    workflow.write_text(yaml.safe_dump({"jobs": {"job": {"steps": steps}}}), "utf-8")
    inputs = {
        **{name: entry["default"] for name, entry in action["inputs"].items()},
        "command": command,
        "directory": directory,
    }
    ran = Forge(tmp_path / "forge", environment, stand_ins, python).run(
        workflow, "job", shared.context.root, github={"action_path": str(fetched)}, inputs=inputs
    )
    assert ran.failed == ""
    assert list(ran.steps) == ["Install docgen", *(["Run docgen"] if command else [])]
    assert says in ran.steps.get("Run docgen", "")
    assert "libpango" in (tmp_path / "state" / "calls").read_text()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "docgen",
        "docgen-infogerance==0.1.0",
        "wheels/docgen.whl",
        "wheels/docgen.whl#sha256=",
        "git+https://forge.example/docgen",
        f"wheels/docgen.whl#sha256={'0' * 63}",
        f"wheels/docgen.whl#sha256={'A' * 64}",
        f"docgen @ https://forge.example/docgen.whl#sha256={'0' * 64}",
    ],
)
def test_nothing_is_installed_without_a_wheel_and_its_hash(
    cloned: Path,
    tmp_path: Path,
    bare_environment: dict[str, str],
    stand_ins: Path,
    python: Path,
    address: str,
) -> None:
    _with_address(cloned, address)
    ran = _published(cloned, tmp_path, bare_environment, stand_ins, python)
    assert ran.failed.startswith("Install: ::error::set DOCGEN in .github/workflows/docgen.yml to a wheel")
    assert not (tmp_path / "state" / "calls").exists()


def test_a_wheel_of_another_hash_is_not_installed(
    cloned: Path, tmp_path: Path, bare_environment: dict[str, str], stand_ins: Path, python: Path
) -> None:
    name = next((cloned / "wheels").glob("docgen_infogerance-*.whl")).name
    _with_address(cloned, f"wheels/{name}#sha256={'0' * 64}")
    ran = _published(cloned, tmp_path, bare_environment, stand_ins, python)
    assert "DO NOT MATCH" in ran.failed
    assert list(ran.steps) == ["Install"]


@pytest.fixture(scope="module")
def cloned(own_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh checkout of a workspace with a pipeline."""
    folder = tmp_path_factory.mktemp("github")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        return share(folder / "shared", "github", own_wheel).checkout(folder / "runner", "main").root


def _with_address(clone: Path, address: str) -> None:
    """Give DOCGEN in the pipeline another value."""
    path = clone / PIPELINES["github"]
    path.write_text(re.sub('DOCGEN: ".*"', f'DOCGEN: "{address}"', path.read_text("utf-8")), "utf-8")


def _published(
    clone: Path, tmp_path: Path, environment: dict[str, str], stand_ins: Path, python: Path
) -> Ran:
    return Forge(tmp_path / "forge", environment, stand_ins, python).run(
        clone / PIPELINES["github"],
        "publish",
        clone,
        github={"event_name": "push", "ref_type": "branch", "ref_name": "main", "sha": "0" * 40},
    )
