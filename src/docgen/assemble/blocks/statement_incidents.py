"""The incidents of a month: those that count, with their times against GTI and GTR, and those that do not, with the reason.

Incidents in time are counted, the late ones listed; `all: true` in the outline lists every one.
"""

from collections.abc import Iterable, Iterator

from docgen.assemble.blocks._layout import Content, Wording, lines, row
from docgen.assemble.blocks._services import window_name
from docgen.assemble.blocks._statement import grounds_text, moment, service_name
from docgen.assemble.settled import statements_of
from docgen.model.document import Block, Look, Row, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.measuring import TimedIncident
from docgen.sla.ticket_lines import Apart, TicketLine, ticket_lines
from docgen.text import formats

_GROUNDS = {Apart.EXCLUDED: "exclusion"}


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """Two tables, each left out when it is empty; () without measures."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-incidents")
    every = ticket_lines(history[-1].evidence)
    counting = [line for line in every if line.apart is None]
    listed = [
        line
        for line in counting
        if options.get("all") or line.late or line.refused or line.suspended or line.unproved
    ]
    apart = [line for line in every if line.apart is not None]
    return tuple(_tables(pack, words, counting, listed, apart))


def _tables(
    pack: Pack, words: Wording, counting: list[TicketLine], listed: list[TicketLine], apart: list[TicketLine]
) -> Iterator[Block]:
    whole, late = len(counting), sum(line.late for line in counting)
    yield words.note("counted", whole=whole, late=late, apart=len(apart))
    if listed:
        columns = ("ticket", "service", "opened", "gti", "gtr", "remark")
        rows = (_counting(pack, words, line) for line in listed)
        yield words.table(columns, rows, (10, 22, 15, 17, 17, 19), (), words("listed"), Look.COMPACT)
    if apart:
        rows = (_apart(pack, words, line) for line in apart)
        yield words.table(
            ("ticket", "service", "opened", "reason", "ground"),
            rows,
            (10, 22, 15, 33, 20),
            (),
            words("apart"),
            Look.COMPACT,
        )


def _counting(pack: Pack, words: Wording, line: TicketLine) -> Row:
    tones = (*(Tone.PLAIN,) * 3, _tone(line.gti), _tone(line.gtr))
    return row(
        pack.locale,
        *_head(pack, words, line),
        _timed(pack, words, line.gti),
        _timed(pack, words, line.gtr),
        lines(pack.locale, _remarks(pack, words, line)),
        tones=tones,
    )


def _apart(pack: Pack, words: Wording, line: TicketLine) -> Row:
    reason = words(f"why.{line.apart}")
    name = _GROUNDS.get(line.apart, "attribution") if line.apart is not None else "attribution"
    return row(
        pack.locale,
        *_head(pack, words, line),
        lines(pack.locale, (reason, line.incident.reason)),
        grounds_text(pack, (name,)),
    )


def _head(pack: Pack, words: Wording, line: TicketLine) -> tuple[Content, ...]:
    incident = line.incident
    window = window_name(pack, line.window) if line.window else ""
    return (
        lines(pack.locale, (incident.id, incident.priority)),
        lines(pack.locale, (service_name(pack, incident.service), window)),
        moment(pack, incident.opened),
    )


def _timed(pack: Pack, words: Wording, timed: TimedIncident) -> Content:
    if timed.timing is None:
        return words("before") if timed.late else words("none")
    spent, limit = (
        formats.minutes(pack.locale, value) for value in (timed.timing.elapsed, timed.timing.limit)
    )
    key = "in_time" if timed.timing.met else "late" if timed.timing.done else "running"
    return lines(
        pack.locale, (spent, words(key, delay=formats.minutes(pack.locale, timed.late), limit=limit))
    )


def _tone(timed: TimedIncident) -> Tone:
    return Tone.PLAIN if timed.timing is None else Tone.GOOD if timed.timing.met else Tone.BAD


def _remarks(pack: Pack, words: Wording, line: TicketLine) -> Iterable[str]:
    if line.incident.cause:
        yield words("cause", cause=line.incident.cause)
    if line.suspended:
        yield words("suspended", length=formats.minutes(pack.locale, line.suspended))
    if line.unproved:
        yield words("unproved", length=formats.minutes(pack.locale, line.unproved))
    if line.refused:
        yield words("refused")
