"""The defined terms of a language, and where a text uses them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from docgen.model.clause import STANDARD, Clause
from docgen.rules._index import Index

CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿœ][\w-]*")
_OPENS = re.compile(r"(?:^|\n\s*\n|[.!?:;…]|(?:^|\n)\s*(?:\d+[.)]|[-*+]))$")


class Use(NamedTuple):
    """A use of a term: its place in the text, and the clause that defines it."""

    start: int
    end: int
    clause: str


class Form(NamedTuple):
    """One way of writing a term."""

    pattern: re.Pattern[str]
    clause: str


Lexicon = Mapping[str, tuple[Form, ...]]
"""Forms by their first word, the longest first."""


def definitions(found: Index, language: str) -> tuple[Clause, ...]:
    """The clauses that define a term in a language, in their standard position."""
    return tuple(text for text in found.texts if text.term and text.language == language and text.position == STANDARD)


def written(clause: Clause) -> tuple[str, ...]:
    """The ways of writing a term: as stated, and with the plural of its first or of all its words in -s."""
    stated = (clause.term, *clause.forms)
    return tuple(dict.fromkeys(form for term in stated for form in (term, _plural(term, 1), _plural(term))))


def _plural(term: str, most: int = 0) -> str:
    words = term.split()
    last = most or len(words)
    return " ".join(
        f"{word}s" if rank < last and word[:1].isupper() and word[-1:].islower() and word[-1:] not in "sxz" else word
        for rank, word in enumerate(words)
    )


def lexicon(clauses: Iterable[Clause]) -> Lexicon:
    """The forms of the terms that the clauses define."""
    forms: dict[str, dict[str, str]] = {}
    for clause in clauses:
        for form in written(clause):
            first = CAPITALISED.match(form)
            if first is not None:
                forms.setdefault(first[0], {}).setdefault(form, clause.id)
    return {first: tuple(_form(form, named[form]) for form in sorted(named, key=len, reverse=True)) for first, named in forms.items()}


def _form(words: str, clause: str) -> Form:
    spaced = r"\s+".join(re.escape(word).replace("'", "['’]") for word in words.split())
    return Form(re.compile(rf"{spaced}(?![\w-])"), clause)


def uses(text: str, terms: Lexicon) -> Iterator[Use]:
    """Every use of a term, the longest form at each place."""
    end = 0
    for word in CAPITALISED.finditer(text):
        if word.start() < end:
            continue
        for form in terms.get(word[0], ()):
            match = form.pattern.match(text, word.start())
            if match is not None:
                end = match.end()
                yield Use(match.start(), end, form.clause)
                break


def opens_sentence(text: str, start: int) -> bool:
    """True when the word at `start` has its capital from the beginning of a sentence, or may have."""
    before = text[max(0, start - 200) : start].rstrip(" \"«“(*_\u00a0\u202f")
    return bool(_OPENS.search(before)) or (not before and start <= 200) or (before.endswith("\n") and not before.strip())
