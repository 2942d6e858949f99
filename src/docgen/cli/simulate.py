"""`docgen simulate`: the credits of past months under other terms."""

import csv
import io
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import click

from docgen.cli.credits import FORMATS, inside, stop
from docgen.cli.terminal import engagement_id, open_workspace, show, status, wants_colour
from docgen.pipeline.checking import check_workspace
from docgen.sla.simulation import Difference
from docgen.text.diagnostics import has_errors
from docgen.workspace import today

COLUMNS = ("month", "indicator", "present", "other", "difference")


@click.command("simulate")
@click.argument("engagement")
@click.option(
    "--history",
    "history",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="Measured months: a file or a folder (may be repeated).",
)
@click.option(
    "--against",
    required=True,
    metavar="FILE|POSITION|VERSION|REVISION",
    help="Other terms: a YAML file of changed values, a position of the clauses, a release, a revision of git.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="human", help="How the differences are printed."
)
def command(engagement: str, history: tuple[Path, ...], against: str, form: str) -> None:
    """Replay past months under the present terms of the ENGAGEMENT and under other ones, and print the difference in money.

    The file of changed values is laid over the engagement: key by key, and in lists by `id`.

    \b
    Examples:
      docgen simulate aurore --history engagements/aurore/measures --against engagements/aurore/scenarios/softer-terms.yaml
      docgen simulate aurore --history engagements/aurore/measures --against fallback-1
      docgen simulate aurore --history engagements/aurore/measures --against 1.0.0
      docgen simulate aurore --history engagements/aurore/measures --against main~3 --format csv
    """
    workspace = open_workspace()
    name = engagement_id(engagement)
    checked, found = check_workspace(workspace, (name,), today())
    if has_errors(found):
        stop(found, workspace)
    from docgen.pipeline.simulating import simulate

    other = inside(workspace, Path(against)) if against.endswith((".yaml", ".yml")) else against
    simulated, faults = simulate(
        workspace, checked, name, [inside(workspace, path) for path in history], other
    )
    if simulated is None:
        stop(faults, workspace)
    if form == "human":
        _print(simulated.differences, wants_colour())
    else:
        click.echo(
            _as_json(simulated.differences) if form == "json" else _as_csv(simulated.differences), nl=False
        )
    if faults:
        show(faults, "human", workspace, err=True)
    sys.exit(status(faults))


def _print(differences: Sequence[Difference], colour: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in COLUMNS:
        table.add_column(
            column.replace("present", "present terms").replace("other", "other terms"),
            justify="left" if column in COLUMNS[:2] else "right",
            no_wrap=True,
        )
    for one in differences:
        whole = not one.indicator
        if whole or one.amount:
            table.add_row(*_cells(one), style="bold" if whole else None, end_section=whole)
    table.add_row("all", "", *map(_money, _sums(differences)), style="bold")
    Console(no_color=not colour, highlight=False).print(table)


def _cells(one: Difference) -> tuple[str, ...]:
    return (_month(one), one.indicator or "whole month", *map(_money, (one.present, one.other, one.amount)))


def _sums(differences: Sequence[Difference]) -> tuple[Decimal, Decimal, Decimal]:
    whole = [one for one in differences if not one.indicator]
    return (
        sum((one.present for one in whole), Decimal(0)),
        sum((one.other for one in whole), Decimal(0)),
        sum((one.amount for one in whole), Decimal(0)),
    )


def _as_csv(differences: Sequence[Difference]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((_month(one), one.indicator, one.present, one.other, one.amount) for one in differences)
    return text.getvalue()


def _as_json(differences: Sequence[Difference]) -> str:
    def record(one: Difference) -> dict[str, object]:
        return {
            "month": _month(one),
            "indicator": one.indicator,
            "present": str(one.present),
            "other": str(one.other),
            "difference": str(one.amount),
        }

    present, other, amount = _sums(differences)
    totals = {"present": str(present), "other": str(other), "difference": str(amount)}
    whole = {"differences": [record(one) for one in differences], "total": totals}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _month(one: Difference) -> str:
    return f"{one.month.year:04}-{one.month.month:02}"


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace(",", " ")
