"""What commands share: the workspace they stand in, engagements named on the line, diagnostics on the right stream."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli import output
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.workspace import Workspace, find_workspace

FORMATS = ("human", "short", "json", "github")
CLEAN, FAULTS = 0, 1


def open_workspace() -> Workspace:
    """The workspace of the current directory; wrong usage when there is none."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise click.UsageError("no docgen.yaml here or above: this is not a workspace (make one with 'docgen init DIR')")
    return workspace


def engagement_id(name: str) -> str:
    """The id in what people type: `aurore`, `engagements/aurore`, `engagements/aurore/engagement.yaml`."""
    path = Path(name)
    if path.name == "engagement.yaml":
        path = path.parent
    return path.name or name


def wants_colour(stream: object = None) -> bool:
    """Colour only on a terminal, and never under NO_COLOR."""
    target = stream if stream is not None else sys.stdout
    return bool(getattr(target, "isatty", bool)()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(diagnostics: Sequence[Diagnostic], form: str, workspace: Workspace, *, err: bool = False) -> None:
    """Print diagnostics in a format; programs read standard output."""
    printers = {"short": output.short, "json": output.as_json, "github": output.github}
    if form in printers:
        click.echo(printers[form](diagnostics), nl=False, err=err)
        return
    texts: dict[str, list[str]] = {}

    def line(path: str, number: int) -> str:
        if path not in texts:
            texts[path] = workspace.read(path).value.text.split("\n") if workspace.exists(path) and path else []
        lines = texts[path]
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    click.echo(output.human(diagnostics, line, wants_colour(sys.stderr if err else sys.stdout)), nl=False, err=err)


def status(diagnostics: Sequence[Diagnostic], strict: bool = False) -> int:
    """0 when clean, 1 when there is an error, or a warning under `--strict`."""
    worst = min((diagnostic.severity for diagnostic in diagnostics), default=Severity.NOTE)
    return FAULTS if worst is Severity.ERROR or (strict and worst is Severity.WARNING) else CLEAN
