"""`docgen mark-signed`: record that a release was signed."""

import sys
from datetime import datetime
from pathlib import Path

import click

from docgen.cli.terminal import FAULTS, FORMATS, engagement_version, open_workspace, show


@click.command("mark-signed")
@click.argument("release", metavar="ENGAGEMENT@VERSION")
@click.option(
    "--date", "day", type=click.DateTime(("%Y-%m-%d",)), required=True, help="Day of the last signature."
)
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False),
    help="The signed file; its hash is recorded.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
def command(release: str, day: datetime, file: str | None, form: str) -> None:
    """Record in the lock of ENGAGEMENT@VERSION when it was signed, and the hash of the signed file.

    \b
    Example:
      docgen mark-signed aurore@1.0.0 --date 2026-12-18 --file signed.pdf
    """
    name, version = engagement_version(release)
    if not version:
        raise click.UsageError("say which release was signed: ENGAGEMENT@VERSION")
    workspace = open_workspace()
    from docgen.pipeline.signing import mark_signed

    lock, faults = mark_signed(
        workspace, name, version, day.date(), Path(file).read_bytes() if file else None
    )
    aside = form in ("human", "short")
    show(faults, form, workspace, err=aside)
    if lock is None:
        sys.exit(FAULTS)
    click.echo(f"{name}: {version} is recorded as signed on {day.date()}: commit {lock.path}", err=not aside)
