"""Wheels of docgen and of all that it needs, made from what is installed here: pip then installs for real, without a network.

docgen's wheel is built by hatchling; the others are put together again from their files, as their `RECORD` lists them.
Their hashes are therefore their own: the lock in docgen's wheel is replaced by one that names these wheels.
"""

import base64
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from packaging.requirements import Requirement
from packaging.tags import sys_tags

ROOT = Path(__file__).parents[2]
LOCK = "requirements.lock"
BUILDING = ("hatchling", "editables")
_OWN = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}  # of the installation, not of the wheel


def wheel(folder: Path) -> Path:
    """Build docgen's wheel into a directory."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def wheelhouse(folder: Path) -> Path:
    """Fill a directory with the wheels."""
    own, *_ = wheel(folder).glob("docgen_infogerance-*.whl")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for found in _closure((*project["dependencies"], *project["optional-dependencies"]["s3"], *BUILDING)):
        _pack(found, folder)
    lock = "".join(
        "{}=={} --hash=sha256:{}\n".format(*path.name.split("-")[:2], sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.glob("*.whl"))
        if path != own
    )
    (folder / LOCK).write_text(lock)
    _replace(own, f"docgen/bundled/{LOCK}", lock)
    return folder


def address(folder: Path) -> str:
    """docgen's wheel in a directory, as the variable DOCGEN of a pipeline names one."""
    (wheel,) = folder.glob("docgen_infogerance-*.whl")
    return f"{folder.name}/{wheel.name}#sha256={sha256(wheel.read_bytes()).hexdigest()}"


def variables(context: Path) -> dict[str, str]:
    """The environment in which pip sees these wheels and nothing else."""
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": context.as_uri(),
        "PIP_NO_COMPILE": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_CONFIG_FILE": os.devnull,
    }


def _replace(built: Path, name: str, text: str) -> None:
    """Replace a file that the wheel holds."""
    with ZipFile(built) as former:
        contents = {entry.filename: former.read(entry) for entry in former.infolist()}
    assert name in contents
    with ZipFile(built, "w", ZIP_STORED) as changed:
        for path, content in {**contents, name: text.encode()}.items():
            changed.writestr(path, content)


def _closure(names: tuple[str, ...]) -> Iterator[Distribution]:
    """The distributions of these requirements and of what they require, each once."""
    waiting = [Requirement(name) for name in names]
    seen: set[tuple[str, str]] = set()
    told: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        found = distribution(wanted.name)
        for extra in ("", *sorted(wanted.extras)):
            if (found.name, extra) in seen:
                continue
            seen.add((found.name, extra))
            required = (Requirement(line) for line in found.requires or ())
            waiting += [
                need for need in required if need.marker is None or need.marker.evaluate({"extra": extra})
            ]
        if found.name not in told:
            told.add(found.name)
            yield found


def _pack(found: Distribution, folder: Path) -> None:
    tags = set(re.findall(r"^Tag: (\S+)$", found.read_text("WHEEL") or "", re.MULTILINE))
    tag = next(str(tag) for tag in sys_tags() if str(tag) in tags)
    name = re.sub(r"[-_.]+", "_", found.name).lower()
    rows: list[str] = []
    with ZipFile(folder / f"{name}-{found.version}-{tag}.whl", "w", ZIP_STORED) as packed:
        for path in found.files or ():
            if (
                ".." in path.parts
                or path.suffix == ".pyc"
                or (path.parts[0].endswith(".dist-info") and path.name in _OWN)
            ):
                continue
            content = Path(str(path.locate())).read_bytes()
            packed.writestr(path.as_posix(), content)
            digest = base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
            rows.append(f'"{path.as_posix()}",sha256={digest},{len(content)}\n')
        info = next(path.parts[0] for path in found.files or () if path.parts[0].endswith(".dist-info"))
        packed.writestr(f"{info}/RECORD", "".join((*rows, f"{info}/RECORD,,\n")))
