"""The stamp of a clause: a short hash of its binding content.

Typography, white space and the wrapping of lines do not count; words, conditions and the values that the text prints do.
"""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from docgen.model.clause import Clause

LENGTH = 16
"""Signs of a stamp: 64 bits, of a library of some thousand texts."""

_PLAIN = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "…": "...",
}
_TYPED = re.compile(f"[{''.join(_PLAIN)}]")
_BESIDE = re.compile(r'(?<=") | (?=")| (?=[;:!?%€])')  # spaces that a language puts beside its signs


def plain(text: str) -> str:
    """A text without its typography: one kind of space, quote, dash and apostrophe, no line ends."""
    words = _TYPED.sub(lambda sign: _PLAIN[sign[0]], unicodedata.normalize("NFKC", text)).split()
    return _BESIDE.sub("", " ".join(words))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs and list items of a Markdown text, each plain: where they part is content, how they wrap is not."""
    parts = re.split(r"\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)]|[|#>])[ \t|])", text.strip())
    return tuple(filter(None, map(plain, parts)))


def stamp(clause: Clause) -> str:
    """The edition of a text of the library: its words (with the values that they name), condition and defined term.

    The title is not part of it (a change of title is editorial), nor are owner, review date and reasons.
    """
    return _stamp(clause.text, clause.when_text, clause.term, clause.forms)


@lru_cache(maxsize=8192)  # without it 1 % of a check of several engagements, which share their clauses
def _stamp(text: str, when: str, term: str, forms: tuple[str, ...]) -> str:
    return digest(*paragraphs(text), "when", plain(when), "term", plain(term), *map(plain, forms))


def digest(*parts: str) -> str:
    """A stamp of texts."""
    return sha256("\0".join(parts).encode()).hexdigest()[:LENGTH]
