"""What the availability targets allow in minutes.

A table for service round the clock in months of 28, 30 and 31 days; another, for the window of each indicator, with
the shortest, the middle and the longest period of the first year of service; and the middle ones as bars. The
minutes are AST x (1 - target) of `sla/availability.py`, before any excluded time, rounded down to the second.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from docgen.assemble.blocks._layout import Wording, lines, row, sentences
from docgen.assemble.blocks._services import value_text, window_name
from docgen.draw.uptime import Allowance, uptime
from docgen.model.document import Align, Block, Figure, Inline, Row
from docgen.model.locale import Locale
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import IndicatorSheet
from docgen.model.sla import Measure, Period, WeekWindow
from docgen.sla.availability import allowed_downtime
from docgen.sla.calendar import window_minutes
from docgen.sla.days import add_months
from docgen.text import formats

_MONTHS = (28, 30, 31)
_LENGTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


class Reference(NamedTuple):
    """A measuring period: its first day and the minutes of its window."""

    start: date
    minutes: int


class Allowed(NamedTuple):
    """An availability indicator with its shortest, middle and longest period of the first year."""

    sheet: IndicatorSheet
    periods: tuple[Reference, Reference, Reference]


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """Both tables and the bars; () without an availability target."""
    indicators = tuple(_allowed(pack))
    if not indicators:
        return ()
    words = Wording(pack.locale, "allowed-downtime")
    right = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    always = words.table(
        ("target", *(f"days_{days}" for days in _MONTHS)),
        _always(pack.locale, sorted({one.sheet.indicator.target for one in indicators}, reverse=True), right),
        (28, 24, 24, 24),
        right,
    )
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    own = words.table(
        ("indicator", "target", "shortest", "middle", "longest"),
        (_own(pack, words, one, aligns) for one in indicators),
        (32, 11, 19, 19, 19),
        aligns,
        words(
            "own",
            first=formats.month(pack.locale, _start(pack)),
            last=formats.month(pack.locale, add_months(_start(pack), 11)),
        ),
    )
    return always, own, words.note("note"), _figure(pack, words, indicators)


def periods(window: WeekWindow, period: Period, start: date) -> tuple[Reference, Reference, Reference]:
    """The shortest, the middle and the longest period of the year that begins with the month of a day.

    Of an even number of periods, the middle is the longer of the two in the middle.
    """
    step = _LENGTHS[period]
    starts = (add_months(start.replace(day=1), months) for months in range(0, 12, step))
    known = sorted(
        (Reference(day, window_minutes(window, period, day)) for day in starts), key=lambda one: one.minutes
    )
    return known[0], known[len(known) // 2], known[-1]


def downtime(locale: Locale, minutes: Decimal) -> str:
    """Minutes in hours, minutes and seconds, rounded down: "43 min 12 s"."""
    whole, seconds = divmod(int(minutes * 60), 60)
    text = formats.minutes(locale, whole)
    if not seconds:
        return text
    rest = locale.text("blocks.allowed-downtime.seconds", number=formats.number(locale, seconds))
    return locale.text("durations.mixed", first=text, then=rest) if whole else rest


def _start(pack: Pack) -> date:
    return pack.engagement.contract.service_start


def _allowed(pack: Pack) -> Iterator[Allowed]:
    sla = pack.engagement.sla
    for sheet in sla.sheets:
        window = sla.window(sheet.indicator.window)
        if sheet.measure is Measure.AVAILABILITY and window is not None:
            yield Allowed(sheet, periods(window, sheet.indicator.period, _start(pack)))


def _always(locale: Locale, targets: Sequence[Decimal], aligns: Sequence[Align]) -> Iterator[Row]:
    for target in targets:
        figure = locale.text("percents.figures", number=formats.number(locale, target))
        yield row(
            locale,
            figure,
            *(downtime(locale, allowed_downtime(days * 1440, target)) for days in _MONTHS),
            aligns=aligns,
        )


def _own(pack: Pack, words: Wording, allowed: Allowed, aligns: Sequence[Align]) -> Row:
    locale, indicator = pack.locale, allowed.sheet.indicator

    def period(one: Reference) -> tuple[Inline, ...]:
        amount = downtime(locale, allowed_downtime(one.minutes, indicator.target))
        hours = words("base", time=formats.minutes(locale, one.minutes))
        key = f"period.{indicator.period}"
        when = words(key, month=formats.month(locale, one.start), year=one.start.year)
        return lines(locale, (amount, when, hours))

    name = lines(locale, (indicator.title, window_name(pack, indicator.window)))
    target = value_text(locale, indicator, indicator.target)
    return row(locale, name, target, *map(period, allowed.periods), aligns=aligns)


def _figure(pack: Pack, words: Wording, indicators: Sequence[Allowed]) -> Figure:
    locale = pack.locale
    rows: list[Allowance] = []
    for one in indicators:
        indicator, middle = one.sheet.indicator, one.periods[1]
        minutes = allowed_downtime(middle.minutes, indicator.target)
        target = words(
            "row",
            target=value_text(locale, indicator, indicator.target),
            window=window_name(pack, indicator.window),
        )
        rows.append(Allowance(locale.typeset(indicator.title), target, minutes, downtime(locale, minutes)))
    said = (words("alternative", indicator=one.service, target=one.target, allowed=one.label) for one in rows)
    return words.figure(uptime(rows, words("axis")), sentences(said))
