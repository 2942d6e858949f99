"""Constructors of schema fields: each returns a Cerberus rule set with docgen's own types and `meta`.

Own types: `money`, `percent`, `duration`, `timespan`, `date`, `month`, `number` (int or Decimal).
Own rules: `units` (allowed units of a duration), `least` and `most` (limits, written like the value itself),
`refers` (the kind of thing that the word names; checked by rules, not by Cerberus).
"""

from enum import StrEnum
from typing import Any

from docgen.model.changes import ChangeClass
from docgen.model.parties import PartyKind

Field = dict[str, Any]

AMENDMENT, OPERATIONAL, EDITORIAL = ChangeClass
CLIENT, PROVIDER = PartyKind.CLIENT, PartyKind.PROVIDER


def _field(
    kind: str,
    title: str,
    example: Any,
    required: bool,
    change: ChangeClass,
    gains: PartyKind | None,
    **rules: Any,
) -> Field:
    meta: Field = {"title": title, "change": change}
    if example is not None:
        meta["example"] = example
    if gains is not None:
        meta["gains"] = gains
    field: Field = {
        "type": kind,
        "meta": meta,
        **{name: rule for name, rule in rules.items() if rule is not None},
    }
    if required:
        field["required"] = True
    return field


def text(
    title: str,
    example: str | None = None,
    *,
    required: bool = True,
    change: ChangeClass = AMENDMENT,
    most: int = 2000,
    pattern: str | None = None,
    refers: str | None = None,
) -> Field:
    """Plain text of one or more lines, not empty."""
    return _field(
        "string",
        title,
        example,
        required,
        change,
        None,
        empty=False,
        maxlength=most,
        regex=pattern,
        refers=refers,
    )


def name(
    title: str,
    example: str | None = None,
    *,
    required: bool = True,
    refers: str | None = None,
    change: ChangeClass = AMENDMENT,
) -> Field:
    """An identifier: lower-case words with hyphens, or a code such as `P1`."""
    return text(
        title,
        example,
        required=required,
        change=change,
        most=60,
        pattern=r"[A-Za-z0-9][A-Za-z0-9._-]*",
        refers=refers,
    )


def choice(
    title: str,
    words: type[StrEnum] | tuple[str, ...],
    *,
    required: bool = True,
    change: ChangeClass = AMENDMENT,
) -> Field:
    """One of a few words; an enumeration where code compares them."""
    allowed = [str(word) for word in words]
    return _field("string", title, allowed[0], required, change, None, allowed=allowed)


def flag(title: str, *, required: bool = True, change: ChangeClass = AMENDMENT) -> Field:
    """true or false."""
    return _field("boolean", title, True, required, change, None)


def count(
    title: str,
    example: int,
    *,
    least: int = 0,
    most: int = 1_000_000,
    required: bool = True,
    change: ChangeClass = AMENDMENT,
    gains: PartyKind | None = None,
) -> Field:
    """A whole number."""
    return _field("integer", title, example, required, change, gains, min=least, max=most)


def number(
    title: str,
    example: str,
    *,
    least: str | None = None,
    most: str | None = None,
    required: bool = True,
    change: ChangeClass = AMENDMENT,
    gains: PartyKind | None = None,
) -> Field:
    """A number without a unit (a multiplier, a weight)."""
    return _field("number", title, example, required, change, gains, least=least, most=most)


def turned(field: Field, beside: str, word: str) -> Field:
    """The field, in favour of the other party where its sibling `beside` is `word`."""
    return {**field, "meta": {**field["meta"], "turned": (beside, word)}}


def money(
    title: str,
    example: str,
    *,
    least: str | None = "0 EUR",
    required: bool = True,
    change: ChangeClass = AMENDMENT,
    gains: PartyKind | None = None,
) -> Field:
    """An amount with its currency, excluding VAT unless the title says otherwise."""
    return _field("money", title, example, required, change, gains, least=least)


def percent(
    title: str,
    example: str,
    *,
    least: str | None = "0 %",
    most: str | None = "100 %",
    required: bool = True,
    change: ChangeClass = AMENDMENT,
    gains: PartyKind | None = None,
) -> Field:
    """A percentage in points."""
    return _field("percent", title, example, required, change, gains, least=least, most=most)


def duration(
    title: str,
    example: str,
    *,
    units: tuple[str, ...] | None = None,
    least: str | None = None,
    most: str | None = None,
    required: bool = True,
    change: ChangeClass = AMENDMENT,
    gains: PartyKind | None = None,
    kind: str | None = None,
) -> Field:
    """A length of time; `units` are the allowed ones (names of `Unit`), `kind` the sort of delay."""
    field = _field(
        "duration",
        title,
        example,
        required,
        change,
        gains,
        units=list(units) if units else None,
        least=least,
        most=most,
    )
    if kind is not None:
        field["meta"]["kind"] = kind
    return field


def clock(title: str, example: str, **options: Any) -> Field:
    """A duration in minutes or hours, 1 min at least."""
    return duration(title, example, units=("minute", "hour"), **{"least": "1 min", **options})


def days(title: str, example: str, **options: Any) -> Field:
    """A duration in days, 1 day at least: calendar, business or working days, or weeks."""
    units = ("day", "business_day", "working_day", "week")
    return duration(title, example, units=units, **{"least": "1 day", **options})


def months(title: str, example: str, **options: Any) -> Field:
    """A duration in months or years, 1 month at least."""
    return duration(title, example, units=("month", "year"), **{"least": "1 month", **options})


def day(title: str, example: str, *, required: bool = True, change: ChangeClass = AMENDMENT) -> Field:
    """A day of the calendar."""
    return _field("date", title, example, required, change, None)


def month(title: str, example: str, *, required: bool = True, change: ChangeClass = AMENDMENT) -> Field:
    """A month of the calendar."""
    return _field("month", title, example, required, change, None)


def hours(
    title: str, example: str = "08:00-18:00", *, required: bool = True, change: ChangeClass = AMENDMENT
) -> Field:
    """Hours of a day."""
    return _field("timespan", title, example, required, change, None)


def group(
    title: str, fields: dict[str, Field], *, required: bool = True, change: ChangeClass = AMENDMENT
) -> Field:
    """A mapping with known keys."""
    return _field("dict", title, None, required, change, None, schema=fields)


def table(
    title: str, key: str, values: Field, *, required: bool = True, change: ChangeClass = AMENDMENT
) -> Field:
    """A mapping from names of one kind (`key`: "priority", "role" …) to values."""
    field = _field(
        "dict", title, None, required, change, None, keysrules={"type": "string"}, valuesrules=values
    )
    field["meta"]["keys"] = key
    return field


def many(
    title: str,
    item: Field,
    *,
    least: int = 1,
    most: int = 500,
    required: bool = True,
    change: ChangeClass = AMENDMENT,
) -> Field:
    """A list of items of one shape."""
    return _field("list", title, None, required, change, None, schema=item, minlength=least, maxlength=most)
