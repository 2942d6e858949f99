"""`docgen impact`: who rests on a clause."""

import sys

import click

from docgen.cli._rows import Row, show_rows
from docgen.cli.terminal import FAULTS, open_workspace, show
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import has_errors, nearest
from docgen.workspace import today


@click.command("impact")
@click.argument("clauses", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the rows are printed.",
)
def command(clauses: tuple[str, ...], form: str) -> None:
    """List every engagement, draft and release that rests on the CLAUSES, with date, status, number and edition.

    \b
    Examples:
      docgen impact penalites.plafond
      docgen impact penalites.plafond responsabilite.plafond --format json
    """
    workspace = open_workspace()
    checked, faults = check_workspace(workspace, (), today())
    if has_errors(faults):
        show([fault for fault in faults if has_errors((fault,))], "human", workspace, err=True)
    from docgen.pipeline.overview import Use, uses

    def row(use: Use) -> Row:
        return {
            "clause": use.clause,
            "engagement": use.engagement,
            "version": use.version,
            "date": use.date.isoformat() if use.date else "",
            "status": use.state,
            "document": use.document,
            "number": use.number,
            "position": use.position,
            "edition": use.edition,
        }

    rows: list[Row] = []
    for clause in dict.fromkeys(clauses):
        found = [row(use) for use in uses(checked, clause)]
        known = checked.context.library.clauses if checked.context else {}
        if not found and clause not in known and checked.context:
            hint = nearest(clause, known)
            raise click.UsageError(
                f"neither the library nor a release has a clause {clause!r}" + (f": {hint}" if hint else "")
            )
        rows.extend(found)
    show_rows(rows, form, "" if has_errors(faults) else "no engagement rests on it")
    sys.exit(FAULTS if has_errors(faults) else 0)
