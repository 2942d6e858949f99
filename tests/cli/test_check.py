"""`docgen check`: exit status, streams, formats, as a person or a program meets them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

FAULTY = "id: demo\ncontract:\n  date: 2026-02-30\n  effective: NO\n"


@pytest.fixture
def faulty(context: Path) -> Path:
    (context / "engagements/demo/engagement.yaml").write_text(FAULTY, "utf-8")
    return context


@pytest.fixture
def warned(context: Path) -> Path:
    (context / "engagements/demo/engagement.yaml").write_text("id: demo\ntitle: NO\n", "utf-8")
    return context


@pytest.mark.usefixtures("context")
def test_a_sound_workspace(run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no fault\n")


@pytest.mark.usefixtures("faulty")
def test_faults_are_shown_with_their_line_and_a_caret(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == (
        "error[DG204]: contract.date: '2026-02-30' is not a day of the calendar\n"
        "  --> engagements/demo/engagement.yaml:3:9\n"
        "  |\n"
        "3 |   date: 2026-02-30\n"
        "  |         ^^^^^^^^^^\n"
        "  = hint: check the day and the month\n"
        "\n"
        "warning[DG107]: other YAML readers change 'NO'\n"
        "  --> engagements/demo/engagement.yaml:4:14\n"
        "  |\n"
        "4 |   effective: NO\n"
        "  |              ^^\n"
        "  = hint: write it in quotes: 'NO'\n"
        "\n"
        "error[DG204]: contract.effective: 'NO' is not a date\n"
        "  --> engagements/demo/engagement.yaml:4:14\n"
        "  |\n"
        "4 |   effective: NO\n"
        "  |              ^^\n"
        "  = hint: write year-month-day, as in '2026-12-01'\n"
        "\n"
    )
    assert result.stderr == "2 errors, 1 warning\n"


@pytest.mark.usefixtures("faulty")
def test_one_line_for_each_fault(run: Run) -> None:
    result = run("check", "--format", "short")
    assert result.exit_code == 1
    assert (
        result.stdout.splitlines()[0]
        == "engagements/demo/engagement.yaml:3:9: error[DG204] contract.date: '2026-02-30' is not a day of the calendar"
    )
    assert len(result.stdout.splitlines()) == 3
    assert result.stderr == ""


@pytest.mark.usefixtures("faulty")
def test_json_for_programs(run: Run) -> None:
    result = run("check", "demo", "--format", "json")
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    assert rows[0] == {
        "path": "engagements/demo/engagement.yaml",
        "line": 3,
        "column": 9,
        "end_column": 19,
        "code": "DG204",
        "severity": "error",
        "message": "contract.date: '2026-02-30' is not a day of the calendar",
        "hint": "check the day and the month",
    }
    assert [row["severity"] for row in rows] == ["error", "warning", "error"]


@pytest.mark.usefixtures("context")
def test_json_of_a_sound_workspace_is_an_empty_list(run: Run) -> None:
    result = run("check", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, [], "")


@pytest.mark.usefixtures("faulty")
def test_workflow_commands_for_a_forge(run: Run) -> None:
    result = run("check", "--format", "github")
    assert result.stdout.splitlines()[1] == (
        "::warning file=engagements/demo/engagement.yaml,line=4,col=14,endColumn=16,title=DG107::other YAML readers change 'NO' (write it in quotes: 'NO')"
    )


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
@pytest.mark.usefixtures("warned")
def test_a_warning_fails_only_when_strict(run: Run, options: tuple[str, ...], status: int) -> None:
    result = run("check", *options)
    assert (result.exit_code, result.stderr) == (status, "1 warning\n")


@pytest.mark.parametrize(
    "name",
    [
        "demo",
        "engagements/demo",
        "engagements/demo/",
        "engagements/demo/engagement.yaml",
        "./engagements/demo",
    ],
)
@pytest.mark.usefixtures("context")
def test_an_engagement_by_any_name_that_people_type(run: Run, name: str) -> None:
    assert run("check", name).exit_code == 0


@pytest.mark.usefixtures("context")
def test_an_unknown_engagement_suggests_the_nearest(run: Run) -> None:
    result = run("check", "dmo", "--format", "short")
    assert (result.exit_code, result.stdout) == (
        1,
        "engagements/dmo:1:1: error[DG112] there is no engagement 'dmo'\n",
    )
    assert "did you mean 'demo'?" in run("check", "dmo").stdout
    assert "engagements: demo" in run("check", "zzzzz").stdout


@pytest.mark.usefixtures("faulty")
def test_from_a_directory_inside(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("engagements/demo")
    assert run("check", "--format", "short").stdout.startswith("engagements/demo/engagement.yaml:3:9:")


def test_outside_of_a_workspace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert result.exit_code == 2
    assert "docgen init DIR" in result.stderr


@pytest.mark.usefixtures("context")
def test_an_unknown_format_is_wrong_usage(run: Run) -> None:
    assert run("check", "--format", "xml").exit_code == 2


@pytest.mark.usefixtures("faulty")
def test_no_colour_where_there_is_no_terminal(run: Run) -> None:
    assert "\x1b" not in run("check").output


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
@pytest.mark.usefixtures("faulty")
def test_colour_on_a_terminal_unless_it_is_unwanted(
    variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.cli.terminal import wants_colour

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    class Terminal:
        def isatty(self) -> bool:
            return True

    assert wants_colour(Terminal()) is coloured
    assert not wants_colour(object())


def test_the_name_of_a_file_that_is_no_text(context: Path, run: Run) -> None:
    (context / "clauses" / "objet" / "x\udcffy.fr.md").write_text("")
    for form in ("human", "short", "github"):
        assert run("check", "--format", form).exit_code == 1
    (row,) = json.loads(run("check", "--format", "json").stdout)
    assert row["path"] == "clauses/objet/x\udcffy.fr.md"
    sarif = json.loads(run("check", "--format", "sarif").stdout)
    assert (
        sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "clauses/objet/x%FFy.fr.md"
    )


# --- a text that is no clause ------------------------------------------------------------------------------


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text in French outside of the workspace, with a word that was left in on its third line."""
    path = tmp_path / "letters" / "letter.md"
    path.parent.mkdir()
    path.write_text(
        "Le Prestataire assure le service.\n\nTODO: le délai est à convenir avec le Client.\n", "utf-8"
    )
    return path


