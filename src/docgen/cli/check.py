"""`docgen check`: judge the library, the outlines, the templates and the engagements, without rendering."""

import sys

import click

from docgen.cli import output
from docgen.cli.terminal import FORMATS, engagement_id, open_workspace, show, status
from docgen.pipeline.judging import judge
from docgen.workspace import today


@click.command("check")
@click.argument("engagements", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
@click.option("--strict", is_flag=True, help="A warning fails as well.")
def command(engagements: tuple[str, ...], form: str, strict: bool) -> None:
    """Judge the library, the outlines and the ENGAGEMENTS (all when none is named), without rendering.

    \b
    Examples:
      docgen check
      docgen check aurore --strict
      docgen check --format json
    """
    workspace = open_workspace()
    _, diagnostics = judge(workspace, tuple(engagement_id(name) for name in engagements), today())
    show(diagnostics, form, workspace)
    if form == "human":
        click.echo(output.summary(diagnostics), err=True)
    sys.exit(status(diagnostics, strict))
