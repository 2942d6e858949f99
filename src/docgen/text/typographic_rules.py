"""The typographic rules of a language as values, and the steps that they ask for.

A step reads a text and yields edits, in order and apart from each other; `typography.py` applies them.
"""

import re
from collections import deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
OBJECT = "\ufffc"
"""Placeholder in a text for an element that is not text, which is left as it is."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Typography:
    """The typographic rules of one language; an empty field is a rule that the language does not have."""

    before: Pairs = ()
    """(signs, space): the space before each of these signs."""
    after: Pairs = ()
    """(signs, space): the space after each of these signs."""
    quotes: Pairs = ()
    """(opening, closing), the outer level first."""
    apostrophe: str = ""
    ellipsis: str = ""
    abbreviations: tuple[str, ...] = ()
    """Words whose full stop takes the place of an ellipsis."""
    dash: str = ""
    """The dash of an aside; its inner spaces do not break."""
    group: str = ""
    """The space between groups of three digits."""
    decimal: str = ""
    currencies: Pairs = ()
    """(ISO 4217 code, sign that is printed after the amount)."""
    units: tuple[str, ...] = ()
    """Symbols that follow a number after a no-break space, whether or not one was typed."""
    nouns: tuple[str, ...] = ()
    """Words that stay on the line of the number before them."""
    hour: str = ""
    """The sign between hours and minutes."""
    months: tuple[str, ...] = ()
    binders: tuple[str, ...] = ()
    """Words that stay on the line of the number after them, in either case."""
    titles: tuple[str, ...] = ()
    """Words that stay on the line of the name after them."""
    ordinals: Pairs = ()
    """(ending that is often typed after a number, right ending)."""
    elisions: Pairs = ()
    """(words that a value put side by side, the same words elided): "de un (", "d’un ("."""
    raised: tuple[str, ...] = ()
    """Endings that are printed above the line after a number."""


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


Pass = Callable[[str], Iterator[Edit]]

DIGITS = "0123456789"


class Step(NamedTuple):
    """A pass over a text; it finds nothing where the text has none of the signs that it needs ('' for any text)."""

    needs: str
    edits: Pass


_S = rf"[ \t\u2009{NO_BREAK}{NARROW_NO_BREAK}]"
# A line break of the source is a space of the text; two of them part paragraphs.
_GAP = rf"(?:{_S}+(?:\n{_S}*)?|\n{_S}*)"
_NUMBER = (
    rf"(?<!\w)\d(?:[\d.,{NARROW_NO_BREAK}]{{0,40}}\d)?"  # bounded: in "1,,1,,1" one begins at every figure
)


def _any(words: Collection[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _replace(pattern: str, *new: str, needs: str) -> Step:
    """The n-th group of the pattern becomes the n-th `new` (the last for the rest); the rest is context."""
    compiled = re.compile(pattern)
    news = new + new[-1:] * (compiled.groups - len(new))

    def step(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            for group, put in enumerate(news, 1):
                start, end = match.span(group)
                if start >= 0 and text[start:end] != put:
                    yield Edit(start, end, put)

    return Step(needs, step)


@lru_cache(maxsize=16)  # asked for each text, made for each language: 20 ms
def passes(rules: Typography) -> tuple[Step, ...]:
    """The steps that the rules ask for, in the order in which they may build upon one another."""
    return tuple(step for part in (_marks, _numbers, _bonds, _spaces) for step in part(rules))


def _marks(rules: Typography) -> Iterator[Step]:
    """Signs that a keyboard lacks: ellipsis, apostrophe, quotes, dash; and elisions."""
    for full, elided in rules.elisions:
        yield _replace(rf"(?<!\w)({re.escape(full)})", elided, needs=full[0])
    if rules.ellipsis:
        dots = rf"{re.escape(rules.ellipsis)}|\.{{2,}}"
        for word in rules.abbreviations:
            yield _replace(
                rf"(?<!\w){re.escape(word.removesuffix('.'))}((?:{_S}*(?:{dots})|\.)+)",
                ".",
                needs="." + rules.ellipsis,
            )
        yield _replace(r"(?<!\.)(\.{3})(?!\.)", rules.ellipsis, needs=".")
    if rules.apostrophe:
        yield _replace(r"(?<=\w)(')(?=\w)", rules.apostrophe, needs="'")
    if rules.quotes:
        outer = re.escape("".join(first for first, _ in rules.quotes))
        yield _replace(
            rf"""(?<![^\s(\[{{"{outer}])(')(?=\w)[^'\n]*?[\w.…!?](')(?!\w)""", *rules.quotes[-1], needs="'"
        )
        yield _double_quotes(rules)
    if rules.apostrophe:
        # After a digit it is a prime (feet, minutes of arc).
        yield _replace(r"(?<!\d)(')", rules.apostrophe, needs="'")
    if rules.dash:
        yield _dashes(rules)


def _double_quotes(rules: Typography) -> Step:
    """Straight double quotes become those of their level of nesting.

    One that opens nothing and closes nothing (a size in inches) is left.
    """
    # A closing quote that is also the apostrophe closes nothing for certain: its level is not counted.
    counted = [(level, *pair) for level, pair in enumerate(rules.quotes) if pair[1] != rules.apostrophe]
    opening = {first: level for level, first, _ in counted}
    closing = {last for _, _, last in counted}
    signs = re.compile(f"""["{re.escape("".join((*opening, *closing)))}]""")
    outer = re.escape("".join(first for first, _ in rules.quotes))
    opens = re.compile(rf"""(?<![^\s(\[{{\-–—/{outer}])"(?=\S)|(?<=['’])"(?=[\w{OBJECT}])""")

    def step(text: str) -> Iterator[Edit]:
        levels: list[int] = []
        for match in signs.finditer(text):
            at, sign = match.start(), match[0]
            if sign in opening:
                levels.append(opening[sign])
            elif sign in closing:
                del levels[-1:]
            elif opens.match(text, at):
                levels.append(min(len(levels), len(rules.quotes) - 1))
                yield Edit(at, at + 1, rules.quotes[levels[-1]][0])
            elif levels:
                yield Edit(at, at + 1, rules.quotes[levels.pop()][1])

    return Step('"', step)


def _dashes(rules: Typography) -> Step:
    """Hyphens between spaces become dashes; the inner spaces of a pair in one sentence do not break.

    A hyphen before a figure is left: it may be a minus or a range.
    """
    dash = rules.dash
    outer = re.escape("".join(first for first, _ in rules.quotes))
    alone = re.compile(rf"(?<![^\s{outer}])[-{dash}](?=\s(?!\s*\d)|$|[,.;:!?)»”])")
    apart = re.compile(r"[.;:!?]|\n\s*\n")
    after, before = re.compile(_GAP), re.compile(rf"{_GAP}\Z")

    def pairs(text: str) -> Iterator[tuple[int, int | None]]:
        places = deque(match.start() for match in alone.finditer(text))
        while places:
            first = places.popleft()
            between = text[first + 1 : places[0]] if places else ""
            closed = between.strip() and not apart.search(between)
            yield first, places.popleft() if closed else None

    def step(text: str) -> Iterator[Edit]:
        for first, last in pairs(text):
            yield Edit(first, first + 1, dash)
            if last is None:
                continue
            if gap := after.match(text, first + 1):
                yield Edit(*gap.span(), NO_BREAK)
            if gap := before.search(text, first + 1, last):
                yield Edit(*gap.span(), NO_BREAK)
            yield Edit(last, last + 1, dash)

    return Step("-" + dash, step)


def _numbers(rules: Typography) -> Iterator[Step]:
    """Ordinal endings, groups of digits, signs of currencies."""
    for wrong, right in rules.ordinals:
        yield _replace(rf"(?<!\w)(?:\d+|[IVX]+)({re.escape(wrong)})(?!\w)", right, needs=DIGITS + "IVX")
    if rules.group:
        # Only an amount is grouped: a bare number of four digits may be a year, of five a postcode.
        currency = _any([word for pair in rules.currencies for word in pair])
        fraction = rf"(?:{re.escape(rules.decimal)}\d+)?" if rules.decimal else ""
        amount = re.compile(
            rf"(?<![\w{rules.group}])(?<!\d[.,])\d{{4,}}(?={fraction}(?:{_GAP})?(?:{currency})(?!\w))"
        )

        def groups(text: str) -> Iterator[Edit]:
            for match in amount.finditer(text):
                for at in range(match.end() - 3 * ((len(match[0]) - 1) // 3), match.end(), 3):
                    yield Edit(at, at, rules.group)

        yield Step(DIGITS, groups)
        yield _replace(rf"(?<!\w)(?<!\d[.,])\d{{1,3}}({_S})(?=\d{{3}}(?!\d))", rules.group, needs=DIGITS)
        # A SIRET: three groups of three, one of five.
        yield _replace(rf"(?<=\d\d\d{_S}\d\d\d{_S}\d\d\d)({_S})(?=\d{{5}}(?!\d))", rules.group, needs=DIGITS)
    for code, sign in rules.currencies:
        yield _replace(rf"(?<=\d)(?:{_GAP})?({code})(?!\w)", sign, needs=DIGITS)


def _bonds(rules: Typography) -> Iterator[Step]:
    """Words that stay on the line of their number, number of their word, title of its name."""
    if rules.hour:
        yield _replace(rf"(?<!\w)\d{{1,2}}({_S}*){rules.hour}({_S}*)(?=\d\d(?!\w))", NO_BREAK, needs=DIGITS)
    if rules.units:
        yield _replace(
            rf"(?:{_NUMBER}|\(\d+\))({_GAP}|)(?=(?:{_any(rules.units)})(?!\w))", NO_BREAK, needs=DIGITS
        )
    if rules.nouns:
        yield _replace(
            rf"(?:{_NUMBER}|\({_NUMBER}\))({_GAP})(?=(?:{_any(rules.nouns)})(?!\w))", NO_BREAK, needs=DIGITS
        )
    if rules.months:
        ending = rf"(?:{_any(rules.raised)})?" if rules.raised else ""
        yield _replace(
            rf"(?<!\w)\d\d?{ending}({_GAP})(?=(?:{_any(rules.months)})(?!\w))", NO_BREAK, needs=DIGITS
        )
        yield _replace(rf"(?<!\w)(?:{_any(rules.months)})({_GAP})(?=\d{{4}}(?!\w))", NO_BREAK, needs=DIGITS)
    if rules.binders:
        number = rf"(?=(?:(?i:{_any(rules.binders)})(?:{_GAP})?)?\d)"
        words = [word for word in rules.binders if word[-1].isalpha()]
        signs = [word for word in rules.binders if not word[-1].isalpha()]
        for binders, gap in ((words, _GAP), (signs, f"{_GAP}|")):
            if binders:
                yield _replace(rf"(?<!\w)(?i:{_any(binders)})({gap}){number}", NO_BREAK, needs=DIGITS)
    if rules.titles:
        yield _replace(rf"(?<!\w)(?:{_any(rules.titles)})({_GAP})(?=[A-ZÀ-ÖØ-Þ])", NO_BREAK, needs="")


def _spaces(rules: Typography) -> Iterator[Step]:
    """Spaces after and before signs; a sign inside a word, a time or an address gets none."""
    closing = {last for _, last in rules.quotes}
    opening = re.escape("([{" + "".join(first for first, _ in rules.quotes))
    pausing = re.escape("".join(sign for signs, _ in rules.before for sign in signs if sign not in closing))
    for signs, space in rules.after:
        for sign in signs:
            # The sign is part of the edit: where a run ends at it, the space stays with it.
            yield _replace(rf"({re.escape(sign)}(?:{_GAP})?)(?=\S)", sign + space, needs=sign)
    for signs, space in rules.before:
        for sign in signs:
            # "?!" is one sign; a quotation is closed after any.
            single = opening if sign in closing else opening + pausing
            yield _replace(rf"(?<![\s{opening}])({_GAP})(?={re.escape(sign)})", space, needs=sign)
            yield _replace(
                rf"(?<=[^\s{single}])()(?={re.escape(sign)}[{pausing}]*(?![\w=/]))", space, needs=sign
            )