@pytest.mark.usefixtures("context")
def test_a_text_is_checked_without_a_workspace_of_its_own(run: Run, letter: Path) -> None:
    result = run("check", "--text", str(letter), "--format", "json")
    rows = json.loads(result.stdout)
    assert [(row["path"], row["line"]) for row in rows if "TODO" in row["message"]] == [("letter.md", 3)]
    letter.write_text("Le Prestataire assure le service.\n", "utf-8")
    clean = run("check", "--text", str(letter))
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "", "no fault\n")


def test_outside_of_a_workspace_the_locales_of_docgen_serve(
    run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(letter.parent)
    assert "TODO" in run("check", "--text", "letter.md").stdout


@pytest.mark.usefixtures("context")
def test_a_language_without_a_locale_is_wrong_usage(run: Run, letter: Path) -> None:
    result = run("check", "--text", str(letter), "--language", "zz")
    assert result.exit_code == 2
    assert "no locale 'zz': one of en, fr" in result.stderr


@pytest.mark.usefixtures("context")
def test_a_text_that_is_no_text_is_a_fault_at_its_name(run: Run, letter: Path) -> None:
    letter.write_bytes(b"\xff\xfe")
    result = run("check", "--text", str(letter), "--format", "short")
    assert result.exit_code == 1
    assert result.stdout.startswith("letter.md:1:")
