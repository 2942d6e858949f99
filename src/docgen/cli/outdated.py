"""`docgen outdated`: texts of the library that changed since releases were made."""

import sys

import click

from docgen.cli._rows import Row, show_rows
from docgen.cli.terminal import FAULTS, engagement_id, open_workspace, show
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import has_errors
from docgen.workspace import today


@click.command("outdated")
@click.argument("engagements", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the rows are printed.",
)
def command(engagements: tuple[str, ...], form: str) -> None:
    """List the clauses, outlines and default terms that moved on since the release that the ENGAGEMENTS rest on.

    The editions (stamps of the normative text) tell a change of substance from one of metadata; 'used' says that the
    text is printed in the documents of the engagement.

    \b
    Examples:
      docgen outdated
      docgen outdated aurore --format json
    """
    workspace = open_workspace()
    checked, faults = check_workspace(workspace, tuple(engagement_id(name) for name in engagements), today())
    if has_errors(faults):
        show([fault for fault in faults if has_errors((fault,))], "human", workspace, err=True)
    from docgen.pipeline.overview import behind, editions

    rows: list[Row] = []
    for name, releases in checked.releases.items():
        pack = checked.packs.get(name)
        for entry in behind(workspace, checked, name):
            theirs, now = editions(checked, name, entry.subject)
            used = pack is not None and (
                entry.subject in pack.chosen or ":" in entry.subject or entry.subject == "terms"
            )
            rows.append({
                "engagement": name,
                "release": releases.last.version if releases.last else "",
                "subject": entry.subject,
                "state": entry.state,
                "edition": theirs,
                "today": now,
                "used": "used" if used else "unused",
            })  # fmt: skip
    show_rows(rows, form, "" if has_errors(faults) else "every released engagement rests on today's library")
    sys.exit(FAULTS if has_errors(faults) else 0)
