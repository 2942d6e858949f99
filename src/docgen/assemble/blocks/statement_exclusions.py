"""The time that a month leaves out of its measures, and the time that it does not, with the reason: maintenances and
interruptions of an excluded cause.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.assemble.blocks._layout import Content, Wording, lines, row
from docgen.assemble.blocks._statement import grounds_text, history_of, moment, service_name
from docgen.model.document import Block, Row
from docgen.model.measures import Interruption
from docgen.model.pack import Pack
from docgen.sla.intervals import Interval, clip, total
from docgen.sla.maintenance import Stretch
from docgen.sla.measuring import admits
from docgen.sla.statement import Statement
from docgen.text import formats

_ALIGNS = ("left", "left", "right", "left", "left")


def build(pack: Pack, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """One table; a note alone when there was neither a maintenance nor an exclusion."""
    history = history_of(options)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-exclusions")
    rows = tuple(_rows(pack, words, history[-1]))
    if not rows:
        return (words.note("nothing"),)
    return (words.table(("what", "when", "length", "decision", "ground"), rows, (24, 25, 11, 22, 18), _ALIGNS),)


def _rows(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    for stretch in statement.evidence.maintenance:
        yield _maintenance(pack, words, stretch)
    for interruption in statement.measures.interruptions:
        if interruption.excluded:
            yield _interruption(pack, words, statement, interruption)


def _maintenance(pack: Pack, words: Wording, stretch: Stretch) -> Row:
    services = formats.listing(pack.locale, [service_name(pack, service) for service in stretch.record.services])
    decision = words("planned") if stretch.refusal is None else words(f"refusal.{stretch.refusal}")
    what = lines(pack.locale, (words("maintenance", services=services), stretch.record.reason))
    return _row(pack, words, what, stretch.intervals, decision, "maintenance")


def _interruption(pack: Pack, words: Wording, statement: Statement, record: Interruption) -> Row:
    sheets = [line.sheet for line in statement.lines if line.result.time is not None and record.service in line.sheet.indicator.services]
    taken = bool(sheets) and all(admits(sheet, record) for sheet in sheets)
    key = "left_out" if taken else "no_cause" if record.reason else "unjustified"
    cause = words(f"cause.{record.excluded}")
    what = lines(pack.locale, (words("interruption", service=service_name(pack, record.service), cause=cause), record.reason))
    within = clip((Interval(record.start, record.end),), (statement.evidence.period,))
    return _row(pack, words, what, within, words(key), "exclusion")


def _row(pack: Pack, words: Wording, what: Content, intervals: tuple[Interval, ...], decision: str, name: str) -> Row:
    when = lines(pack.locale, (words("from_to", start=moment(pack, one.start), end=moment(pack, one.end)) for one in intervals))
    length = formats.minutes(pack.locale, total(intervals))
    return row(pack.locale, what, when, length, decision, grounds_text(pack, (name,)), aligns=_ALIGNS)
