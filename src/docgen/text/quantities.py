"""Typed quantities: money, percentages, durations, hours of the day, dates; read from what people write.

A quantity carries its unit, so that a delay of payment can never land in the place of a response time.
Each `read_*` function takes the text of the file and returns the quantity or a `Misread` with its remedy.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Misread(NamedTuple):
    """A text that is not the expected quantity: the reason, and an example of one that is."""

    message: str
    hint: str


class Unit(Enum):
    """Units of time. `business_day` is a jour ouvré, `working_day` a jour ouvrable (Mon-Sat)."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business_day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_UNIT_WORDS = {
    "min": Unit.MINUTE, "minute": Unit.MINUTE, "minutes": Unit.MINUTE,
    "h": Unit.HOUR, "hour": Unit.HOUR, "hours": Unit.HOUR,
    "d": Unit.DAY, "day": Unit.DAY, "days": Unit.DAY, "calendar day": Unit.DAY, "calendar days": Unit.DAY,
    "business day": Unit.BUSINESS_DAY, "business days": Unit.BUSINESS_DAY,
    "working day": Unit.WORKING_DAY, "working days": Unit.WORKING_DAY,
    "week": Unit.WEEK, "weeks": Unit.WEEK,
    "month": Unit.MONTH, "months": Unit.MONTH,
    "year": Unit.YEAR, "years": Unit.YEAR,
}  # fmt: skip

_ROUGH_MINUTES = {
    Unit.MINUTE: 1,
    Unit.HOUR: 60,
    Unit.DAY: 1440,
    Unit.BUSINESS_DAY: 1440,
    Unit.WORKING_DAY: 1440,
    Unit.WEEK: 7 * 1440,
    Unit.MONTH: 30 * 1440,
    Unit.YEAR: 365 * 1440,
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as agreed: a whole number of a unit ("30 days", "4 h")."""

    amount: int
    unit: Unit

    @property
    def minutes(self) -> int:
        """Minutes of a clock duration (minutes and hours only; other units have no fixed length)."""
        if self.unit is Unit.MINUTE:
            return self.amount
        if self.unit is Unit.HOUR:
            return self.amount * 60
        raise ValueError(f"{self.unit.value} has no fixed number of minutes")

    @property
    def clocked(self) -> bool:
        """True for minutes and hours."""
        return self.unit in (Unit.MINUTE, Unit.HOUR)

    @property
    def months(self) -> int:
        """Months of a duration in months or years."""
        if self.unit is Unit.MONTH:
            return self.amount
        if self.unit is Unit.YEAR:
            return self.amount * 12
        raise ValueError(f"{self.unit.value} has no fixed number of months")

    @property
    def rough_minutes(self) -> int:
        """Minutes with a month of 30 days and a year of 365: for comparing limits, never for computing."""
        return self.amount * _ROUGH_MINUTES[self.unit]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217), excluding VAT unless its field says otherwise."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage in points: `Percent(Decimal("99.9"))` is 99.9 %."""

    points: Decimal

    @property
    def fraction(self) -> Decimal:
        """The share: 99.9 % is 0.999."""
        return self.points / 100


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Hours of a day, in minutes from midnight, half-open; `end` may be 1440 (24:00)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar ("2026-09"): the month of an index."""

    year: int
    month: int


Quantity = Duration | Money | Percent | TimeSpan | Month | date | Decimal

_SPACES = "[ \u00a0\u202f]"
_NUMBER = rf"\d{{1,3}}(?:{_SPACES}\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_MONEY = re.compile(rf"({_NUMBER}){_SPACES}*(€|[A-Z]{{3}})", re.ASCII)
_PERCENT = re.compile(rf"({_NUMBER}){_SPACES}*%", re.ASCII)
_DURATION = re.compile(rf"(\d+){_SPACES}*([a-z]+(?: [a-z]+)?)", re.ASCII)
_TIME_SPAN = re.compile(r"([0-2]\d):([0-5]\d)-([0-2]\d):([0-5]\d)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # one, or one thousand?
_MOST_DIGITS = 15
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST = 1000 * 365 * 1440
_SYMBOLS = {"€": "EUR"}


def _number(text: str) -> Decimal:
    return Decimal(re.sub(_SPACES, "", text).replace(",", "."))


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def read_money(text: str) -> Money | Misread:
    """ "12 500 EUR", "40.00 EUR", "12 500,00 €"."""
    match = _MONEY.fullmatch(text)
    if match is None:
        return Misread("is not an amount of money", "write an amount and a currency, as in '12 500 EUR'")
    if _THOUSANDS.fullmatch(match[1]):
        return Misread(
            "may be thousands or decimals",
            "write thousands with a space, as in '12 500 EUR', decimals as in '12.50 EUR'",
        )
    if _digits(match[1]) > _MOST_DIGITS:
        return Misread("is not a plausible amount", "check the number of digits")
    return Money(_number(match[1]), _SYMBOLS.get(match[2], match[2]))


def read_percent(text: str) -> Percent | Misread:
    """ "99.9 %"; the decimal sign may be a comma."""
    match = _PERCENT.fullmatch(text)
    if match is None:
        return Misread("is not a percentage", "write a number and a percent sign, as in '99.9 %'")
    if _digits(match[1]) > _MOST_DIGITS:
        return Misread("is not a plausible percentage", "check the number of digits")
    return Percent(_number(match[1]))


def read_duration(text: str) -> Duration | Misread:
    """ "30 min", "4 h", "30 days", "2 business days", "36 months"."""
    match = _DURATION.fullmatch(text)
    unit = None if match is None else _UNIT_WORDS.get(match[2])
    if match is None or unit is None:
        return Misread(
            "is not a duration",
            "write a whole number and a unit: '30 min', '4 h', '2 business days', '36 months'",
        )
    duration = Duration(int(match[1]), unit)
    if len(match[1]) > 7 or duration.rough_minutes > _LONGEST:
        return Misread("is not a plausible duration", "check the number and its unit")
    return duration


def read_time_span(text: str) -> TimeSpan | Misread:
    """ "08:00-18:00"; a span that crosses midnight is written as two."""
    match = _TIME_SPAN.fullmatch(text)
    if match is None:
        return Misread("is not a span of hours", "write two hours with a hyphen, as in '08:00-18:00'")
    start = int(match[1]) * 60 + int(match[2])
    end = int(match[3]) * 60 + int(match[4])
    if end > 1440 or start >= end:
        return Misread(
            "does not end after it starts",
            "write a span that crosses midnight as two: '22:00-24:00' and '00:00-06:00'",
        )
    return TimeSpan(start, end)


def read_date(text: str) -> date | Misread:
    """ "2026-12-01" (ISO 8601)."""
    if _DATE.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return Misread("is not a day of the calendar", "check the day and the month")
        return (
            day
            if _FIRST_YEAR <= day.year <= _LAST_YEAR
            else Misread("is not a plausible date", "check the year")
        )
    return Misread("is not a date", "write year-month-day, as in '2026-12-01'")


def read_month(text: str) -> Month | Misread:
    """ "2026-09" (ISO 8601)."""
    match = _MONTH.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= 12:
        return Misread("is not a month", "write year-month, as in '2026-09'")
    month = Month(int(match[1]), int(match[2]))
    return (
        month
        if _FIRST_YEAR <= month.year <= _LAST_YEAR
        else Misread("is not a plausible month", "check the year")
    )
