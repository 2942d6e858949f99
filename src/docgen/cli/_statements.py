"""How credit statements are shown: tables of the terminal, JSON, CSV. Each line names the clauses that it rests on."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from docgen.assemble.grounds import GROUNDS, ground, grounds_of
from docgen.cli.formats._visible import visible
from docgen.model.sla import IndicatorUnit
from docgen.pipeline.statements import Series, named
from docgen.sla.rates import Compliance, compared_value
from docgen.sla.statement import IndicatorLine, Statement
from docgen.sla.steps import ComputationStep
from docgen.sla.ticket_lines import TicketLine, ticket_lines

_WIDTH = 120  # columns where no terminal says otherwise
_STYLES = {Compliance.MET: "green", Compliance.MISSED: "red", Compliance.NOT_APPLICABLE: "dim"}
COLUMNS = (
    "month",
    "indicator",
    "measured",
    "target",
    "unit",
    "status",
    "missed_periods",
    "charged",
    "credited",
    "grounds",
)


def print_tables(series: Series, colour: bool) -> None:
    """One table a month, its totals against the caps, the incidents that do not count, and the clauses by number."""
    console = Console(no_color=not colour, highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH
    for statement in series.shown:
        console.print(_table(series, statement))
        grounds = [name for line in statement.lines for name in grounds_of(line, statement)]
        for label, amount, names in totals(statement):
            grounds += names
            console.print(Text(f"  {label:<34}{_money(amount):>14}  {_numbers(series, names)}".rstrip()))
        counting, apart = _tickets(statement)
        console.print(
            Text(
                f"  {len(counting)} incidents count, {sum(line.late for line in counting)} of them late; {len(apart)} do not:"
            )
        )
        for line in apart:
            reason = f": {visible(line.incident.reason)}" if line.incident.reason else ""
            console.print(Text(f"    {visible(line.incident.id)}: {line.apart}{reason}"))
        if statement.settlement.may_terminate:
            grounds.append("termination")
            console.print(
                Text(
                    f"  the client may terminate for repeated failures  {_numbers(series, ('termination',))}"
                )
            )
        for one in _grounds(series, [name for name in GROUNDS if name in grounds]):
            console.print(Text(f"  {one['document']} {one['number']}: {one['clause']}", style="dim"))
        console.print()


def _table(series: Series, statement: Statement) -> Table:
    table = Table(
        title=f"{series.pack.engagement.id}, {named(statement.month)}",
        title_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    table.add_column("indicator", no_wrap=True)
    for column in ("measured", "target"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("result")
    for column in ("charged", "credited"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("rests on", overflow="fold")
    for line in statement.lines:
        result = line.result.status.value
        if line.result.allowed is not None:
            result += " by number"
        if line.settled.missed > 1:
            result += f", {line.settled.missed} in a row"
        table.add_row(
            Text(visible(line.sheet.indicator.id)),
            _measured(line),
            f"{line.sheet.indicator.target}{_unit(line)}",
            Text(result, style=_STYLES[line.result.status]),
            _money(line.settled.gross) if line.settled.charges else "",
            _money(line.settled.credited) if line.settled.charges else "",
            Text(_numbers(series, grounds_of(line, statement))),
        )
    return table


def totals(statement: Statement) -> Iterator[tuple[str, Decimal, tuple[str, ...]]]:
    """The steps from the charges to the amount to pay: label, amount, grounds."""
    yield "charged", statement.settlement.gross, ("base",) if statement.settlement.gross else ()
    if statement.settlement.cumulated != statement.settlement.gross:
        yield (
            "one cause counted once",
            statement.settlement.cumulated - statement.settlement.gross,
            ("cumulation",),
        )
    if statement.settlement.lost:
        yield "over the caps", -statement.settlement.lost, ("cap",)
    yield "due", statement.settlement.due, ()
    for base in statement.settlement.bases:
        if base.limit is not None:
            yield f"cap of {visible('+'.join(base.base.services))}", base.limit, ("cap",)
    if statement.settlement.yearly_limit is not None:
        left = max(
            Decimal(0),
            statement.settlement.yearly_limit - statement.settlement.already - statement.settlement.due,
        )
        yield "left under the yearly cap", left, ("cap",)
    if statement.settlement.refunds:
        yield "earned back", -statement.settlement.refunded, ("refund",)
    if statement.settlement.bonus.value:
        yield "bonus", -statement.settlement.bonus.value, ("bonus",)
    if statement.settlement.refunds or statement.settlement.bonus.value:
        yield "to credit", statement.settlement.payable, ()


def as_csv(series: Series) -> str:
    """A row for each indicator of each month."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for statement in series.shown:
        for line in statement.lines:
            writer.writerow(
                _record(series, statement, line) | {"grounds": _places(series, grounds_of(line, statement))}
            )
    return text.getvalue()


