"""`docgen release`: fix a version of an engagement, or tag one."""

import sys
from datetime import datetime
from pathlib import Path

import click

from docgen.cli.build import ProgressBar
from docgen.cli.terminal import FAULTS, FORMATS, engagement_version, open_workspace, show, status
from docgen.history.release import AUTO, BUMPS, Request
from docgen.workspace import Workspace, today


@click.command("release")
@click.argument("engagement")
@click.option(
    "--message",
    "-m",
    "reason",
    metavar="REASON",
    help="Why this version is made; printed in the history of the documents.",
)
@click.option(
    "--bump",
    type=click.Choice(BUMPS),
    default=AUTO,
    show_default=True,
    help="Level of the release; auto follows from the changes.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(("%Y-%m-%d",)),
    help="Date of the release, today when it is not given.",
)
@click.option("--tag", is_flag=True, help="Tag a release whose lock is committed, instead of making one.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but the version.")
def command(
    engagement: str, reason: str | None, bump: str, day: datetime | None, tag: bool, form: str, quiet: bool
) -> None:
    """Fix the next version of the ENGAGEMENT as it is committed: its pack without watermark, its lock, its change log.

    Nothing is committed: the files to commit are named. When they are, 'docgen release ENGAGEMENT --tag' makes the git
    tag ENGAGEMENT/vVERSION, which then holds the lock.

    \b
    Examples:
      docgen release aurore -m "Signature"
      docgen release aurore -m "Nouveaux interlocuteurs" --bump minor --date 2027-03-01
      docgen release aurore --tag
    """
    workspace = open_workspace()
    name, version = engagement_version(engagement)
    if tag:
        if reason is not None:
            raise click.UsageError("--tag tags a release: release first, commit the lock, then tag")
        _tag(workspace, name, version, form)
        return
    if version:
        raise click.UsageError(
            "the version follows from the changes: name the engagement alone, and --bump for a larger step"
        )
    if reason is None or not reason.strip():
        raise click.UsageError("say why this version is made: -m REASON")
    _release(
        workspace, name, Request(" ".join(reason.split()), day.date() if day else today(), bump), form, quiet
    )


def _release(workspace: Workspace, name: str, request: Request, form: str, quiet: bool) -> None:
    from docgen.pipeline.releasing import release

    with ProgressBar(name, quiet) as progress:
        released, faults = release(workspace, name, request, today(), progress)
    if not quiet or released is None:
        show(faults, form, workspace, err=form in ("human", "short"))
    if released is None:
        sys.exit(FAULTS)
    lock = released.lock
    if quiet:
        click.echo(lock.version)
        sys.exit(status(faults))
    lines = [
        f"{name}: released {lock.version} ({lock.level}: {released.because})",
        f"{released.built.folder}: {len(released.built.files)} files, {released.built.pages} pages, seal {lock.seal[:10]}",
    ]
    lines += [
        "commit these files:",
        *(f"  {path}" for path in released.written),
        *(f"  {path} (removed)" for path in released.removed),
    ]
    lines += [f"then tag them: docgen release {name} --tag"]
    if Path.cwd().is_relative_to((workspace.root / released.written[0]).parents[1]):
        lines += ["the directory was replaced as a whole: enter it again (cd .)"]
    click.echo("\n".join(lines), err=form not in ("human", "short"))
    sys.exit(status(faults))


def _tag(workspace: Workspace, name: str, version: str, form: str) -> None:
    from docgen.pipeline.tagging import tag

    made, faults = tag(workspace, name, version)
    aside = form in ("human", "short")
    show(faults, form, workspace, err=aside)
    if not made:
        sys.exit(FAULTS)
    click.echo(f"{name}: tagged {made}: push it with 'git push origin {made}'", err=not aside)
