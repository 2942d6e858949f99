"""The credits of a month against the caps, those of the contract year so far, and the downtime against what is allowed."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from docgen.assemble.blocks._layout import Wording, one
from docgen.assemble.blocks._services import money, percent, value_text
from docgen.assemble.blocks._statement import History, grounds_text, history_of
from docgen.assemble.setting import cell
from docgen.draw.bars import Amount, Bar, bars
from docgen.draw.uptime import Allowance, uptime
from docgen.model.document import Block, Figure, Row
from docgen.model.pack import Pack
from docgen.sla.availability import agreed_minutes, allowed_downtime
from docgen.sla.statement import Statement
from docgen.text import formats

_SHOWN = 12  # months in the drawing


def build(pack: Pack, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """A table and one or two drawings; () without measures."""
    history = history_of(options)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-caps")
    rows = tuple(_rows(pack, words, history[-1]))
    columns = ("cap", "limit", "before", "month", "left", "ground")
    table = words.table(columns, rows, (19, 16, 16, 16, 16, 17), ("left", "right", "right", "right", "right"))
    return ((table,) if rows else ()) + (_credits(pack, words, history), *_downtime(pack, words, history[-1]))


def _rows(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    caps = pack.engagement.sla.terms.caps
    due = statement.credit.due
    for key, rate, limit, before in (
        ("monthly", caps.monthly, statement.monthly_limit, Decimal(0)),
        ("yearly", caps.yearly, statement.yearly_limit, statement.already),
    ):
        if limit is None or rate is None:
            continue
        figures = (limit, before, due, max(Decimal(0), limit - before - due))
        yield Row(
            (
                cell(pack.locale, words(key, rate=percent(pack.locale, rate)), header=True),
                *(cell(pack.locale, money(pack, figure), align="right") for figure in figures),
                one(pack.locale, grounds_text(pack, ("cap",))),
            )
        )


def _credits(pack: Pack, words: Wording, history: History) -> Figure:
    shown = history[-_SHOWN:]
    limit = shown[-1].monthly_limit
    # What the cumulation leaves, before the caps: the part above the cap is hatched.
    drawn = [
        Bar(formats.month(pack.locale, one.month), Amount(one.cumulated, money(pack, one.cumulated))) for one in shown
    ]
    most = max([*(bar.amount.value for bar in drawn), limit or Decimal(0)])
    cap = None if limit is None else Amount(limit, words("cap_mark", amount=money(pack, limit)))
    figure = bars(drawn, [Amount(tick, money(pack, tick)) for tick in _ticks(most)], words("credits_axis"), cap)
    told = [words("credits_told", month=bar.period, amount=bar.amount.label) for bar in drawn]
    return words.figure(figure, " ".join([*told, cap.label if cap else ""]).strip(), words("credits"))


def _ticks(most: Decimal) -> Iterator[Decimal]:
    """Four or five round amounts from 0 up to the highest."""
    if not most:
        return
    unit = Decimal(10) ** (most.adjusted() - 1)
    step = ((most / 4 / unit).to_integral_value(ROUND_CEILING)) * unit
    for rank in range(int(most / step) + 1):
        yield step * rank


def _downtime(pack: Pack, words: Wording, statement: Statement) -> Iterator[Figure]:
    rows = []
    for line in statement.lines:
        time = line.result.time
        if time is None:
            continue
        indicator = line.sheet.indicator
        base = agreed_minutes(time, indicator.exclusion)
        allowed = allowed_downtime(base, indicator.target)
        target = words(
            "downtime_target",
            target=value_text(pack.locale, indicator, indicator.target),
            allowed=formats.minutes(pack.locale, int(allowed)),
        )
        label = formats.minutes(pack.locale, int(time.downtime))
        rows.append(Allowance(indicator.title, target, allowed, label, time.downtime))
    if rows:
        told = " ".join(words("downtime_told", indicator=row.service, label=row.label, target=row.target) for row in rows)
        yield words.figure(uptime(rows, words("downtime_axis")), told, words("downtime"))
