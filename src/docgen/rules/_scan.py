"""Search the words of a clause, with exact places."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.model.clause import Clause
from docgen.text.source import Span


def find(pattern: str | re.Pattern[str], prose: str, clause: Clause, needs: Iterable[str] = ("",)) -> Iterator[tuple[Span, str]]:
    """Every match in the prose of a clause: its place, and its words. `^` and `$` are the ends of a line.

    A match holds one of the `needs`: most texts hold none, and are passed over fast.
    """
    if not any(piece in prose for piece in needs):
        return
    for match in (_compiled(pattern) if isinstance(pattern, str) else pattern).finditer(prose):
        yield clause.source.span(clause.body + match.start(), clause.body + match.end()), match[0]


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def words_of(listed: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of whole words, in any case; None when the list is empty. A space matches any white space."""
    longest_first = sorted(listed, key=len, reverse=True)
    if not longest_first:
        return None
    alternatives = "|".join(r"\s+".join(re.escape(part) for part in words.split()) for words in longest_first)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
