"""How wide text will be, and how it is broken to fit: an estimate for sans-serif faces, on the wide side."""

import re
import unicodedata
from itertools import accumulate, takewhile
from typing import NamedTuple

from docgen.draw.style import LEADING, SIZES

# Advances of a common sans face, in thousandths of the size; accented letters count as their base letter.
_ADVANCES = {
    letter: advance
    for advance, letters in {
        222: "ijl'’‘",
        278: " \u00a0\u202f.,:;!/\\|fIt[]",
        333: '()-\u2011r`°“”"{}',
        400: "*•·ªº",
        500: "cksvxyzJ",
        556: "abdeghnopquL0123456789_$?#«»€–§",
        584: "+=<>~×÷±≥≤−≠",
        611: "FTZß",
        667: "ABEKPSVXY&",
        722: "CDHNRUw",
        778: "GOQ",
        833: "mM",
        944: "W%œæ",
        1015: "@—…→←↑↓ŒÆ‰",
    }.items()
    for letter in letters
}
_OTHER = 800
_WIDE = 1200
_MARGIN = 1.06  # faces differ: stay on the safe side
_STRONG = 1.07
_SPACES = re.compile(r"[ \t\r\n\v\f]+")  # never the no-break spaces
_BREAKS = re.compile(r"(?<=[-/])(?=\w)| ")
_ELLIPSIS = "…"


def width(text: str, size: str, strong: bool = False) -> float:
    """Estimated width in px of one line of text in a size of `style.SIZES`."""
    return sum(map(_advance, text)) / 1000 * _em(size, strong)


def cut(text: str, limit: float, size: str, strong: bool = False) -> str:
    """The text on one line of at most `limit` px, its end replaced by an ellipsis where it is too long."""
    text = _SPACES.sub(" ", text).strip(" ")
    if width(text, size, strong) <= limit:
        return text
    room = limit - width(_ELLIPSIS, size, strong)
    return text[: _fitting(text, room, size, strong)].rstrip(" ,;") + _ELLIPSIS


def wrap(text: str, limit: float, size: str, most: int = 3, strong: bool = False) -> tuple[str, ...]:
    """The text on at most `most` lines of `limit` px; too wide a word is broken, the rest cut off."""
    rest = _SPACES.sub(" ", text).strip(" ")
    lines: list[str] = []
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, limit, size, strong)
        lines.append(line)
    return (*lines, cut(rest, limit, size, strong)) if rest else tuple(lines)


class Words(NamedTuple):
    """Text broken into lines, with its look: size, class of its colour, weight."""

    lines: tuple[str, ...]
    size: str
    look: str
    strong: bool

    @property
    def height(self) -> float:
        """Height in px of all lines."""
        return len(self.lines) * SIZES[self.size] * LEADING

    @property
    def width(self) -> float:
        """Estimated width in px of the longest line."""
        return max((width(line, self.size, self.strong) for line in self.lines), default=0.0)


def words(
    text: str, limit: float, size: str = "t2", look: str = "ink", most: int = 3, strong: bool = False
) -> Words:
    """Text that fits a column of `limit` px on at most `most` lines; empty text takes no height."""
    return Words(wrap(text, limit, size, most, strong), size, look, strong)


def _first_line(text: str, limit: float, size: str, strong: bool) -> tuple[str, str]:
    fitting = _fitting(text, limit, size, strong)
    if fitting == len(text):
        return text, ""
    breaks = [place.start() for place in _BREAKS.finditer(text, 0, fitting + 1)]
    end = max((at for at in breaks if at <= fitting), default=max(1, fitting))
    return text[:end].rstrip(" "), text[end:].lstrip(" ")


def _fitting(text: str, limit: float, size: str, strong: bool) -> int:
    """How many letters from the start fit."""
    room = limit * 1000 / _em(size, strong)
    return sum(1 for _ in takewhile(lambda reach: reach <= room, accumulate(map(_advance, text))))


def _em(size: str, strong: bool) -> float:
    return SIZES[size] * _MARGIN * (_STRONG if strong else 1)


def _advance(letter: str) -> int:
    known = _ADVANCES.get(letter)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(base):
        return 0
    wide = _WIDE if unicodedata.east_asian_width(base) in "WF" else _OTHER
    return _ADVANCES.get(base, wide)
