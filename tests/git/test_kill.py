"""A kill at any moment of a release leaves the former state or the new one; two releases at once cannot both win."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import FACTS, SharedContext

DRIVER = Path(__file__).with_name("killed.py")
ASIDE = ".demo.former/"
NEW = {"demo/CHANGELOG.md", "demo/changes/facturation.md", "demo/releases/1.1.0.yaml"}


@pytest.fixture
def ready(released: SharedContext) -> SharedContext:
    """A released workspace with one change, its reason, and the pages of the next version in the cache."""
    released.write(FACTS, released.read(FACTS) + "contacts: {billing: {client: dsi}}\n")
    released.write("engagements/demo/changes/facturation.md", "Un autre interlocuteur.\n")
    released.commit()
    return released


def _killed(context: SharedContext, *options: str) -> list[dict[str, Any]]:
    result = subprocess.run(
        [sys.executable, str(DRIVER), str(context.root), *options],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.deep
@pytest.mark.parametrize("options", [(), ("no-swap",)], ids=["exchange", "two renames"])
def test_a_kill_at_every_touch_of_the_disk(ready: SharedContext, options: tuple[str, ...]) -> None:
    *killed, lived = _killed(ready, *options)
    assert lived["killed"] is None
    old = {path: digest for path, digest in killed[0]["then"].items() if not path.startswith(".")}
    new = {path: digest for path, digest in lived["then"].items() if not path.startswith(".")}
    assert set(new) ^ set(old) == {"demo/changes/facturation.md", "demo/releases/1.1.0.yaml"}
    assert {path for path in set(old) | set(new) if old.get(path) != new.get(path)} == NEW
    assert len(killed) >= 8, "claim, staging, three files, the exchange, the clearing away"
    seen = []
    for kill in killed:
        standing = {path: digest for path, digest in kill["then"].items() if path.startswith("demo/")}
        if not standing:
            assert options, "an exchange in one step leaves no gap"
            aside = {
                path.removeprefix(ASIDE): digest
                for path, digest in kill["then"].items()
                if path.startswith(ASIDE)
            }
            assert {f"demo/{path}": digest for path, digest in aside.items()} == old
        else:
            assert standing in (old, new), f"killed at touch {kill['killed']}"
        seen.append("gap" if not standing else "old" if standing == old else "new")
    assert seen == sorted(seen, key=("old", "gap", "new").index), "never back"
    assert set(seen) == {"old", "new"} | ({"gap"} if options else set())


def test_what_a_kill_left_is_cleared_by_the_next_release(ready: SharedContext) -> None:
    (ready.root / "engagements/demo").rename(ready.root / "engagements/.demo.former")
    (ready.root / "engagements/.docgen-left").mkdir()
    assert ready.does("release", "demo", "-m", "x", "--date", "2026-12-01", "-q").split()[-1] == "1.1.0"
    assert [path.name for path in (ready.root / "engagements").iterdir()] == ["demo"]


def test_a_second_release_at_the_same_time_says_so(ready: SharedContext) -> None:
    hold = "import fcntl, sys; stream = open('.docgen/release.lock', 'ab'); fcntl.flock(stream, fcntl.LOCK_EX); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], cwd=ready.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        for arguments in (("release", "demo", "-m", "x", "--date", "2026-12-01"), ("upgrade", "demo")):
            assert "error[DG610]: another release or upgrade is under way" in ready.refuses(*arguments)
        other.kill()
    assert ready.release(day="2026-12-01") == "1.1.0", "what was held ends with its process"


@pytest.mark.deep
def test_of_two_releases_at_once_one_wins(ready: SharedContext) -> None:
    docgen = shutil.which("docgen", path=str(Path(sys.executable).parent))
    assert docgen is not None
    command = [docgen, "release", "demo", "-m", "x", "--date", "2026-12-01", "--format", "short"]
    both = [
        subprocess.Popen(command, cwd=ready.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [(process.communicate(timeout=120), process.returncode) for process in both]
    assert sorted(code for _, code in said) == [0, 1], said
    loser = next(output[0] + output[1] for output, code in said if code)
    assert "DG610" in loser or "DG607" in loser, "it is under way, or its lock is there and not committed"
    assert sorted(path.name for path in (ready.root / "engagements/demo/releases").iterdir()) == [
        "1.0.0.yaml",
        "1.1.0.yaml",
    ]
