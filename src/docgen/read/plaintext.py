"""Read a contract that was written elsewhere: plain Markdown with numbered headings.

The locale defines an article, a reference, an instrument and a leftover by regular expressions (`judging.*`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from docgen.model.locale import Locale
from docgen.text.source import Source, Span

Number = tuple[int, ...]

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+)$", re.MULTILINE)
_DIGITS = r"\d{1,6}(?!\d)"
_NUMBER = re.compile(rf"({_DIGITS}(?:\.{_DIGITS})*)\.?(?=[\s.:–—-]|$)")
_TITLE = re.compile(
    r"\s*(?:\(\s*(?:«|“|\")?\s*([^()«»“”\"]{3,90}?)\s*(?:»|”|\")?\s*\)|(?:«|“|\")\s*([^«»“”\"]{3,90}?)\s*(?:»|”|\"))"
)
_FENCE = re.compile(
    r"^(```|~~~).*?(?:^\1[ \t]*$|\Z)|^(?: {4}|\t)[^\n]*$|`[^`\n]+`|<!--.*?(?:-->|\Z)|\]\([^()\n]{0,500}\)|https?://\S+",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number (() when it has none), its title and the place of the number."""

    level: int
    number: Number
    title: str
    span: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference to an article of this text: its number, the title that follows it in brackets or quotes."""

    number: Number
    title: str
    span: Span


@dataclass(frozen=True)
class PlainText:
    """A contract as plain text, with the words of its language."""

    source: Source
    locale: Locale

    @cached_property
    def prose(self) -> str:
        """The text with code, comments and link targets blanked, so that offsets stay."""
        return _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.source.text)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading, in order."""
        return tuple(self._headings())

    def _headings(self) -> Iterator[Heading]:
        lead = re.compile(rf"(?:{self.word('article')})\s+(?=\d)", re.IGNORECASE)
        ordinal = re.compile(rf"(\d+)(?:{self.word('ordinal')})\b")
        for match in _HEADING.finditer(self.prose):
            text, start = match[2].rstrip(" \t\r#"), match.start(2)
            led = lead.match(text)
            at = led.end() if led else 0
            rest = ordinal.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), text[at:])
            number = _NUMBER.match(rest)
            values = tuple(map(int, number[1].split("."))) if number else ()
            begins = at + (number.end() if number else 0)
            title = text[begins:].strip(" .:–—-\t*_")
            width = len(number[1]) if number else len(text)
            yield Heading(
                len(match[1]),
                values,
                title,
                self.source.span(start + at, start + at + width),
                match.start(),
                match.end(),
            )

    @cached_property
    def _heading_starts(self) -> tuple[int, ...]:
        return tuple(heading.start for heading in self.headings)

    def in_heading(self, at: int) -> bool:
        """True when an offset lies in a heading."""
        before = bisect_right(self._heading_starts, at) - 1
        return before >= 0 and at < self.headings[before].end

    @property
    def numbered(self) -> tuple[Heading, ...]:
        """The headings that have a number."""
        return tuple(heading for heading in self.headings if heading.number)

    @cached_property
    def numbers(self) -> Mapping[Number, str]:
        """Every number that the text defines, with its title: headings, and paragraphs that begin with a number."""
        found: dict[Number, str] = {}
        for match in re.finditer(
            rf"^[ \t]*(?:[-*+] )?(?:\*\*|__)?({_DIGITS}(?:\.{_DIGITS})+)\.?(?=[\s*_–—:-])",
            self.prose,
            re.MULTILINE,
        ):
            found.setdefault(tuple(map(int, match[1].split("."))), "")
        for heading in self.numbered:
            found[heading.number] = heading.title
        return found

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every reference to an article of this very text; those to laws, codes and other documents are left out."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[Cited]:
        words = _words(self.locale)
        for match in words.cited.finditer(self.prose):
            if self.in_heading(match.start()):
                continue
            after = self.prose[match.end() : match.end() + 160]
            before = self.prose[max(0, match.start() - 80) : match.start()]
            if words.direct.match(after) or words.named_before.search(before) or words.elsewhere.match(after):
                continue
            named = _TITLE.match(after)
            numbers = list(words.number.finditer(match[1]))
            for place, found in enumerate(numbers):
                begin = match.start(1) + found.start()
                values = tuple(int(part) for part in re.findall(r"\d+", found[0]))
                last = place == len(numbers) - 1
                text = (named[1] or named[2]).strip() if named and last and len(numbers) == 1 else ""
                yield Cited(values, text, self.source.span(begin, begin + len(found[0])))

    @property
    def likeness(self) -> int:
        """How many small words of the locale's language the text holds: tells its language."""
        return len(re.findall(rf"(?<!\w)(?:{self.word('determiner')})(?!\w)", self.prose, re.IGNORECASE))

    def word(self, key: str) -> str:
        """A regular expression of the locale; one that fits nothing where it has none."""
        return _word(self.locale, key)


class _Words(NamedTuple):
    """Patterns of a language: a number of an article, a reference with all its numbers, and the names of
    another instrument: right after the number, further on in the sentence, or just before."""

    number: re.Pattern[str]
    cited: re.Pattern[str]
    direct: re.Pattern[str]
    elsewhere: re.Pattern[str]
    named_before: re.Pattern[str]


def _word(locale: Locale, key: str) -> str:
    return locale.words.get(f"judging.{key}", "(?!)")


@lru_cache(maxsize=8)  # asked for each text, made for each language: 7 ms
def _words(locale: Locale) -> _Words:
    def word(key: str) -> str:
        return _word(locale, key)

    number = rf"{_DIGITS}(?:(?:{word('ordinal')})\b)?(?:\.{_DIGITS})*"
    item = rf"{number}(?![\w/-]|[.,]\d)"
    joined = rf"(?:\s*(?:{word('joiner')})\s*(?={number}){item})*"
    instrument = word("instrument")
    patterns = (
        number,
        rf"(?<![\w-])(?:{word('cited')})\s+({item}{joined})",
        rf"\s*(?:[a-z]\)|\([a-z0-9ivx]+\)|,?\s*(?:{word('subdivision')}))*\s*,?\s*(?:{instrument})",
        rf"[^.;:\n]{{0,60}}?(?:{instrument})",
        rf"(?:{word('instrument_before')})[^.;\n]{{0,50}}$",
    )
    return _Words(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))
