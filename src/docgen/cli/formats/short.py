"""`path:line:col: severity[CODE] message`, one a line."""

from collections.abc import Sequence

from docgen.cli.formats import Lines
from docgen.cli.formats._visible import visible
from docgen.text.diagnostics import Diagnostic


def show(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
    """One line for each fault."""
    return "".join(
        f"{visible(d.span.path)}:{d.span.line}:{d.span.column}: {d.severity.label}[{d.code}] {visible(d.message)}\n"
        for d in diagnostics
    )
