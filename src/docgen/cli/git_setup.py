"""`docgen git-setup`: let git show clauses by sentences, and join change logs by versions."""

import sys

import click

from docgen.cli.formats._visible import visible
from docgen.cli.terminal import CLEAN, FAULTS, FORMATS, open_workspace, show
from docgen.pipeline.git_drivers import install
from docgen.text.diagnostics import has_errors


@click.command("git-setup")
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
def command(form: str) -> None:
    """Install the drivers of docgen in this clone.

    `git diff` then shows a changed clause sentence by sentence, its words removed and added; `git log -p` shows a
    sentence a line; `git merge` joins change logs version by version. .gitattributes says which files (commit it); each
    clone runs this command once, since git takes no program from a repository.

    \b
    Examples:
      docgen git-setup
      git diff --no-ext-diff          the lines, as before
    """
    workspace = open_workspace()
    said, faults = install(workspace, f'"{sys.executable}" -m docgen')
    show(faults, form, workspace, err=form == "human")
    if has_errors(faults):
        sys.exit(FAULTS)
    for line in said:
        click.echo(visible(line), err=form != "human")
    sys.exit(CLEAN)
