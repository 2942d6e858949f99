"""`docgen init`: a workspace that is sound at once; a directory that holds something stays as it is."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli.init import STARTER_DAY, dated, starter
from docgen.cli.main import docgen
from docgen.pipeline.checking import check_workspace
from docgen.read.jsonschema import SCHEMAS
from docgen.text.diagnostics import Severity
from docgen.workspace import Workspace, create_workspace


def run(*arguments: str) -> Result:
    """The result of a command."""
    return CliRunner().invoke(docgen, arguments)


def files(folder: Path) -> set[str]:
    """The files under a directory."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_workspace_has_all_that_it_needs(tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "house"))
    assert result.exit_code == 0
    assert f"cd {tmp_path / 'house'}" in result.output
    made = files(tmp_path / "house")
    assert made >= {
        "docgen.yaml",
        ".gitignore",
        "README.md",
        "engagements/exemple/engagement.yaml",
        "clauses/terms.yaml",
    }
    assert made >= {f".docgen/schemas/{kind}.schema.json" for kind in SCHEMAS}
    assert any(path.startswith("templates/fonts/") for path in made)
    assert not any("starter" in path or ".docgen-" in path for path in made)
    assert files(tmp_path) == {f"house/{path}" for path in made}, "nothing is left beside it"


def test_what_is_committed_of_it_are_no_locks_no_cache_and_no_packs(tmp_path: Path) -> None:
    root = tmp_path / "house"
    run("init", str(root))
    made = files(root)
    for path in (
        ".docgen/release.lock",
        ".docgen/exchange.lock",
        ".docgen/cache/key",
        "outputs/exemple/pack.pdf",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "add", "-A"], check=True)
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z"], check=True, capture_output=True, text=True
    )
    assert set(listed.stdout.split("\0")) - {""} == made


@pytest.mark.parametrize(
    "day",
    [
        STARTER_DAY,
        pytest.param(date(2024, 2, 29), marks=pytest.mark.deep),
        pytest.param(date(2031, 7, 14), marks=pytest.mark.deep),
    ],
)
def test_its_engagement_is_sound_on_the_day(tmp_path: Path, day: date) -> None:
    assert create_workspace(tmp_path / "house", starter(day)) == ()
    checked, diagnostics = check_workspace(Workspace(tmp_path / "house"), (), day)
    assert [
        d for d in diagnostics if d.span.path.startswith("engagements/") and d.severity is not Severity.NOTE
    ] == []
    assert list(checked.packs) == ["exemple"]


def test_every_part_names_its_schema(tmp_path: Path) -> None:
    create_workspace(tmp_path / "house", starter(STARTER_DAY))
    for part in (tmp_path / "house/engagements/exemple").iterdir():
        mark, _, schema = part.read_text(encoding="utf-8").partition("\n")[0].partition("$schema=")
        assert mark == "# yaml-language-server: "
        assert (part.parent / schema).is_file()


def test_dates_move_by_whole_weeks() -> None:
    text = "date: 2026-11-24\nbase_month: 2026-09\nreference: EXE-001\nphone: +33 2 61 91 10 01\n"
    assert dated(text, date(2026, 11, 30)) == text
    assert dated(text, date(2026, 12, 1)).startswith("date: 2026-12-01\nbase_month: 2026-09\n")
    assert dated(text, date(2027, 11, 24)).startswith("date: 2027-11-23\nbase_month: 2027-09\n")


def test_an_empty_directory_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    result = run("init", ".")
    assert result.exit_code == 0
    assert "cd " not in result.output
    assert (tmp_path / "docgen.yaml").is_file()


def test_a_directory_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = run("init", str(tmp_path))
    assert result.exit_code == 1
    assert "DG115" in result.output
    assert "name a new directory" in result.output
    assert files(tmp_path) == {"mine.txt"}


def test_what_the_system_refuses_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("init", str(tmp_path / "file" / "house"))
    assert result.exit_code == 1
    assert "DG115" in result.output
    assert files(tmp_path) == {"file"}


def test_a_failure_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    """A file where another path needs a directory."""
    faults = create_workspace(tmp_path / "house", {"a": b"", "a/b": b""})
    assert [fault.code for fault in faults] == ["DG115"]
    assert list(tmp_path.iterdir()) == []
