"""The other commands: list, explain, completion, build as far as no page is made; names, suggestions, exit status."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from docgen import __version__
from docgen.assemble import blocks
from docgen.cli import main as entry
from docgen.manual import Page, pages
from docgen.processes import shared

Run = Callable[..., Result]


def commands() -> list[str]:
    return entry.docgen.list_commands(click.Context(entry.docgen))


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_and_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"docgen {name}" in result.stdout


def test_the_help_names_every_command(run: Run) -> None:
    listed = run("--help").stdout
    assert all(f"  {name} " in listed for name in commands())


def test_the_version(run: Run) -> None:
    assert run("--version").stdout == f"docgen, version {__version__}\n"


def test_an_unknown_command_suggests_the_nearest(run: Run) -> None:
    result = run("chek")
    assert result.exit_code == 2
    assert "no such command 'chek': did you mean 'check'?" in result.stderr
    assert run("zzzzzz").exit_code == 2


@pytest.mark.usefixtures("context")
def test_list_kinds(run: Run) -> None:
    assert run("list", "kinds").stdout == "contract   Contrat\nsla-annex  Niveaux de service\n"


@pytest.mark.usefixtures("context")
def test_list_engagements(run: Run) -> None:
    assert run("list", "engagements").stdout == "demo\n"
    (row,) = json.loads(run("list", "engagements", "--format", "json").stdout)
    assert (row["id"], row["path"]) == ("demo", "engagements/demo")


@pytest.mark.usefixtures("context")
def test_list_clauses(run: Run) -> None:
    rows = json.loads(run("list", "clauses", "--format", "json").stdout)
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    (row,) = [row for row in rows if row["id"] == "objet.objet"]
    assert (row["title"], row["owner"], row["positions"], row["path"]) == (
        "Objet",
        "legal",
        "standard",
        "clauses/objet/objet.fr.md",
    )


@pytest.mark.usefixtures("context")
def test_list_rules_and_blocks(run: Run) -> None:
    assert len(run("list", "rules").stdout.splitlines()) == len(pages())
    assert [line.split()[0] for line in run("list", "blocks").stdout.splitlines()] == list(blocks.names())
    assert [line.split()[0] for line in run("list", "locales").stdout.splitlines()] == ["en", "fr"]


def test_a_list_in_a_faulty_workspace(context: Path, run: Run) -> None:
    (context / "docgen.yaml").write_text("language: fr\n")
    result = run("list", "kinds")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "DG202" in result.stderr


@pytest.mark.usefixtures("context")
def test_an_unknown_list_is_wrong_usage(run: Run) -> None:
    assert run("list", "things").exit_code == 2


def test_explain_prints_the_manual_page(run: Run) -> None:
    result = run("explain", "dg204")
    assert result.exit_code == 0
    assert result.stdout.startswith("DG204 wrong-quantity (error)\n\n")
    assert "Faulty: engagements/demo/engagement.yaml" in result.stdout
    assert "Sound: engagements/demo/engagement.yaml" in result.stdout


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_every_fault_can_be_explained_by_code_and_name(run: Run, page: Page) -> None:
    shown = run("explain", page.code)
    assert shown.exit_code == 0
    assert page.title in shown.stdout
    assert run("explain", page.name).stdout == shown.stdout


def test_an_unknown_rule_suggests_the_nearest(run: Run) -> None:
    result = run("explain", "DG2044")
    assert result.exit_code == 2
    assert "did you mean 'DG204'?" in result.stderr
    assert "did you mean 'accountable-twice'?" in run("explain", "Acountable-twice").stderr
    assert "docgen list rules" in run("explain", "zzz").stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_DOCGEN_COMPLETE" in result.stdout


def test_completion_of_another_shell_is_wrong_usage(run: Run) -> None:
    assert run("completion", "tcsh").exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [("build",), ("build", "demo", "--all"), ("build", "demo", "--format", "xml"), ("build", "--nothing")],
)
@pytest.mark.usefixtures("context")
def test_wrong_usage_of_build(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unknown_kind_is_wrong_usage_and_names_the_kinds(context: Path, run: Run) -> None:
    result = run("build", "demo", "--only", "rci")
    assert result.exit_code == 2
    assert "no document kind 'rci'" in result.stderr
    assert "contract, sla-annex" in result.stderr
    assert not (context / "outputs").exists()


def test_faults_stop_a_build_before_any_page(context: Path, run: Run) -> None:
    (context / "engagements/demo/engagement.yaml").write_text("id: demo\ntitle: [x]\n")
    result = run("build", "demo", "--format", "json")
    assert result.exit_code == 1
    assert [row["code"] for row in json.loads(result.stdout)] == ["DG203"]
    assert not (context / "outputs").exists()


@pytest.mark.parametrize("name", ["..", "../demo2", "/", "/etc", "demo/../..", ".", "demo\n", "é" * 300])
def test_a_name_that_is_no_engagement_builds_nothing(context: Path, run: Run, name: str) -> None:
    result = run("build", name)
    assert result.exit_code == 1
    assert "error[DG112]" in result.stderr
    assert not (context / "outputs").exists()
    assert [path.name for path in context.parent.iterdir()] == ["house"]


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    """The exit status of the whole program."""
    monkeypatch.setattr("sys.argv", ["docgen", *arguments])
    with pytest.raises(SystemExit) as caught:
        entry.main()
    return caught.value.code


@pytest.mark.usefixtures("context")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("check",), 0), (("check", "dmo"), 1), (("check", "--nothing"), 2), (("--version",), 0)],
)
def test_the_exit_status_of_the_program(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int
) -> None:
    assert ended(monkeypatch, *arguments) == status


@pytest.mark.usefixtures("context")
def test_a_bug_ends_with_status_3_and_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.delenv("DOCGEN_TRACE", raising=False)
    monkeypatch.setattr("docgen.cli.check.check", broken)
    assert ended(monkeypatch, "check") == 3
    assert (
        capsys.readouterr().err
        == "docgen: bug: ZeroDivisionError: two lines (set DOCGEN_TRACE=1 to see the trace)\n"
    )
    monkeypatch.setenv("DOCGEN_TRACE", "1")
    assert ended(monkeypatch, "check") == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.usefixtures("context")
def test_a_process_that_died_ends_with_status_3_and_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(*_: object, **__: object) -> tuple[None, ...]:
        return tuple(shared([lambda: signal.raise_signal(signal.SIGKILL)] * 2))

    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1})
    monkeypatch.setattr("docgen.cli.check.check", check)
    assert ended(monkeypatch, "check") == 3
    told = (
        "the system ended a process that shared the work, perhaps for want of memory: run the command again"
    )
    assert capsys.readouterr().err == f"docgen: {told}\n"


@pytest.mark.usefixtures("context")
def test_what_the_system_refuses_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "outputs/x")

    monkeypatch.setattr("docgen.cli.check.check", refused)
    assert ended(monkeypatch, "check") == 1
    assert capsys.readouterr().err == "docgen: outputs/x: No space left on device\n"


@pytest.mark.usefixtures("context")
def test_a_check_can_be_repeated_as_of_a_day(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOCGEN_TODAY", "2099-01-01")
    assert ended(monkeypatch, "check", "--strict") == 1
    assert "DG325" in capsys.readouterr().out, "the review of every clause fell due"
    monkeypatch.setenv("DOCGEN_TODAY", "tomorrow")
    assert ended(monkeypatch, "check") == 2
    assert "DOCGEN_TODAY is no date: write it as 2027-01-31" in capsys.readouterr().err
