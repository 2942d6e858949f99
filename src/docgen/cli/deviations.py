"""`docgen deviations`: where an engagement leaves the standard, in clauses and values, why, and who answers for it."""

import json
import textwrap
from collections.abc import Iterator

import click

from docgen.assemble.assemble import assemble
from docgen.assemble.deviations import Deviation, deviations
from docgen.assemble.value_deviations import (
    ValueDeviation,
    printing,
    value_deviations,
    value_title,
    worded,
)
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
    """List where a deal leaves the standard: clauses by their position, values by the default terms; why, and who approved it.

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
    """The clauses, then the values that no position states."""
    numbers = dict(_numbers(pack))
    for deviation in deviations(pack):
        yield _row(deviation, *numbers.get(deviation.clause, ("", "")))
    where = printing(pack)
    for value in value_deviations(pack):
        if not value.position:
            yield _value_row(value, pack, *numbers.get(where.get(value.path, ""), ("", "")))


def _value_row(deviation: ValueDeviation, pack: Pack, document: str, number: str) -> Row:
    path = deviation.path
    return {
        "value": path,
        "title": value_title(pack.locale, path),
        "document": document,
        "number": number,
        "default": worded(pack.locale, path, deviation.default),
        "agreed": worded(pack.locale, path, deviation.agreed),
        "reason": deviation.reason,
        "approver": deviation.approver,
        "approved_by": deviation.approved_by,
        "approved": deviation.approved,
    }


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
            place = f"{row['document']} {row['number']}".strip()
            yield ""
            if "value" in row:
                yield f"  {place or '-'}  {row['value']}  {visible(str(row['title']))}"
                yield from _labelled("default", row["default"] or "none")
                yield from _labelled("agreed", row["agreed"] or "none")
            else:
                yield f"  {place}  {row['clause']}  {row['position']}  {visible(str(row['title']))}"
                yield from _labelled("rationale", row["rationale"])
            yield from _labelled("reason", row["reason"])
            if row["approver"] or "clause" in row:
                needed, given = row["approver"] or "anyone", row["approved_by"] or "nobody"
                yield f"{_INDENT}approval:  {needed} needed, {visible(str(given))} gave it" + (
                    "" if row["approved"] else "  <- not approved"
                )


def _labelled(label: str, text: str | bool) -> Iterator[str]:
    if text:
        yield from textwrap.wrap(
            visible(str(text)),
            _WIDTH,
            initial_indent=f"{_INDENT}{label + ':':<11}",
            subsequent_indent=_INDENT + " " * 11,
        )
