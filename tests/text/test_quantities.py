from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.quantities import (
    Duration,
    Misread,
    Money,
    Month,
    Percent,
    TimeSpan,
    Unit,
    read_date,
    read_duration,
    read_money,
    read_month,
    read_percent,
    read_time_span,
)

READERS = {
    "money": read_money,
    "percent": read_percent,
    "duration": read_duration,
    "hours": read_time_span,
    "date": read_date,
    "month": read_month,
}


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("40 EUR", "40", "EUR"),
        ("40.00 EUR", "40.00", "EUR"),
        ("12 500,50 €", "12500.50", "EUR"),
        ("1 234 567 EUR", "1234567", "EUR"),
        ("12\u202f500\u00a0EUR", "12500", "EUR"),
        ("12500EUR", "12500", "EUR"),
        ("0 CHF", "0", "CHF"),
        ("0.125 EUR", "0.125", "EUR"),
        ("0,0125 EUR", "0.0125", "EUR"),
        ("1234.567 EUR", "1234.567", "EUR"),
    ],
)
def test_money(text: str, amount: str, currency: str) -> None:
    assert read_money(text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize("text", ["12.500 EUR", "12,500 EUR", "1,000 €"])
def test_one_or_one_thousand(text: str) -> None:
    assert read_money(text) == Misread(
        "may be thousands or decimals",
        "write thousands with a space, as in '12 500 EUR', decimals as in '12.50 EUR'",
    )


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("99.9 %", "99.9"),
        ("99,95%", "99.95"),
        ("0 %", "0"),
        ("100 %", "100"),
        ("99.999 %", "99.999"),
        ("5\u00a0%", "5"),
    ],
)
def test_percent(text: str, points: str) -> None:
    assert read_percent(text) == Percent(Decimal(points))


def test_the_share_of_a_percentage_is_exact() -> None:
    assert Percent(Decimal("99.9")).fraction == Decimal("0.999")


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("min", Unit.MINUTE), ("minute", Unit.MINUTE), ("minutes", Unit.MINUTE),
        ("h", Unit.HOUR), ("hour", Unit.HOUR), ("hours", Unit.HOUR),
        ("d", Unit.DAY), ("day", Unit.DAY), ("days", Unit.DAY), ("calendar day", Unit.DAY), ("calendar days", Unit.DAY),
        ("business day", Unit.BUSINESS_DAY), ("business days", Unit.BUSINESS_DAY),
        ("working day", Unit.WORKING_DAY), ("working days", Unit.WORKING_DAY),
        ("week", Unit.WEEK), ("weeks", Unit.WEEK),
        ("month", Unit.MONTH), ("months", Unit.MONTH),
        ("year", Unit.YEAR), ("years", Unit.YEAR),
    ],
)  # fmt: skip
def test_every_unit_of_time(word: str, unit: Unit) -> None:
    assert read_duration(f"2 {word}") == Duration(2, unit)
    assert read_duration(f"2{word}") == Duration(2, unit)


def test_minutes_and_months_of_a_duration() -> None:
    assert Duration(4, Unit.HOUR).minutes == 240
    assert Duration(4, Unit.MINUTE).minutes == 4
    assert Duration(3, Unit.YEAR).months == 36
    assert Duration(3, Unit.MONTH).months == 3


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit not in (Unit.MINUTE, Unit.HOUR)])
def test_a_delay_in_days_never_becomes_a_response_time(unit: Unit) -> None:
    assert not Duration(1, unit).clocked
    with pytest.raises(ValueError, match="no fixed number of minutes"):
        _ = Duration(1, unit).minutes


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit not in (Unit.MONTH, Unit.YEAR)])
def test_a_delay_in_days_has_no_months(unit: Unit) -> None:
    with pytest.raises(ValueError, match="no fixed number of months"):
        _ = Duration(1, unit).months


