"""SARIF 2.1.0 (OASIS), for code-scanning services."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from docgen import __version__
from docgen.cli.formats import Lines
from docgen.manual import pages
from docgen.text.diagnostics import Diagnostic, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def show(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
    """One run, with the rules that fired and a result for each fault."""
    fired = {diagnostic.code for diagnostic in diagnostics}
    described = [
        {
            "id": page.code,
            "name": page.name,
            "shortDescription": {"text": page.title},
            "fullDescription": {"text": page.manual},
            "defaultConfiguration": {"level": _LEVELS[page.severity]},
        }
        for page in pages()
        if page.code in fired
    ]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "docgen", "version": __version__, "rules": described}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(diagnostic) for diagnostic in diagnostics],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endColumn": max(span.end_column, span.column),
    }
    place = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.path, errors="surrogateescape")},
            "region": region,
        }
    }
    return {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message + hint},
        "locations": [place],
    }
