"""`docgen approve`: a role approves texts of the library."""

import os
import sys
from pathlib import Path

import click

from docgen.cli.formats._visible import visible
from docgen.cli.terminal import CLEAN, FAULTS, FORMATS, open_workspace, show
from docgen.pipeline.approving import approve
from docgen.text.diagnostics import has_errors


@click.command("approve")
@click.argument("clauses", nargs=-1)
@click.option(
    "--role", required=True, help="The role that approves: one of docgen.yaml, or the owner of a clause."
)
@click.option("--by", required=True, metavar="NAME", help="Who approves for it.")
@click.option(
    "--all", "everything", is_flag=True, help="Approve every text that asks for the role and lacks it."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
def command(clauses: tuple[str, ...], role: str, by: str, everything: bool, form: str) -> None:
    """Approve the CLAUSES for a role: an id means all its positions and languages, a path one text.

    The approval goes into the front matter of each text, with the stamp of its words, condition and class: an edit of
    these voids it, white space and typography do not.

    \b
    Examples:
      docgen approve penalites.plafond --role legal --by "Direction juridique"
      docgen approve clauses/penalites/plafond.fallback-1.fr.md --role finance --by "Direction financière"
      docgen approve --all --role legal --by "Direction juridique"
    """
    if everything == bool(clauses):
        raise click.UsageError("name the clauses to approve, or --all")
    if not by.strip() or len(by) > 120 or not by.isprintable():
        raise click.BadParameter("write a name of up to 120 plain characters", param_hint="'--by'")
    workspace = open_workspace()
    done, faults = approve(
        workspace, tuple(_path(workspace.root, name) for name in clauses), role, by.strip()
    )
    show(faults, form, workspace, err=form == "human")
    if has_errors(faults):
        sys.exit(FAULTS)
    for path in done.written:
        click.echo(
            f"{visible(path)}: approved by {role}", err=form != "human"
        )  # programs read the faults on standard output
    if done.standing:
        click.echo(f"{len(done.standing)} approved already", err=True)
    if not done.written and not done.standing:
        click.echo("nothing to approve", err=True)
    sys.exit(CLEAN)


def _path(root: Path, name: str) -> str:
    """A path from the workspace, where a file is named from elsewhere; an id stays as it is."""
    full = Path.cwd() / name
    return os.path.relpath(full, root).replace(os.sep, "/") if full.is_file() else name
