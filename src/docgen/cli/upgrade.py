"""`docgen upgrade`: take today's text of chosen clauses for the next version of a released engagement."""

import sys

import click

from docgen.cli.formats._visible import visible
from docgen.cli.terminal import FAULTS, FORMATS, engagement_id, open_workspace, show, status
from docgen.workspace import today


@click.command("upgrade")
@click.argument("engagement")
@click.argument("subjects", nargs=-1, metavar="[CLAUSE]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
def command(engagement: str, subjects: tuple[str, ...], form: str) -> None:
    """Take today's text of the CLAUSES (of all that moved on when none is named) for the next version of the ENGAGEMENT.

    The release itself never changes. An outline is named 'outline:KIND', the default terms 'terms', as 'docgen outdated'
    lists them. Changes in the draft are shown with their words: [-removed-] and {+added+}.

    \b
    Examples:
      docgen upgrade aurore penalites.plafond
      docgen upgrade aurore
    """
    workspace, name = open_workspace(), engagement_id(engagement)
    from docgen.history.record import notes
    from docgen.pipeline.upgrading import upgrade

    upgraded, faults = upgrade(workspace, name, subjects, today())
    aside = form in ("human", "short")
    show(faults, form, workspace, err=aside)
    if upgraded is None:
        sys.exit(FAULTS)
    lines = [f"{name}: {len(upgraded.taken)} taken: {', '.join(entry.subject for entry in upgraded.taken)}"]
    if upgraded.changes is not None:
        lines.append(f"the draft changes: {upgraded.changes.level}: {upgraded.changes.because}")
        for note in notes(upgraded.changes):
            place = " ".join(part for part in (note.document, note.new or note.old) if part)
            lines.append(
                "  "
                + " ".join(
                    part
                    for part in (note.kind, note.subject, f"({place})" if place else "", note.words)
                    if part
                )
            )
    lines += ["commit this file:", f"  {upgraded.path}"]
    click.echo("\n".join(map(visible, lines)), err=not aside)
    sys.exit(status(faults))
