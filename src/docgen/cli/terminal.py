"""Common to commands: the workspace of the present directory, engagements named on the line, diagnostics on the right stream."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli import formats
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.workspace import Workspace, find_workspace

FORMATS = formats.names()
CLEAN, FAULTS = 0, 1


def open_workspace() -> Workspace:
    """The workspace of the current directory; wrong usage when there is none."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise click.UsageError(
            "no docgen.yaml here or above: this is not a workspace (make one with 'docgen init DIR')"
        )
    return workspace


def engagement_id(name: str) -> str:
    """The engagement id of a typed word: `aurore`, `engagements/aurore`, `engagements/aurore/engagement.yaml`."""
    path = Path(name)
    if path.name == "engagement.yaml":
        path = path.parent
    return path.name or name


def engagement_version(name: str) -> tuple[str, str]:
    """The id and the version in `aurore@1.0.0`; the version is '' where none is named."""
    named, _, version = name.partition("@")
    return engagement_id(named), version


def wants_colour(stream: object = None) -> bool:
    """Colour only on a terminal, and never under NO_COLOR."""
    target = stream if stream is not None else sys.stdout
    return (
        bool(getattr(target, "isatty", bool)())
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def show(diagnostics: Sequence[Diagnostic], form: str, workspace: Workspace, *, err: bool = False) -> None:
    """Print diagnostics in a format; programs read standard output."""
    texts: dict[str, list[str]] = {}

    def line(path: str, number: int) -> str:
        if path not in texts:
            texts[path] = (
                workspace.read(path).value.text.split("\n") if workspace.exists(path) and path else []
            )
        lines = texts[path]
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    colour = wants_colour(sys.stderr if err else sys.stdout)
    click.echo(formats.find(form).show(diagnostics, line, colour), nl=False, err=err)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many faults of each severity: "2 errors, 1 warning"."""
    counts = [(sum(d.severity is severity for d in diagnostics), severity.label) for severity in Severity]
    said = [f"{count} {label}{'s' if count > 1 else ''}" for count, label in counts if count]
    return ", ".join(said) or "no fault"


def status(diagnostics: Sequence[Diagnostic], strict: bool = False) -> int:
    """0 when clean, 1 when there is an error, or a warning under `--strict`."""
    worst = min((diagnostic.severity for diagnostic in diagnostics), default=Severity.NOTE)
    return FAULTS if worst is Severity.ERROR or (strict and worst is Severity.WARNING) else CLEAN
