"""The words of a clause's own text: what the library says, with the names of values in the place of values."""

import re
from collections.abc import Iterator

from docgen.history.words import PARAGRAPH, words
from docgen.model.changes import Word

_BLANK = re.compile(r"\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)]|[|#>])[ \t|])")
_FIELD = re.compile(r"(\s*)(\{\{.*?\}\}|\[\[.*?\]\])", re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n]+")


def clause_words(text: str) -> tuple[Word, ...]:
    """The words of a Markdown text. How lines wrap is not content, where paragraphs and items part is; a value
    (`{{ sla.credits.monthly_cap | words }}`) and a reference (`[[penalites.plafond]]`) are one word each."""
    parts = [part for part in (_SPACES.sub(" ", part).strip() for part in _BLANK.split(text)) if part]
    return tuple(
        word
        for index, part in enumerate(parts)
        for word in ((PARAGRAPH, *_words(part)) if index else _words(part))
    )


def _words(part: str) -> Iterator[Word]:
    at = 0
    for match in _FIELD.finditer(part):
        yield from words(part[at : match.start()])
        yield Word("".join(match[2].split()), match[0])
        at = match.end()
    yield from words(part[at:])
