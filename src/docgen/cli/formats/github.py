"""Workflow commands that a forge shows beside the line."""

from collections.abc import Sequence

from docgen.cli.formats import Lines
from docgen.cli.formats._visible import visible
from docgen.text.diagnostics import Diagnostic, Severity


def show(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
    """Workflow commands that a forge shows beside the line."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    return "".join(
        f"::{levels[d.severity]} file={_property(d.span.path)},line={d.span.line},col={d.span.column},"
        f"endColumn={d.span.end_column},title={_property(d.code)}::{_message(d)}\n"
        for d in diagnostics
    )


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _message(diagnostic: Diagnostic) -> str:
    return _escape(diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else ""))


def _escape(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))
