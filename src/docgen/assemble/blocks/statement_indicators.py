"""The indicators of a month: measured value, target, credit, and the clauses applied."""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Content, Wording, lines, row
from docgen.assemble.blocks._services import money, value_text
from docgen.assemble.blocks._statement import grounds_text, measured_text
from docgen.assemble.grounds import grounds_of
from docgen.assemble.setting import prose
from docgen.assemble.settled import statements_of
from docgen.model.document import Align, Block, Inline, Look, Row, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.availability import agreed_minutes
from docgen.sla.rates import Compliance
from docgen.sla.statement import IndicatorLine, Statement
from docgen.text import formats

_ALIGNS = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.LEFT)
_TONES = {Compliance.MET: Tone.GOOD, Compliance.MISSED: Tone.BAD, Compliance.NOT_APPLICABLE: Tone.MUTED}


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table; () without measures."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-indicators")
    rows = tuple(_row(pack, words, line, history[-1]) for line in history[-1].lines)
    columns = ("indicator", "measured", "target", "result", "credited", "ground")
    return (
        words.table(columns, rows, (25, 23, 9, 10, 11, 22), _ALIGNS, look=Look.COMPACT),
        words.note("note"),
    )


def _row(pack: Pack, words: Wording, line: IndicatorLine, statement: Statement) -> Row:
    indicator = line.sheet.indicator
    cells: tuple[Content, ...] = (
        indicator.title,
        _measured(pack, words, line),
        value_text(pack.locale, indicator, indicator.target),
        words(f"status.{line.result.status}"),
        money(pack, line.settled.credited) if line.settled.charges else words("none"),
        grounds_text(pack, grounds_of(line, statement), titled=False),
    )
    return row(pack.locale, *cells, aligns=_ALIGNS, tones=(*(Tone.PLAIN,) * 3, _TONES[line.result.status]))


def _measured(pack: Pack, words: Wording, line: IndicatorLine) -> tuple[Inline, ...]:
    return lines(
        pack.locale,
        [prose(pack.locale, text) for text in (measured_text(pack, line), *_evidence(pack, words, line))],
    )


def _evidence(pack: Pack, words: Wording, line: IndicatorLine) -> Iterator[str]:
    locale, result = pack.locale, line.result
    if result.unmeasured:
        yield words("unmeasured")
    if result.time is not None:
        base = agreed_minutes(result.time, line.sheet.indicator.exclusion)
        yield words(
            "downtime",
            downtime=formats.minutes(locale, int(result.time.downtime)),
            base=formats.minutes(locale, base),
        )
    if result.plain is not None:
        yield words("plain", value=value_text(locale, line.sheet.indicator, round(result.plain, 2), 2))
    if result.counted is not None and result.number is not None:
        yield words(
            "counted",
            counted=formats.number(locale, result.counted),
            number=formats.number(locale, result.number),
        )
    elif result.number:
        yield words("answers", count=result.number, number=formats.number(locale, result.number))
    if result.allowed is not None and result.number:
        yield words("allowed", count=result.allowed, number=formats.number(locale, result.allowed))
    if line.settled.missed > 1:
        yield words("missed", rank=formats.number(locale, line.settled.missed))
