"""`docgen owners`: a CODEOWNERS file from the owners of the clauses."""

import sys
from pathlib import Path

import click

from docgen.cli.terminal import CLEAN, FAULTS, FORMATS, open_workspace, show
from docgen.pipeline.codeowners import owners
from docgen.text.diagnostics import has_errors


@click.command("owners")
@click.option(
    "--output",
    "output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a file.",
)
@click.option(
    "--check",
    "current",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Fail when FILE is not current.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
def command(output: Path | None, current: Path | None, form: str) -> None:
    """Print CODEOWNERS: who is asked to review a change of which clauses.

    A role that owns clauses is named by its accounts, `owners` of docgen.yaml.

    \b
    Examples:
      docgen owners --output .github/CODEOWNERS
      docgen owners --check .github/CODEOWNERS
    """
    if output is not None and current is not None:
        raise click.UsageError("--output writes the file, --check only reads it")
    workspace = open_workspace()
    text, faults = owners(workspace)
    show(faults, form, workspace, err=form == "human")
    if has_errors(faults):
        sys.exit(FAULTS)
    if current is not None:
        if not current.is_file() or current.read_bytes() != text.encode():
            click.echo(f"{current}: not current: run 'docgen owners --output {current}'", err=True)
            sys.exit(FAULTS)
    elif output is not None:
        output.write_bytes(text.encode())
    else:
        click.echo(text, nl=False, err=form != "human")
    sys.exit(CLEAN)
