"""A JSON list of objects."""

import json
from collections.abc import Sequence

from docgen.cli.formats import Lines
from docgen.text.diagnostics import Diagnostic


def show(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
    """`path, line, column, end_column, code, severity, message, hint` of each fault."""
    rows = [
        {
            "path": d.span.path,
            "line": d.span.line,
            "column": d.span.column,
            "end_column": d.span.end_column,
            "code": d.code,
            "severity": d.severity.label,
            "message": d.message,
            "hint": d.hint,
        }
        for d in diagnostics
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    return text.encode(
        "utf-8", "backslashreplace"
    ).decode()  # the name of a file may hold bytes that are no text
