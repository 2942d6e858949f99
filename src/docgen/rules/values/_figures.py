"""Figures with a unit in prose, and the values of an engagement with the same meaning."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from docgen.model.engagement import Engagement
from docgen.model.locale import Locale
from docgen.rules._values import leaves
from docgen.text.quantities import Duration, Money, Percent, Unit

Value = tuple[Decimal, str]
"""A number and its unit: the name of a `Unit`, `%`, or a currency."""

_COUNTED = re.compile(rf"durations\.({'|'.join(unit.value for unit in Unit)})\.(?:figures|in_words)")
_COIN = re.compile(r"money\.([A-Z]{3})\.major\.(?:zero|one|two|few|many|other)")
_END = re.compile(r"(?<!\b[A-Z])[.;:\n]\s")  # of a sentence; "L. 441-10" goes on
_FAR = 1000  # signs: no sentence is longer
_BLANK = re.compile(r"\{\w+\}|[()]")


def figures(prose: str, locale: Locale) -> Iterator[tuple[int, int, Value]]:
    """Every figure with a unit, but those of a sentence that cites an article: the law sets them."""
    if not any(digit in prose for digit in "0123456789"):
        return
    units, figure, cites = _patterns(locale)
    for match in figure.finditer(prose):
        before = _END.split(prose[max(0, match.start() - _FAR) : match.start()])[-1]
        after = _END.split(prose[match.end() : match.end() + _FAR], maxsplit=1)[0]
        if not cites.search(before) and not cites.search(after):
            number = Decimal(re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else ""))
            yield match.start(), match.end(), (number, units[" ".join(match[3].split())])


@lru_cache(maxsize=8)  # asked for each text, made for each language: 2 to 4 ms
def _patterns(locale: Locale) -> tuple[Mapping[str, str], re.Pattern[str], re.Pattern[str]]:
    """The units of a language, a figure with one of them, and the words that cite an article."""
    units = _units(locale)
    listed = "|".join(
        re.escape(words).replace(r"\ ", r"\s+") for words in sorted(units, key=len, reverse=True)
    )
    number = r"(?<![\w.,/-])\(?(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?"
    cites = locale.words.get("judging.cited", "(?!)")
    return (
        units,
        re.compile(rf"{number}\)?[ \u00a0\u202f]*({listed})(?![\w%])"),
        re.compile(rf"\b(?:{cites})", re.IGNORECASE),
    )


def repeated(engagement: Engagement) -> Mapping[tuple[str, Value], str]:
    """The dotted path of the first value of each section that a figure may repeat; values inside lists are left out."""
    found: dict[tuple[str, Value], str] = {}
    for path, value in leaves(engagement.printed):
        known = _value(value)
        if known is not None and all(isinstance(step, str) for step in path):
            found.setdefault((str(path[0]), known), ".".join(map(str, path)))
    return found


def _value(value: object) -> Value | None:
    match value:
        case Duration(amount, unit):
            return Decimal(amount), unit.value
        case Percent(points):
            return points, "%"
        case Money(amount, currency):
            return amount, currency
    return None


def _units(locale: Locale) -> Mapping[str, str]:
    """The words of a language for units, written after a number, each with its unit."""
    units = {"%": "%", "EUR": "EUR", **{sign: code for code, sign in locale.typography.currencies}}
    for key, message in locale.words.items():
        named = _COUNTED.match(key) or _COIN.fullmatch(key)
        words = " ".join(_BLANK.sub(" ", message).split()) if named is not None else ""
        if named is not None and words:
            units.setdefault(words, named[1])
    return units
