"""`docgen check`: check the library, the outlines, the templates and the engagements, without rendering."""

import sys
from pathlib import Path

import click

from docgen.cli.terminal import FORMATS, engagement_id, open_workspace, show, status, summary
from docgen.pipeline.checking import check, check_plain_text, open_locales
from docgen.text.diagnostics import Diagnostic
from docgen.workspace import Workspace, bundled, find_workspace, today


@click.command("check")
@click.argument("engagements", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
@click.option(
    "--text",
    "text",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE.md",
    help="Check a contract written elsewhere, as Markdown with numbered headings.",
)
@click.option("--language", help="Language of the text, guessed when it is not given.")
@click.option("--strict", is_flag=True, help="A warning fails as well.")
def command(
    engagements: tuple[str, ...], form: str, text: str | None, language: str | None, strict: bool
) -> None:
    """Check the library, the outlines and the ENGAGEMENTS (all when none is named), without rendering.

    \b
    Examples:
      docgen check
      docgen check aurore --strict
      docgen check --format json
      docgen check --text contract.md
    """
    if text is not None:
        workspace, diagnostics = _text(text, language)
    else:
        workspace = open_workspace()
        diagnostics = check(workspace, tuple(engagement_id(name) for name in engagements), today())
    show(diagnostics, form, workspace)
    if form == "human":
        click.echo(summary(diagnostics), err=True)
    sys.exit(status(diagnostics, strict))


def _text(path: str, language: str | None) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The faults of a text, and the directory that its place is relative to."""
    file = Path(path)
    workspace = Workspace(file.parent)
    locales = open_locales(find_workspace(Path.cwd()) or bundled())
    if language is not None and language not in locales:
        raise click.UsageError(f"no locale {language!r}: one of {', '.join(sorted(locales))}")
    source, faults = workspace.read(file.name)
    if faults:
        return workspace, faults
    return workspace, check_plain_text(source, locales, language)
