"""Common to the blocks of service levels: names and hours of windows, names and fees of services, values of indicators."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import Literal

from docgen.assemble.blocks._layout import capital
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.sla import Indicator, IndicatorUnit, Spans, WeekWindow
from docgen.sla.rates import rounded
from docgen.text import formats
from docgen.text.quantities import Money, Percent

WEEK_MINUTES = 7 * 24 * 60


def window_name(pack: Pack, window_id: str) -> str:
    """The name of a window with a capital: "Heures ouvrées"; its id where it is unknown."""
    window = pack.engagement.sla.window(window_id)
    return capital(window.name if window is not None else window_id)


def day_names(locale: Locale, width: Literal["wide", "abbreviated"] = "wide") -> tuple[str, ...]:
    """Seven names of days, Monday first."""
    from babel.dates import get_day_names

    names = get_day_names(width, locale=locale.cldr)
    return tuple(names[day] for day in range(7))


def opening_hours(locale: Locale, window: WeekWindow) -> tuple[str, ...]:
    """The hours of a window, days with the same hours together: "lundi à vendredi : 08:00-18:00"."""
    if window.always:
        return (locale.text("blocks.annexes.always"),)
    names = day_names(locale)
    texts: list[str] = []
    for spans, days in groupby(range(7), key=lambda day: window.days[day]):
        if not spans:
            continue
        run = tuple(days)
        hours = formats.listing(locale, [formats.time_span(locale, span) for span in spans])
        key = "day_hours" if len(run) == 1 else "days_hours"
        text = locale.text(f"blocks.annexes.{key}", first=names[run[0]], last=names[run[-1]], hours=hours)
        texts.append(capital(text))
    return tuple(texts)


def week_minutes(window: WeekWindow) -> int:
    """Open minutes of a week without holidays."""
    return WEEK_MINUTES if window.always else sum(map(_length, window.days))


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def service_names(pack: Pack, ids: Iterable[str]) -> tuple[str, ...]:
    """The names of services, in the order of the catalogue."""
    wanted = frozenset(ids)
    return tuple(service.name for service in pack.engagement.services if service.id in wanted)


def money(pack: Pack, amount: Decimal) -> str:
    """An amount of the contract in figures, rounded as its credits are."""
    value = rounded(amount, pack.engagement.sla.terms.rounding)
    return formats.money(pack.locale, Money(value, pack.engagement.price.currency))


def percent(locale: Locale, points: Decimal) -> str:
    """A percentage in figures, from points of a hundred."""
    return formats.percent(locale, Percent(points))


def value_text(locale: Locale, indicator: Indicator, value: Decimal, decimals: int | None = None) -> str:
    """A value in the unit of an indicator: "99,9 %", "4 h", "5"; `decimals` fixes how many are shown."""
    match indicator.unit:
        case IndicatorUnit.PERCENT:
            return formats.percent(locale, Percent(value), decimals=decimals)
        case IndicatorUnit.MINUTES:
            return formats.minutes(locale, int(value))
        case IndicatorUnit.COUNT:
            return formats.number(locale, value, decimals=decimals)
