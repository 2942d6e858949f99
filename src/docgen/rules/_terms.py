"""The defined terms of a language, and where a text uses them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from docgen.model.clause import STANDARD, Clause

CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿœ][\w-]*")
_OPENS = re.compile(r"(?:^|\n\s*\n|[.!?:;…]|(?:^|\n)\s*(?:\d+[.)]|[-*+]))$")


class Use(NamedTuple):
    """A use of a term: its place in the text, and the clause that defines it."""

    start: int
    end: int
    clause: str


class Form(NamedTuple):
    """One way of writing a term: its words, and the clause that defines it."""

    words: str
    clause: str

    def ends(self, text: str, word: re.Match[str]) -> int:
        """The end of the form that begins with a word of the text; -1 if it is not there."""
        if self.words == word[0]:
            return word.end()
        match = _spaced(self.words).match(text, word.start()) if len(self.words) > len(word[0]) else None
        return match.end() if match is not None else -1


Lexicon = Mapping[str, tuple[Form, ...]]
"""Forms by their first word, the longest first."""


def written(clause: Clause) -> tuple[str, ...]:
    """The ways of writing a term: as stated, and with the plural of its first or of all its words in -s."""
    stated = (clause.term, *clause.forms)
    return tuple(dict.fromkeys(form for term in stated for form in (term, _plural(term, 1), _plural(term))))


def _plural(term: str, most: int = 0) -> str:
    words = term.split()
    last = most or len(words)
    return " ".join(
        f"{word}s"
        if rank < last and word[:1].isupper() and word[-1:].islower() and word[-1:] not in "sxz"
        else word
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
    return {
        first: tuple(Form(form, named[form]) for form in sorted(named, key=len, reverse=True))
        for first, named in forms.items()
    }


@lru_cache(maxsize=4096)  # a term is looked for in each text: a fifteenth of a check
def _spaced(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word).replace("'", "['’]") for word in words.split())
    return re.compile(rf"{spaced}(?![\w-])")


def uses(text: str, terms: Lexicon) -> Iterator[Use]:
    """Every use of a term, the longest form at each place."""
    end = 0
    for word in CAPITALISED.finditer(text):
        if word.start() < end:
            continue
        for form in terms.get(word[0], ()):
            ends = form.ends(text, word)
            if ends >= 0:
                end = ends
                yield Use(word.start(), end, form.clause)
                break


def opens_sentence(text: str, start: int) -> bool:
    """True when the word at `start` has its capital from the beginning of a sentence, or may have."""
    before = text[max(0, start - 200) : start].rstrip(' "«“(*_\u00a0\u202f')
    return (
        bool(_OPENS.search(before))
        or (not before and start <= 200)
        or (before.endswith("\n") and not before.strip())
    )


@dataclass(frozen=True)
class Vocabulary:
    """The defined terms of one language, and their uses in its `texts`; `prose` gives the words of a text."""

    texts: tuple[Clause, ...]
    prose: Callable[[Clause], str]

    @cached_property
    def definitions(self) -> tuple[Clause, ...]:
        """The texts that define a term, in their standard position."""
        return tuple(text for text in self.texts if text.term and text.position == STANDARD)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The forms of all terms."""
        return lexicon(self.definitions)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Every use of a term, by the path of the text."""
        return {text.source.path: tuple(uses(self.prose(text), self.lexicon)) for text in self.texts}
