"""`docgen credits`: the penalties of one or more months, from measures."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from docgen.cli.terminal import (
    FAULTS,
    engagement_version,
    open_workspace,
    show,
    status,
    summary,
    wants_colour,
)
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import Diagnostic, has_errors
from docgen.workspace import Workspace, today

FORMATS = ("human", "json", "csv")


@click.command("credits")
@click.argument("engagement")
@click.argument("measures", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="human", help="How the statements are printed."
)
@click.option("--pdf", is_flag=True, help="Write each statement as a PDF as well.")
def command(engagement: str, measures: tuple[Path, ...], form: str, pdf: bool) -> None:
    """Compute the penalties of the ENGAGEMENT from MEASURES: files of a month, or their folder.

    With ENGAGEMENT@VERSION they are those of a release, as it was signed; without, those of the draft, and a PDF says so.
    Repetition and caps run from one month to the next, so the earlier months beside a file are read with it. When a
    measure is faulty no total is printed.

    \b
    Examples:
      docgen credits aurore engagements/aurore/measures
      docgen credits aurore@2.0.0 engagements/aurore/measures/2027-11.yaml --pdf
      docgen credits aurore engagements/aurore/measures --format csv
    """
    workspace = open_workspace()
    name, version = engagement_version(engagement)
    from docgen.pipeline.statements import issue, make_statements, named, on_release

    checked, found = (
        on_release(workspace, name, version) if version else check_workspace(workspace, (name,), today())
    )
    if has_errors(found):
        stop(found, workspace)
    series, faults = make_statements(workspace, checked, name, [inside(workspace, path) for path in measures])
    if series is None:
        stop(faults, workspace)
    reported = list(faults)
    if form == "json":
        from docgen.cli._statements import as_json

        click.echo(as_json(series), nl=False)
    elif form == "csv":
        from docgen.cli._statements import as_csv

        click.echo(as_csv(series), nl=False)
    else:
        from docgen.cli._statements import print_tables

        print_tables(series, wants_colour())
    for statement in series.shown if pdf else ():
        issued, faults = issue(workspace, checked, series, statement.month)
        reported.extend(faults)
        if issued is None:
            stop(faults, workspace)
        click.echo(
            f"{named(statement.month)}: {issued.folder}/{issued.file}: {issued.pages} pages",
            err=form != "human",
        )
    last = checked.releases[name].last if name in checked.releases else None
    if pdf and last is not None:
        click.echo(
            f"made on the draft that follows {last.version}: 'docgen credits {name}@{last.version} …' makes it on the release",
            err=True,
        )
    if reported:
        show(reported, "human", workspace, err=True)
    sys.exit(status(reported))


def stop(diagnostics: tuple[Diagnostic, ...], workspace: Workspace) -> NoReturn:
    """Tell the faults and end with status 1."""
    show(diagnostics, "human", workspace, err=True)
    click.echo(summary(diagnostics), err=True)
    sys.exit(FAULTS)


def inside(workspace: Workspace, path: Path) -> str:
    """A path typed on the line, as the workspace names it."""
    return Path(os.path.relpath(Path.cwd() / path, workspace.root)).as_posix()