def as_json(series: Series) -> str:
    """Everything: indicators with their steps, totals, incidents, grounds with number, document and clause."""
    months = [_month(series, statement) for statement in series.shown]
    currency = series.pack.engagement.price.currency
    whole = {
        "engagement": series.pack.engagement.id,
        "version": series.pack.version,
        "currency": currency,
        "months": months,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _month(series: Series, statement: Statement) -> dict[str, object]:
    sums = {
        "charged": statement.settlement.gross,
        "cumulated": statement.settlement.cumulated,
        "lost": statement.settlement.lost,
        "due": statement.settlement.due,
        "already": statement.settlement.already,
        "refunded": statement.settlement.refunded,
        "bonus": statement.settlement.bonus.value,
        "payable": statement.settlement.payable,
        "yearly_cap": statement.settlement.yearly_limit,
    }
    return {
        "month": named(statement.month),
        "indicators": [
            _record(series, statement, line) | _details(series, statement, line) for line in statement.lines
        ],
        "totals": {name: None if amount is None else str(amount) for name, amount in sums.items()},
        "bases": [
            {
                "services": list(base.base.services),
                "fee": str(base.base.fee),
                "total": str(base.total),
                "cap": None if base.limit is None else str(base.limit),
                "due": str(base.due),
            }
            for base in statement.settlement.bases
        ],
        "steps": [_step(step) for step in statement.settlement.steps],
        "cap_reached": statement.settlement.cap_reached,
        "may_terminate": statement.settlement.may_terminate,
        "refunds": [
            {"indicator": one.indicator, "month": named(one.month), "amount": str(one.amount.value)}
            for one in statement.settlement.refunds
        ],
        "maintenance": [
            {
                "minutes": stretch.minutes,
                "excluded": stretch.refusal is None,
                "reason": stretch.refusal.value if stretch.refusal else "",
            }
            for stretch in statement.evidence.maintenance
        ],
        "incidents": [_incident(line) for line in ticket_lines(statement.evidence)],
    }


def _record(series: Series, statement: Statement, line: IndicatorLine) -> dict[str, object]:
    return {
        "month": named(statement.month),
        "indicator": line.sheet.indicator.id,
        "measured": _figure(line),
        "target": str(line.sheet.indicator.target),
        "unit": line.sheet.indicator.unit.value,
        "status": line.result.status.value,
        "missed_periods": line.settled.missed,
        "charged": f"{line.settled.gross:.2f}",
        "credited": f"{line.settled.credited:.2f}",
    }


def _details(series: Series, statement: Statement, line: IndicatorLine) -> dict[str, object]:
    return {
        "exact": None if line.result.value is None else str(line.result.value),
        "cause": line.result.cause,
        "charges": [
            {
                "cause": charge.cause,
                "amount": str(charge.raised.value),
                "counts": charge.kept,
                "steps": [_step(step) for step in charge.raised.steps],
            }
            for charge in line.settled.charges
        ],
        "grounds": list(_grounds(series, grounds_of(line, statement))),
    }


def _incident(line: TicketLine) -> dict[str, object]:
    return {
        "id": line.incident.id,
        "counts": line.apart is None,
        "reason": "" if line.apart is None else line.apart.value,
        "gti_minutes": None if line.gti.timing is None else line.gti.timing.elapsed,
        "gtr_minutes": None if line.gtr.timing is None else line.gtr.timing.elapsed,
        "gti_late": line.gti.late,
        "gtr_late": line.gtr.late,
        "suspended": line.suspended,
    }


def _step(step: ComputationStep) -> dict[str, object]:
    return {
        "step": step.label_key.removeprefix("sla.steps."),
        "operands": {operand.name: str(operand.value) for operand in step.operands},
        "result": str(step.result.value),
    }


def _grounds(series: Series, names: Iterable[str]) -> Iterator[Mapping[str, str]]:
    for name in dict.fromkeys(names):
        clause = ground(series.pack, name)
        if clause is not None and clause.id in series.places:
            number, kind = series.places[clause.id]
            yield {"number": number, "document": kind, "clause": clause.id}


def _places(series: Series, names: Iterable[str]) -> str:
    return "; ".join(f"{one['document']} {one['number']} {one['clause']}" for one in _grounds(series, names))


def _numbers(series: Series, names: Iterable[str]) -> str:
    """The numbers of clauses, each document named once: "sla-annex 5.1, 8.2; contract 16.4"."""
    found: dict[str, list[str]] = {}
    for one in _grounds(series, names):
        found.setdefault(one["document"], []).append(one["number"])
    return "; ".join(f"{document} {', '.join(dict.fromkeys(numbers))}" for document, numbers in found.items())


def _tickets(statement: Statement) -> tuple[list[TicketLine], list[TicketLine]]:
    lines = ticket_lines(statement.evidence)
    return [line for line in lines if line.apart is None], [line for line in lines if line.apart is not None]


def _figure(line: IndicatorLine) -> str:
    if line.result.value is None:
        return ""
    indicator = line.sheet.indicator
    return str(compared_value(line.result.value, indicator.rounding, indicator.compared))


def _measured(line: IndicatorLine) -> str:
    return f"{_figure(line)}{_unit(line)}" if line.result.value is not None else ""


def _unit(line: IndicatorLine) -> str:
    return {IndicatorUnit.PERCENT: " %", IndicatorUnit.MINUTES: " min"}.get(line.sheet.indicator.unit, "")


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace(",", " ")
