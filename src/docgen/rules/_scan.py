"""Search the words of a clause, with exact places."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.model.clause import Clause
from docgen.text.source import Span


def find(
    pattern: str | re.Pattern[str], prose: str, clause: Clause, needs: Iterable[str] = ("",)
) -> Iterator[tuple[Span, str]]:
    """Every match in the prose of a clause: its place, and its words. `^` and `$` are the ends of a line.

    A match holds one of the `needs`: most texts hold none, and are passed over fast.
    """
    if not any(piece in prose for piece in needs):
        return
    for match in re.compile(pattern, 0 if isinstance(pattern, re.Pattern) else re.MULTILINE).finditer(prose):
        yield clause.source.span(clause.body + match.start(), clause.body + match.end()), match[0]


class Words(NamedTuple):
    """Whole words in any case; a space matches any white space. `heads` are their beginnings, folded."""

    pattern: re.Pattern[str]
    heads: tuple[str, ...]

    def within(self, prose: str) -> Iterator[re.Match[str]]:
        """Every place of one of the words; most texts hold none, and are passed over fast."""
        folded = prose.casefold()
        return self.pattern.finditer(prose) if any(head in folded for head in self.heads) else iter(())


def words_of(listed: Iterable[str]) -> Words | None:
    """The words of a list, None when it holds none."""
    longest_first = sorted((words for words in listed if words.strip()), key=len, reverse=True)
    if not longest_first:
        return None
    alternatives = "|".join(r"\s+".join(re.escape(part) for part in words.split()) for words in longest_first)
    heads = dict.fromkeys(words.split()[0].casefold() for words in longest_first)
    return Words(re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE), tuple(heads))
