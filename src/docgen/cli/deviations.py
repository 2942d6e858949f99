"""`docgen deviations`: where the clauses of an engagement leave their standard position, why, and who answers for it."""

import json
import textwrap
from collections.abc import Iterator

import click

from docgen.assemble.assemble import assemble
from docgen.assemble.deviations import Deviation, deviations
from docgen.cli.formats._visible import visible
from docgen.cli.terminal import engagement_id, open_workspace, show, status
from docgen.model.pack import Pack
from docgen.model.tree import divisions
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import Severity
from docgen.workspace import today

_WIDTH = 110
_INDENT = "    "


@click.command("deviations")
@click.argument("engagements", nargs=-1, metavar="[ENGAGEMENT]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the deviations are printed.",
)
@click.option("--pdf", is_flag=True, help="Write each register as an internal PDF as well.")
def command(engagements: tuple[str, ...], form: str, pdf: bool) -> None:
    """List the clauses that leave their standard position: why one may, why this deal does, who approved it.

    With no ENGAGEMENT, those of all. The register is for one party's eyes: no document of a pack prints it. Its PDF,
    outputs/<engagement>/internal/deviations.pdf, is marked as internal on each page and is never published.

    \b
    Examples:
      docgen deviations
      docgen deviations ville --pdf
      docgen deviations ville --format json
    """
    workspace = open_workspace()
    checked, diagnostics = check_workspace(
        workspace, tuple(engagement_id(name) for name in engagements), today()
    )
    errors = tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)
    show(errors, "human", workspace, err=True)
    found = {name: tuple(_rows(pack)) for name, pack in checked.packs.items()}
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            click.echo(line)
    told = list(errors)
    for name in checked.packs if pdf else ():
        from docgen.pipeline.deviations import issue_register

        issued, faults = issue_register(workspace, checked, name)
        show(faults, "human", workspace, err=True)
        told.extend(faults)
        if issued is not None:
            click.echo(f"{name}: {issued.folder}/{issued.file}: {issued.pages} pages", err=form != "human")
    raise SystemExit(status(told))


Row = dict[str, str | bool]


def _rows(pack: Pack) -> Iterator[Row]:
    deviating = deviations(pack)
    numbers = dict(_numbers(pack)) if deviating else {}
    for deviation in deviating:
        yield _row(deviation, *numbers.get(deviation.clause, ("", "")))


def _row(deviation: Deviation, document: str, number: str) -> Row:
    return {
        "clause": deviation.clause,
        "title": deviation.title,
        "document": document,
        "number": number,
        "position": deviation.position,
        "rationale": deviation.rationale,
        "reason": deviation.reason,
        "approver": deviation.approver,
        "approved_by": deviation.approved_by,
        "approved": deviation.approved,
    }


def _numbers(pack: Pack) -> Iterator[tuple[str, tuple[str, str]]]:
    """The document and number of each clause that is printed."""
    for document in assemble(pack).value:
        for division in divisions(document.children):
            if division.clause:
                yield division.clause, (document.kind, division.number)


def _lines(found: dict[str, tuple[Row, ...]]) -> Iterator[str]:
    for name, rows in found.items():
        pending = sum(not row["approved"] for row in rows)
        noun = "deviation" if len(rows) == 1 else "deviations"
        yield f"{visible(name)}: {len(rows) or 'no'} {noun}" + (
            f", {pending} not approved" if pending else ""
        )
        for row in rows:
            yield ""
            yield f"  {row['document']} {row['number']}  {row['clause']}  {row['position']}  {visible(str(row['title']))}"
            yield from _told("rationale", row["rationale"])
            yield from _told("reason", row["reason"])
            needed, given = row["approver"] or "anyone", row["approved_by"] or "nobody"
            yield f"{_INDENT}approval:  {needed} needed, {visible(str(given))} gave it" + (
                "" if row["approved"] else "  <- not approved"
            )


def _told(label: str, text: str | bool) -> Iterator[str]:
    if text:
        yield from textwrap.wrap(
            visible(str(text)),
            _WIDTH,
            initial_indent=f"{_INDENT}{label + ':':<11}",
            subsequent_indent=_INDENT + " " * 11,
        )
