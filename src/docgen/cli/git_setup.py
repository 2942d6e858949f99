"""`docgen git-setup`: let git show clauses by sentences, and join change logs by versions."""

import sys

import click

from docgen.cli.formats._visible import visible
from docgen.cli.terminal import CLEAN, FAULTS, open_workspace, show
from docgen.pipeline.git_drivers import install
from docgen.text.diagnostics import has_errors


@click.command("git-setup")
def command() -> None:
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
    show(faults, "human", workspace, err=True)
    if has_errors(faults):
        sys.exit(FAULTS)
    for line in said:
        click.echo(visible(line))
    sys.exit(CLEAN)
