"""Quantities as a reader of the language sees them: figures, and words with figures.

Every function takes the language and a value. Figures and signs come from babel (CLDR), number words from
`spelling`, everything around them from the messages of the locale file (`money.*`, `percents.*`,
`durations.*`, `dates.*`, `times.*`, `ordinals.*`, `lists.*`).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol

from docgen.text.quantities import Duration, Money, Month, Percent, TimeSpan
from docgen.text.spelling import Spelling, roman, spell
from docgen.text.typographic_rules import NO_BREAK

# babel is imported where it is used: 20 ms that a check of a workspace does not need.

Gender = Literal["masculine", "feminine"]


class Language(Protocol):
    """The fields of a locale that formatting reads; `model.locale.Locale` has them."""

    @property
    def cldr(self) -> str:
        """The locale of babel."""

    @property
    def words(self) -> Mapping[str, str]:
        """Its messages."""

    @property
    def spelling(self) -> Spelling:
        """How the language spells numbers."""

    def text(self, key: str, **values: object) -> str:
        """The message of a key, filled; `count` chooses the plural form."""


def number(language: Language, value: int | Decimal, *, decimals: int | None = None) -> str:
    """A number in figures with the groups and the decimal sign of the language: "12,500.5".

    All its decimals are shown, unless `decimals` fixes how many (the caller has rounded: half even is the
    safety net).
    """
    from babel.numbers import format_decimal

    pattern = None if decimals is None else "#,##0" + "." * bool(decimals) + "0" * decimals
    return format_decimal(value, pattern, language.cldr, decimal_quantization=decimals is not None)


def money(language: Language, value: Money, *, whole: bool = False) -> str:
    """An amount in figures: "€12,500.00". A price finer than the coin keeps its decimals.

    `whole` drops decimals that are all zeros, as in a share capital.
    """
    from babel import Locale as Cldr
    from babel.numbers import format_currency

    pattern = None
    if whole and value.amount == value.amount.to_integral_value():
        pattern = Cldr.parse(language.cldr).currency_formats["standard"].pattern.replace(".00", "")
    figures = format_currency(
        value.amount,
        value.currency,
        pattern,
        language.cldr,
        currency_digits=not pattern,
        decimal_quantization=False,
    )
    # babel leaves out the currency spacing of CLDR: a code of letters is set apart from the figures.
    return re.sub(r"(?<=[A-Za-z])(?=\d)", NO_BREAK, figures)


def money_in_words(language: Language, value: Money, *, whole: bool = False) -> str:
    """An amount in words and figures: "two hundred euros (€200.00)".

    Of a unilateral promise the words prevail (C. civ. 1376).

    An amount finer than the coin, or of a currency without messages, is spelled as a decimal number.
    """
    return language.text(
        "money.in_words", words=_coins(language, value), figures=money(language, value, whole=whole)
    )


def percent(language: Language, value: Percent, *, decimals: int | None = None) -> str:
    """A percentage in figures: "99.9%"."""
    return language.text("percents.figures", number=number(language, value.points, decimals=decimals))


def percent_in_words(language: Language, value: Percent) -> str:
    """A percentage in words and figures: "fifteen per cent (15%)"."""
    return language.text(
        "percents.in_words", words=spell(value.points, language.spelling), figures=percent(language, value)
    )


def duration(language: Language, value: Duration) -> str:
    """A duration in figures: "30 days", "4 h", "30 min", "2 business days"."""
    return language.text(
        f"durations.{value.unit.value}.figures", count=value.amount, number=number(language, value.amount)
    )


def duration_in_words(language: Language, value: Duration) -> str:
    """A duration in words and figures: "thirty (30) calendar days", in the gender of its unit."""
    key = f"durations.{value.unit.value}"
    feminine = language.text(f"{key}.gender") == "feminine"
    return language.text(
        f"{key}.in_words",
        count=value.amount,
        words=spell(value.amount, language.spelling, feminine=feminine),
        number=number(language, value.amount),
    )


def minutes(language: Language, value: int) -> str:
    """Minutes in hours and minutes: "45 min", "4 h 45 min"; hours are never counted as days."""
    hours, rest = divmod(abs(value), 60)
    parts = [
        language.text(f"durations.{unit}.figures", count=count, number=number(language, count))
        for unit, count in (("hour", hours), ("minute", rest))
        if count or (unit == "minute" and not hours)
    ]
    text = language.text("durations.mixed", first=parts[0], then=parts[1]) if len(parts) == 2 else parts[0]
    return text if value >= 0 else language.text("durations.negative", duration=text)


def date_long(language: Language, value: date) -> str:
    """A date in a sentence: "1 January 2026"; the first of the month may have its own pattern."""
    return _dated(language, "dates.first" if value.day == 1 else "dates.long", value)


def date_on(language: Language, value: date) -> str:
    """A date with its article or preposition: "on 1 January 2026"."""
    return language.text("dates.dated", date=date_long(language, value))


def date_short(language: Language, value: date) -> str:
    """A date in a table: "01/01/2026"."""
    return _dated(language, "dates.short", value)


def month(language: Language, value: Month | date) -> str:
    """A month, or the month of a date: "December 2026"."""
    return _dated(language, "dates.month", date(value.year, value.month, 1))


def century(language: Language, value: int) -> str:
    """A century by its number: "21st century"; a message may use the Roman numeral."""
    return language.text("dates.century", roman=roman(value), ordinal=ordinal(language, value))


def time(language: Language, minute: int) -> str:
    """A time of day in a sentence, from minutes after midnight (0-1440): "08:30", "18:00"."""
    hour, rest = divmod(minute, 60)
    return language.text(
        "times.full" if rest else "times.hour", hour=hour, hour_two_digits=f"{hour:02}", minute=f"{rest:02}"
    )


def time_span(language: Language, value: TimeSpan) -> str:
    """Hours of service in a table: "08:00-18:00"."""
    start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (value.start, value.end))
    return language.text("times.span", start=start, end=end)


def time_span_in_words(language: Language, value: TimeSpan) -> str:
    """Hours of service in a sentence: "from 08:00 to 18:00"."""
    return language.text("times.from_to", start=time(language, value.start), end=time(language, value.end))


def ordinal(language: Language, value: int, gender: Gender = "masculine") -> str:
    """An ordinal in figures: "1st"; `typography.raised_endings` lists the endings printed as superscript."""
    from babel import Locale as Cldr

    form = Cldr.parse(language.cldr).ordinal_form(value)
    return language.text(f"ordinals.{gender}.{form}", number=value)


def listing(language: Language, items: Sequence[str], kind: Literal["and", "or"] = "and") -> str:
    """A list in a sentence: "a, b and c", "a or b"; '' for none."""
    if len(items) < 2:
        return "".join(items)
    *first, last = items
    return language.text(f"lists.{kind}", first=language.text("lists.comma").join(first), last=last)


def _dated(language: Language, key: str, value: date) -> str:
    """A date under the CLDR pattern that is the message of `key`."""
    from babel.dates import format_date

    return format_date(value, language.text(key), language.cldr)


def _coins(language: Language, value: Money) -> str:
    """An amount in words: "zero euros and one cent"."""
    from babel.numbers import get_currency_name

    key = f"money.{value.currency}"
    hundredths = abs(value.amount) * 100
    if f"{key}.major.other" not in language.words or hundredths != hundredths.to_integral_value():
        name = get_currency_name(value.currency, value.amount, language.cldr)
        return f"{spell(value.amount, language.spelling)} {name}"
    major, minor = divmod(int(hundredths), 100)
    words = _counted(language, f"{key}.major", major)
    if minor:
        words = language.text(
            "money.with_cents", major=words, minor=_counted(language, f"{key}.minor", minor)
        )
    return words if value.amount >= 0 else f"{language.spelling.minus} {words}"


def _counted(language: Language, key: str, count: int) -> str:
    """A whole number in words with the noun that it counts, in the gender of `key`."""
    feminine = language.text(f"{key}.gender") == "feminine"
    return language.text(key, count=count, words=spell(count, language.spelling, feminine=feminine))
