"""A kill at any moment leaves the old pack or the new one, whole, and the next build mends the rest."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from .places import contents, docgen

DRIVER = Path(__file__).with_name("killed.py")
PACK = "1.0.0-draft"
ASIDE = ".1.0.0-draft.former"


class States(NamedTuple):
    """A workspace whose pack is old and whose new pages are in the cache; the hashes of its old and its new pack."""

    root: Path
    old: dict[str, str]
    new: dict[str, str]


def _hashes(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents(folder).items()}


@pytest.fixture
def states(demo: Path, tmp_path: Path) -> States:
    folder = demo / "outputs/demo" / PACK
    shutil.copytree(folder, tmp_path / "former")
    (demo / "engagements/demo/engagement.yaml").write_text(
        "id: demo\ncontract: {reference: DEMO-2027}\n", "utf-8"
    )
    result = docgen(demo, "build", "demo")
    assert result.returncode == 0, result.stderr
    new = _hashes(folder)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "former", folder)
    return States(demo, _hashes(folder), new)


def _killed(root: Path, *options: str) -> list[dict[str, Any]]:
    result = subprocess.run(
        [sys.executable, str(DRIVER), str(root), "demo", *options],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def _under(files: dict[str, str], folder: str) -> dict[str, str]:
    prefix = f"demo/{folder}/"
    return {path.removeprefix(prefix): digest for path, digest in files.items() if path.startswith(prefix)}


@pytest.mark.parametrize(
    ("each", "options"),
    [
        pytest.param(5, (), id="exchange, now and then"),
        pytest.param(1, (), id="exchange", marks=pytest.mark.deep),
        pytest.param(1, ("no-swap",), id="two renames", marks=pytest.mark.deep),
    ],
)
def test_a_kill_at_every_touch_of_the_disk(states: States, each: int, options: tuple[str, ...]) -> None:
    assert states.old.keys() == states.new.keys()
    assert states.old != states.new
    *killed, lived = _killed(states.root, str(each), *options)
    assert lived["killed"] is None
    assert [kill["killed"] for kill in killed] == list(range(1, each * len(killed) + 1, each))
    assert each * len(killed) >= 8, "staging, four files, the exchange, the clearing away"
    seen = []
    for kill in killed:
        standing = _under(kill["then"], PACK)
        if not standing:
            assert options, "an exchange in one step leaves no gap"
            assert _under(kill["then"], ASIDE) == states.old, (
                "between two renames the old pack stands whole beside its place"
            )
        else:
            assert standing in (states.old, states.new), f"killed at touch {kill['killed']}"
        seen.append("gap" if not standing else "old" if standing == states.old else "new")
    assert seen == sorted(seen, key=("old", "gap", "new").index), "never back to the old pack"
    assert set(seen) == {"old", "new"} | ({"gap"} if options else set())
    for kill in (*killed, lived):
        assert kill["recovered"] == 0
        assert kill["after"] == {f"demo/{PACK}/{name}": digest for name, digest in states.new.items()}, (
            "nothing is left beside the pack"
        )
