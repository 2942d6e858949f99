"""Printers are functions of the same values."""

import json

import pytest

from docgen.cli import formats
from docgen.cli.formats._visible import visible
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span

HERE = Span("a.yaml", 2, 5, 8)


def fault(
    message: str = "a fault", hint: str = "", span: Span = HERE, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(span, "DG999", severity, message, hint)


def shown(form: str, *faults: Diagnostic, line: str = "", colour: bool = False) -> str:
    return formats.find(form).show(faults, lambda path, number: line, colour)


def test_human_comes_first_and_each_file_is_a_format() -> None:
    assert formats.names()[0] == "human"
    assert {"human", "short", "json", "github", "sarif"} <= set(formats.names())


@pytest.mark.parametrize("form", formats.names())
def test_no_fault_is_no_line_or_an_empty_document(form: str) -> None:
    text = shown(form)
    assert text == "" or json.loads(text) is not None


def carets(line: str, span: Span) -> tuple[str, str]:
    """The line as shown, and what stands above the carets."""
    rows = shown("human", fault(span=span), line=line).splitlines()
    text, marks = rows[3].partition("| ")[2], rows[4].partition("| ")[2]
    start = marks.index("^")
    return text, text[start : start + marks.count("^")]


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("gti: 8 h", "8 h"),
        ("\tgti:\t8 h", "8 h"),
        ("prix\u00a0: 8 h", "8 h"),
        ("\u202fé: 8 h", "8 h"),
        ("x" * 200 + " 8 h", "8 h"),
        ("8 h" + "x" * 300, "8 h"),
        ("y" * 80 + "8 h" + "x" * 300, "8 h"),
    ],
)
def test_the_carets_stand_under_the_exact_columns(line: str, marked: str) -> None:
    at = line.index("8 h") + 1
    text, above = carets(line, Span("a", 2, at, at + 3))
    assert above == marked
    assert len(text) <= 112


def test_a_control_character_before_the_place_moves_the_carets() -> None:
    text, above = carets("a\x1bb 8 h", Span("a", 2, 5, 8))
    assert text == "a\\x1bb 8 h"
    assert above == "8 h"


def test_a_place_without_width_has_one_caret() -> None:
    assert carets("abc", Span("a", 2, 2, 2)) == ("abc", "b")


def test_a_fault_of_a_whole_file_shows_no_line() -> None:
    assert (
        shown("human", fault(hint="do it")) == "error[DG999]: a fault\n  --> a.yaml:2:5\n  = hint: do it\n\n"
    )


def test_colour_adds_nothing_but_colour() -> None:
    import re

    coloured = shown("human", fault(hint="h"), line="gti: 8 h", colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown("human", fault(hint="h"), line="gti: 8 h")
    assert coloured.startswith("\x1b[1;31merror[DG999]\x1b[0m")


@pytest.mark.parametrize("form", ["human", "short"])
def test_no_text_steers_a_terminal(form: str) -> None:
    text = shown(form, fault(message="\x1b[2Jx\r", hint="\x07", span=Span("a\x1b.yaml")), line="\x1b]0;x")
    assert "\x1b" not in text
    assert "\r" not in text
    assert "\\x1b[2Jx" in text


def test_visible_keeps_what_french_needs() -> None:
    assert visible("«\u00a0é\u202f!\u00a0»") == "«\u00a0é\u202f!\u00a0»"
    assert visible("\x00\u202e\udcff") == "\\x00\\u202e\\udcff"


def test_workflow_commands_escape_what_would_end_them() -> None:
    text = shown(
        "github",
        fault(message="100 %\nx", hint="h", span=Span("a,b:c.yaml", 2, 5, 8), severity=Severity.NOTE),
    )
    assert text == "::notice file=a%2Cb%3Ac.yaml,line=2,col=5,endColumn=8,title=DG999::100 %25%0Ax (h)\n"


def test_json_keeps_every_field() -> None:
    (row,) = json.loads(shown("json", fault("é", "h")))
    assert row == {
        "path": "a.yaml", "line": 2, "column": 5, "end_column": 8, "code": "DG999", "severity": "error", "message": "é", "hint": "h",
    }  # fmt: skip
