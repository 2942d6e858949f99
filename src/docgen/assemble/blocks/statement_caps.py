"""The credits of a month against the caps, those of the contract year so far, and the downtime against the allowed one."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.assemble.blocks._layout import Wording, one
from docgen.assemble.blocks._services import money, percent, service_names, value_text
from docgen.assemble.blocks._statement import History, grounds_text
from docgen.assemble.setting import cell
from docgen.assemble.settled import statements_of
from docgen.draw.bars import Bar, LabelledAmount, bars
from docgen.draw.uptime import Allowance, uptime
from docgen.model.document import Align, Block, Figure, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.availability import agreed_minutes, deciding_downtime
from docgen.sla.settle import BaseTotal
from docgen.sla.statement import Statement
from docgen.text import formats

_SHOWN = 12  # months in the drawing
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table and the drawings; () without measures."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-caps")
    rows = tuple(_rows(pack, words, history[-1]))
    columns = ("cap", "limit", "before", "month", Align.LEFT, "ground")
    table = words.table(
        columns,
        rows,
        (25, 15, 14, 15, 15, 16),
        (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
    )
    drawings = (
        *_bases(pack, words, history[-1]),
        *_year(pack, words, history),
        *_downtime(pack, words, history[-1]),
    )
    return ((table,) if rows else ()) + drawings


def _rows(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    caps = pack.engagement.sla.terms.caps
    for base in statement.settlement.bases:
        if base.limit is not None and caps.monthly is not None:
            label = words("monthly", rate=percent(pack.locale, caps.monthly), services=_names(pack, base))
            yield _row(pack, label, base.limit, Decimal(0), base.due)
    if statement.settlement.yearly_limit is not None and caps.yearly is not None:
        label = words("yearly", rate=percent(pack.locale, caps.yearly))
        yield _row(
            pack,
            label,
            statement.settlement.yearly_limit,
            statement.settlement.already,
            statement.settlement.due,
        )


def _row(pack: Pack, label: str, limit: Decimal, before: Decimal, due: Decimal) -> Row:
    figures = (limit, before, due, max(Decimal(0), limit - before - due))
    return Row(
        (
            cell(pack.locale, label, header=True),
            *(cell(pack.locale, money(pack, figure), align=Align.RIGHT) for figure in figures),
            one(pack.locale, grounds_text(pack, ("cap",), titled=False)),
        )
    )


def _names(pack: Pack, base: BaseTotal) -> str:
    return formats.listing(pack.locale, service_names(pack, base.base.services))


def _bases(pack: Pack, words: Wording, statement: Statement) -> Iterator[Figure]:
    """The total of each base in percent of its fees, so that one line is the cap of all."""
    rate = pack.engagement.sla.terms.caps.monthly
    drawn = [
        Bar(_names(pack, base), LabelledAmount(base.total * 100 / base.base.fee, money(pack, base.total)))
        for base in statement.settlement.bases
        if base.base.fee and base.total
    ]
    if not drawn:
        return
    cap = None if rate is None else LabelledAmount(rate, words("cap_mark", rate=percent(pack.locale, rate)))
    most = max([*(bar.amount.value for bar in drawn), rate or Decimal(0)])
    ticks = [LabelledAmount(tick, percent(pack.locale, tick)) for tick in _ticks(most)]
    told = [words("base_told", services=bar.period, amount=bar.amount.label) for bar in drawn]
    alternative = " ".join([*told, f"{cap.label}." if cap else ""]).strip()
    yield words.figure(bars(drawn, ticks, words("bases_axis"), cap), alternative, words("bases"))


def _year(pack: Pack, words: Wording, history: History) -> Iterator[Figure]:
    """The amounts due since the contract year began, month after month, against the yearly cap."""
    limit = history[-1].settlement.yearly_limit
    if limit is None:
        return
    drawn = [
        Bar(
            formats.month(pack.locale, one.month),
            LabelledAmount(
                one.settlement.already + one.settlement.due,
                money(pack, one.settlement.already + one.settlement.due),
            ),
        )
        for one in history[-_SHOWN:]
    ]
    cap = LabelledAmount(limit, words("year_mark", amount=money(pack, limit)))
    ticks = [
        LabelledAmount(tick, money(pack, tick))
        for tick in _ticks(max(limit, *(bar.amount.value for bar in drawn)))
    ]
    told = [words("year_told", month=bar.period, amount=bar.amount.label) for bar in drawn]
    yield words.figure(
        bars(drawn, ticks, words("year_axis"), cap), " ".join([*told, f"{cap.label}."]), words("year")
    )


def _ticks(most: Decimal) -> Iterator[Decimal]:
    """Round values from 0 up to the highest, four steps or so."""
    if not most:
        return
    power = Decimal(1).scaleb((most / 4).adjusted())
    step = next(power * unit for unit in _STEPS if power * unit * 4 >= most)
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
        allowed = deciding_downtime(base, indicator)
        target = words(
            "downtime_target",
            target=value_text(pack.locale, indicator, indicator.target),
            allowed=formats.minutes(pack.locale, int(allowed)),
        )
        label = formats.minutes(pack.locale, int(time.downtime))
        rows.append(Allowance(indicator.title, target, allowed, label, Decimal(time.downtime)))
    if rows:
        told = " ".join(
            words("downtime_told", indicator=row.service, label=row.label, target=row.target) for row in rows
        )
        yield words.figure(uptime(rows, words("downtime_axis")), told, words("downtime"))
