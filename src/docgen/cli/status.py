"""`docgen status`: the last release, changes since and due dates of each engagement."""

import json
import sys
from typing import TypedDict

import click

from docgen.cli.terminal import FAULTS, engagement_id, open_workspace, show
from docgen.history.status import Due
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import has_errors
from docgen.workspace import today

_SAID = {"notice": "last day to give notice on the term", "end": "the term ends", "review": "review of"}


class _Row(TypedDict):
    """The status of an engagement; '' and [] for none."""

    engagement: str
    version: str
    date: str
    state: str
    signed: str
    level: str
    because: str
    outdated: list[str]
    due: list[dict[str, str]]


@click.command("status")
@click.argument("engagements", nargs=-1)
@click.option(
    "--within",
    type=click.IntRange(0),
    default=90,
    show_default=True,
    metavar="DAYS",
    help="How far ahead to list due dates.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the status is printed.",
)
def command(engagements: tuple[str, ...], within: int, form: str) -> None:
    """Show the last release of the ENGAGEMENTS (all when none is named), changes since, and due dates.

    \b
    Examples:
      docgen status
      docgen status aurore --within 365
      docgen status --format json
    """
    workspace, day = open_workspace(), today()
    checked, faults = check_workspace(workspace, tuple(engagement_id(name) for name in engagements), day)
    if has_errors(faults):
        show([fault for fault in faults if has_errors((fault,))], "human", workspace, err=True)
    from docgen.pipeline.overview import Overview, overview

    def row(state: Overview) -> _Row:
        last, changes = state.last, state.changes
        return {
            "engagement": state.engagement,
            "version": last.version if last else "",
            "date": last.date.isoformat() if last else "",
            "state": state.state,
            "signed": last.signed.date.isoformat() if last and last.signed else "",
            "level": changes.level.value if changes else "",
            "because": changes.because if changes else "",
            "outdated": [entry.subject for entry in state.outdated],
            "due": [{"on": event.on.isoformat(), "what": _said(event)} for event in state.due],
        }

    rows = [row(overview(workspace, checked, name, day, within)) for name in checked.releases]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for one in rows:
            _print(one)
    sys.exit(FAULTS if has_errors(faults) else 0)


def _print(row: _Row) -> None:
    if row["state"] == "unreadable":
        click.echo(f"{row['engagement']}: a lock is lost or cannot be read")
    elif row["version"]:
        signed = f", signed on {row['signed']}" if row["signed"] else ", not signed"
        click.echo(f"{row['engagement']}: {row['version']} of {row['date']}{signed}")
        if row["because"]:
            click.echo(f"  since then: {row['level']}: {row['because']}")
    else:
        click.echo(f"{row['engagement']}: never released")
    if row["outdated"]:
        click.echo(f"  library moved on: {_few(row['outdated'])}")
    for event in row["due"]:
        click.echo(f"  {event['on']}: {event['what']}")


def _said(event: Due) -> str:
    return f"{_SAID[event.kind]} {event.what}".rstrip()


def _few(names: list[str], most: int = 6) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
