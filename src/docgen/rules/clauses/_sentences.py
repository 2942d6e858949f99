"""Sentences of a clause by which it does something to the contract, found by the words of its language."""

import re
from collections.abc import Iterator

from docgen.model.clause import Clause
from docgen.rules._index import Index

_STOP = re.compile(r"[.;](?:\s|$)|\n\s*\n")


def stated(shared: Index, text: Clause, words: str) -> Iterator[re.Match[str]]:
    """Every place where a text uses the words `judging.<words>` of its language."""
    locale = shared.locales.get(text.language)
    pattern = locale.words.get(f"judging.{words}") if locale is not None else None
    if pattern is not None:
        yield from re.finditer(pattern, shared.prose(text))


def cited(shared: Index, text: Clause, match: re.Match[str]) -> Iterator[str]:
    """The clauses and articles that the sentence of a match refers to."""
    prose = shared.prose(text)
    stops = [stop.end() for stop in _STOP.finditer(prose)]
    start = max((stop for stop in stops if stop <= match.start()), default=0)
    end = min((stop for stop in stops if stop >= match.end()), default=len(prose))
    for reference in shared.references(text):
        if start <= reference.start - text.body < end:
            yield reference.target
