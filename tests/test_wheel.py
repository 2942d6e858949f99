"""The wheel, alone in an environment that has only the dependencies: `docgen init`, `check` and `build` work."""

import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it must end well, and see nothing of this checkout."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if key == "DOCGEN_TODAY" or not key.startswith(("PYTHON", "DOCGEN"))
    }
    ended = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def docgen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment into which the wheel was installed."""
    place = tmp_path_factory.mktemp("wheel")
    run(
        *PIP,
        "wheel",
        "--no-build-isolation",
        "--no-deps",
        "--no-index",
        "--wheel-dir",
        place,
        ROOT,
        cwd=place,
    )
    (wheel,) = place.glob("docgen_infogerance-*.whl")
    venv.create(place / "env", with_pip=False)
    python = place / "env/bin/python"
    run(*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=place)
    (packages,) = place.glob("env/lib/python*/site-packages")
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "dependencies.pth").write_text(dependencies)  # not read for further .pth files: no checkout
    return place / "env/bin/docgen"


SHORT = ("order-form", "contacts")
LONG = ("general-terms", "dpa", "service-levels")


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        pytest.param(("exemple", "--only", SHORT[0], "--only", SHORT[1]), SHORT, id="two short documents"),
        pytest.param(("--all",), (*SHORT, *LONG, "pack"), id="all", marks=pytest.mark.deep),
    ],
)
def test_a_new_workspace_is_built_from_the_wheel(
    docgen: Path, tmp_path: Path, options: tuple[str, ...], printed: tuple[str, ...]
) -> None:
    where = run(docgen.parent / "python", "-c", "import docgen; print(docgen.__file__)", cwd=tmp_path)
    assert where.startswith(str(docgen.parents[1]))
    run(docgen, "init", "house", cwd=tmp_path)
    context = tmp_path / "house"
    run(docgen, "check", cwd=context)
    assert "DG606 release-without-git" in run(docgen, "explain", "release-without-git", cwd=context)
    assert "accountable-twice" in run(docgen, "list", "rules", cwd=context)
    run(docgen, "build", *options, "--quiet", cwd=context)
    (pack,) = (context / "outputs/exemple").iterdir()
    assert {path.name for path in pack.iterdir()} == {"manifest.json", *(f"{kind}.pdf" for kind in printed)}


def test_the_wheel_holds_the_reference(docgen: Path, tmp_path: Path) -> None:
    """Outside of any workspace: a field with the value that the terms of the wheel give it, a block."""
    assert "  default   30 days\n" in run(docgen, "explain", "payment.term", cwd=tmp_path)
    assert run(docgen, "explain", "key-terms", cwd=tmp_path).startswith("key-terms (block)")


def test_the_wheel_says_that_it_is_typed_and_on_what_it_rests(docgen: Path) -> None:
    """`py.typed` for those who check against docgen, and the lock that a pipeline installs from."""
    (package,) = docgen.parents[1].glob("lib/python*/site-packages/docgen")
    assert (package / "py.typed").read_bytes() == b""
    lock = (package / "bundled/requirements.lock").read_text("utf-8")
    assert lock == (ROOT / "requirements-pipeline.lock").read_text("utf-8")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-pipeline.lock"])
def test_every_dependency_is_locked(lock: str) -> None:
    """A dependency that was added without `make lock` would fail in a pipeline, which installs nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
    extra = project["optional-dependencies"]["s3"] if "pipeline" in lock else []
    wanted = {re.split(r"[^\w.-]", line)[0] for line in (*project["dependencies"], *extra)}
    assert wanted <= locked
