"""Interruptions and maintenances of a month: the time that is left out of the measures, the time that counts, and why."""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Content, Wording, lines, row
from docgen.assemble.blocks._statement import grounds_text, moment, service_name
from docgen.assemble.settled import statements_of
from docgen.model.document import Align, Block, Look, Row
from docgen.model.measures import Interruption
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.calendar import open_minutes
from docgen.sla.intervals import Interval, clip, total
from docgen.sla.maintenance import Stretch
from docgen.sla.measuring import admits
from docgen.sla.statement import Statement
from docgen.text import formats

_ALIGNS = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table; a note alone when there was neither an interruption nor a maintenance."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-exclusions")
    rows = tuple(_rows(pack, words, history[-1]))
    if not rows:
        return (words.note("nothing"),)
    return (
        words.table(
            ("what", "when", "length", "decision", "ground"),
            rows,
            (21, 18, 14, 27, 20),
            _ALIGNS,
            look=Look.COMPACT,
        ),
    )


def _rows(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    for interruption in sorted(statement.measures.interruptions, key=lambda one: one.start):
        yield _interruption(pack, words, statement, interruption)
    for stretch in statement.evidence.maintenance:
        yield _maintenance(pack, words, stretch)


def _interruption(pack: Pack, words: Wording, statement: Statement, record: Interruption) -> Row:
    sheets = [
        line.sheet
        for line in statement.lines
        if line.result.time is not None and record.service in line.sheet.indicator.services
    ]
    name = "exclusion" if record.excluded else "merged"
    if not record.excluded:
        decision = words("counts")
    elif sheets and all(admits(sheet, record) for sheet in sheets):
        decision = words("left_out", cause=words(f"cause.{record.excluded}"))
    else:
        decision = words(
            "no_cause" if record.reason else "unjustified", cause=words(f"cause.{record.excluded}")
        )
    within = clip((Interval(record.start, record.end),), (statement.evidence.period,))
    windows = [
        window
        for sheet in sheets
        if (window := pack.engagement.sla.window(sheet.indicator.window)) is not None
    ]
    open_time = [sum(open_minutes(window, one) for one in within) for window in windows]
    lasted = [formats.minutes(pack.locale, total(within))]
    if open_time and open_time[0] != total(within):
        lasted.append(words("in_window", length=formats.minutes(pack.locale, open_time[0])))
    why = record.reason or (words("because", cause=record.cause) if record.cause else "")
    what = words("interruption", service=service_name(pack, record.service))
    return _row(pack, words, what, within, lasted, (decision, why), name)


def _maintenance(pack: Pack, words: Wording, stretch: Stretch) -> Row:
    services = formats.listing(
        pack.locale, [service_name(pack, service) for service in stretch.record.services]
    )
    decision = words("planned") if stretch.refusal is None else words(f"refusal.{stretch.refusal}")
    what = words("maintenance", services=services)
    lasted = [formats.minutes(pack.locale, stretch.minutes)]
    return _row(
        pack, words, what, stretch.intervals, lasted, (decision, stretch.record.reason), "maintenance"
    )


def _row(
    pack: Pack,
    words: Wording,
    what: str,
    intervals: tuple[Interval, ...],
    lasted: list[str],
    why: tuple[str, str],
    name: str,
) -> Row:
    when = lines(
        pack.locale,
        (words("from_to", start=moment(pack, one.start), end=moment(pack, one.end)) for one in intervals),
    )
    cells: tuple[Content, ...] = (
        what,
        when,
        lines(pack.locale, lasted),
        lines(pack.locale, why),
        grounds_text(pack, (name,)),
    )
    return row(pack.locale, *cells, aligns=_ALIGNS)
