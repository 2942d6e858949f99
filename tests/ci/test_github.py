"""What the story does not tell of GitHub: publishing to a storage, and the composite action."""

from pathlib import Path

import pytest
import yaml

from ..git.conftest import IDENTITY
from ..publish.conftest import bucket, s3
from .github import Forge
from .houses import share

ROOT = Path(__file__).parents[2]
__all__ = ["bucket", "s3"]


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


@pytest.mark.deep
def test_a_storage_takes_what_is_published(
    tmp_path: Path, environment: dict[str, str], stand_ins: Path, python: Path, bucket: str, s3: str
) -> None:
    import s3fs

    shared = share(tmp_path / "shared", "github")
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
    assert "published" not in shared.house.git("ls-remote", "--heads", "origin")


@pytest.mark.deep
@pytest.mark.parametrize(
    ("command", "directory", "says"), [("list engagements", "house", "demo"), ("", ".", "")]
)
def test_the_action_installs_docgen_and_runs_it(
    tmp_path: Path,
    environment: dict[str, str],
    stand_ins: Path,
    python: Path,
    command: str,
    directory: str,
    says: str,
) -> None:
    """The steps of `action.yml`, with this checkout as the place where the action was fetched to."""
    shared = share(tmp_path / "shared", "github")
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
        workflow, "job", shared.house.root, github={"action_path": str(ROOT)}, inputs=inputs
    )
    assert ran.failed == ""
    assert list(ran.steps) == ["Install docgen", *(["Run docgen"] if command else [])]
    assert says in ran.steps.get("Run docgen", "")
    assert "libpango" in (tmp_path / "state" / "calls").read_text()
