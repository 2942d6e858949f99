"""`docgen diff`: the changes between two states of an engagement, word by word."""

import sys
from pathlib import Path

import click

from docgen.cli import diffs
from docgen.cli.terminal import FAULTS, engagement_id, open_workspace, show, wants_colour
from docgen.text.diagnostics import has_errors

_FORMATS = diffs.names()


@click.command("diff")
@click.argument("engagement")
@click.argument("before", metavar="[FROM]", default="last")
@click.argument("after", metavar="[TO]", default="tree")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default=_FORMATS[0], help="How the changes are printed."
)
@click.option(
    "--output", "output", type=click.Path(dir_okay=False), metavar="FILE", help="Write them to a file."
)
@click.option(
    "--pdf",
    "pdf",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the redline: the text with its changes marked.",
)
@click.option("--whole", is_flag=True, help="Show unchanged articles in the redline, too.")
def command(
    engagement: str, before: str, after: str, form: str, output: str | None, pdf: str | None, whole: bool
) -> None:
    """Compare two states of an ENGAGEMENT: FROM (the last release) and TO (the working tree).

    Each is a release (1.0.0), a revision of git (a branch, a tag, a commit), or `tree`, the present files.
    Version, date and history do not count; nor do typography and new numbers that come from an insertion.

    \b
    Examples:
      docgen diff aurore
      docgen diff aurore 1.0.0 1.1.0 --format markdown
      docgen diff aurore main tree --pdf redline.pdf
    """
    from docgen.pipeline.comparing import compare_versions, redline_pdf

    workspace = open_workspace()
    compared, faults = compare_versions(workspace, engagement_id(engagement), before, after)
    failed = compared is None or has_errors(faults)
    show(
        faults,
        "json" if failed and form == "json" else "human",
        workspace,
        err=not (failed and form == "json"),
    )
    if compared is None or failed:
        sys.exit(FAULTS)
    text = diffs.find(form).show(compared, output is None and wants_colour())
    if output is not None:
        Path(output).write_text(text, "utf-8")
    else:
        click.echo(text, nl=False)
    if pdf is not None:
        content, faults = redline_pdf(workspace, compared, whole)
        show(faults, "human", workspace, err=True)
        if has_errors(faults):
            sys.exit(FAULTS)
        Path(pdf).write_bytes(content)
