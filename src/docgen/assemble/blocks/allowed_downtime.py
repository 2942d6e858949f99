"""The downtime that the availability targets allow, in minutes.

A table for service round the clock in months of 28, 30 and 31 days; another, for the window of each indicator, with
the shortest, the middle and the longest period of the first year of service; and the middle ones as bars. The
minutes are AST x (1 - target) of `sla/availability.py`, before any excluded time, rounded down to the second.

With `deciding: true` they are the bound that decides: where rounded values are compared, the downtime that still rounds
to the target; and the first period begins with the service.
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
from docgen.model.sla import Indicator, Measure, Period, WeekWindow
from docgen.sla.availability import allowed_downtime, deciding_downtime
from docgen.sla.calendar import window_minutes
from docgen.sla.days import add_months
from docgen.text import formats

_MONTHS = (28, 30, 31)


class Reference(NamedTuple):
    """A measuring period: its first day and the minutes of its window."""

    start: date
    minutes: int


class Allowed(NamedTuple):
    """An availability indicator with its shortest, middle and longest period of the first year, and how it is bounded."""

    indicator: Indicator
    periods: tuple[Reference, Reference, Reference]
    deciding: bool

    def of(self, minutes: int) -> Decimal:
        """The downtime allowed in the minutes of a window."""
        if self.deciding:
            return deciding_downtime(minutes, self.indicator)
        return allowed_downtime(minutes, self.indicator.target)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """Both tables and the bars; () without an availability target."""
    deciding = options.get("deciding") is True
    indicators = tuple(_allowed(pack, deciding))
    if not indicators:
        return ()
    words = Wording(pack.locale, "allowed-downtime")
    right = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    always = words.table(
        ("target", *(f"days_{days}" for days in _MONTHS)),
        _always(pack.locale, indicators, right),
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
    return always, own, words.note("note_deciding" if deciding else "note"), _figure(pack, words, indicators)


def periods(
    window: WeekWindow, period: Period, start: date, since: date | None = None
) -> tuple[Reference, Reference, Reference]:
    """The shortest, the middle and the longest period of the year that begins with the month of a day.

    Of an even number of periods, the middle is the longer of the two in the middle. `since` cuts off what comes before it.
    """
    starts = (add_months(start.replace(day=1), months) for months in range(0, 12, period.months))
    known = sorted(
        (Reference(day, window_minutes(window, period, day, since)) for day in starts),
        key=lambda one: one.minutes,
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


def _allowed(pack: Pack, deciding: bool) -> Iterator[Allowed]:
    sla, start = pack.engagement.sla, _start(pack)
    for sheet in sla.sheets:
        window = sla.window(sheet.indicator.window)
        if sheet.measure is Measure.AVAILABILITY and window is not None:
            known = periods(window, sheet.indicator.period, start, start if deciding else None)
            yield Allowed(sheet.indicator, known, deciding)


def _always(locale: Locale, indicators: Sequence[Allowed], aligns: Sequence[Align]) -> Iterator[Row]:
    rows = {(one.indicator.target, tuple(one.of(days * 1440) for days in _MONTHS)) for one in indicators}
    for target, allowed in sorted(rows, reverse=True):
        figure = locale.text("percents.figures", number=formats.number(locale, target))
        yield row(locale, figure, *(downtime(locale, minutes) for minutes in allowed), aligns=aligns)


def _own(pack: Pack, words: Wording, allowed: Allowed, aligns: Sequence[Align]) -> Row:
    locale, indicator = pack.locale, allowed.indicator

    def period(one: Reference) -> tuple[Inline, ...]:
        amount = downtime(locale, allowed.of(one.minutes))
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
        indicator, minutes = one.indicator, one.of(one.periods[1].minutes)
        target = words(
            "row",
            target=value_text(locale, indicator, indicator.target),
            window=window_name(pack, indicator.window),
        )
        rows.append(Allowance(locale.typeset(indicator.title), target, minutes, downtime(locale, minutes)))
    said = (words("alternative", indicator=one.service, target=one.target, allowed=one.label) for one in rows)
    return words.figure(uptime(rows, words("axis")), sentences(said))