def test_rough_minutes_order_the_units() -> None:
    lengths = [
        Duration(1, unit).rough_minutes
        for unit in (Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
    ]
    assert lengths == [1, 60, 1440, 10_080, 43_200, 525_600]
    assert Duration(1, Unit.BUSINESS_DAY).rough_minutes == Duration(1, Unit.WORKING_DAY).rough_minutes == 1440


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("08:00-18:00", 480, 1080),
        ("00:00-24:00", 0, 1440),
        ("22:00-24:00", 1320, 1440),
        ("09:05-09:06", 545, 546),
    ],
)
def test_hours_of_a_day(text: str, start: int, end: int) -> None:
    assert read_time_span(text) == TimeSpan(start, end)


def test_dates_and_months() -> None:
    assert read_date("2028-02-29") == date(2028, 2, 29)
    assert read_month("2026-09") == Month(2026, 9)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("money", "", "is not an amount of money"),
        ("money", "12500", "is not an amount of money"),
        ("money", "EUR 12500", "is not an amount of money"),
        ("money", "-5 EUR", "is not an amount of money"),
        ("money", "12 50 EUR", "is not an amount of money"),
        ("money", "1 2345 EUR", "is not an amount of money"),
        ("money", "12.500,00 EUR", "is not an amount of money"),
        ("money", "5 eur", "is not an amount of money"),
        ("money", "5 EUR HT", "is not an amount of money"),
        ("money", "٥ EUR", "is not an amount of money"),
        ("money", "5 EUR\n", "is not an amount of money"),
        ("money", "1" * 16 + " EUR", "is not a plausible amount"),
        ("percent", "99.9", "is not a percentage"),
        ("percent", "99.9 pour cent", "is not a percentage"),
        ("percent", "-1 %", "is not a percentage"),
        ("percent", "0." + "9" * 15 + " %", "is not a plausible percentage"),
        ("duration", "4", "is not a duration"),
        ("duration", "4 H", "is not a duration"),
        ("duration", "4 jours", "is not a duration"),
        ("duration", "1.5 h", "is not a duration"),
        ("duration", "-4 h", "is not a duration"),
        ("duration", "4 business", "is not a duration"),
        ("duration", "business days", "is not a duration"),
        ("duration", "99999999 min", "is not a plausible duration"),
        ("duration", "1001 years", "is not a plausible duration"),
        ("hours", "8:00-18:00", "is not a span of hours"),
        ("hours", "08:00 - 18:00", "is not a span of hours"),
        ("hours", "08h00-18h00", "is not a span of hours"),
        ("hours", "08:60-18:00", "is not a span of hours"),
        ("hours", "22:00-06:00", "does not end after it starts"),
        ("hours", "08:00-08:00", "does not end after it starts"),
        ("hours", "08:00-24:01", "does not end after it starts"),
        ("hours", "25:00-26:00", "does not end after it starts"),
        ("date", "01/12/2026", "is not a date"),
        ("date", "2026-12", "is not a date"),
        ("date", "20261201", "is not a date"),
        ("date", "2026-02-29", "is not a day of the calendar"),
        ("date", "2026-13-01", "is not a day of the calendar"),
        ("date", "0001-01-01", "is not a plausible date"),
        ("date", "9999-12-31", "is not a plausible date"),
        ("month", "2026-13", "is not a month"),
        ("month", "2026-00", "is not a month"),
        ("month", "2026-9", "is not a month"),
        ("month", "0000-05", "is not a plausible month"),
    ],
)
def test_what_is_misread_says_why_and_shows_how(kind: str, text: str, message: str) -> None:
    misread = READERS[kind](text)
    assert isinstance(misread, Misread)
    assert misread.message == message
    assert misread.hint


@given(st.text(alphabet="0123456789 .,:-%€EURhmindays\u00a0", max_size=20))
def test_no_text_raises(text: str) -> None:
    known: tuple[Any, ...] = (Money, Percent, Duration, TimeSpan, date, Month, Misread)
    assert all(isinstance(reader(text), known) for reader in READERS.values())
