"""Typography of a text: spaces, quotes, apostrophes, dashes and groups of digits, as a language wants them.

The rules of a language are values (`Typography`, read from its locale file); the function that applies them
is one for all languages. It works on words that a reader will see, never on URLs, e-mail addresses, code
spans or bank accounts, and setting a text twice is setting it once.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from docgen.text.typographic_rules import NARROW_NO_BREAK, NO_BREAK, OBJECT, Edit, Typography, passes

__all__ = ["NARROW_NO_BREAK", "NO_BREAK", "Typography", "raised_endings", "typeset", "typeset_runs"]

# Bounds and possessive repeats keep the time linear: at each place of a long word an address could begin.
_LITERAL = re.compile(
    r"(?<!`)`++[^`]++`++"
    r"|(?:[A-Za-z][A-Za-z0-9+.-]{0,30}+://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\"'’.,;:!?)\]]"
    r"|(?<![\w.+-])(?:mailto:)?[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
    r"|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"
    rf"|{OBJECT}"
)


@lru_cache(maxsize=16_384)  # three of four texts of a comparison were set before: a sixth of its time
def typeset(text: str, rules: Typography) -> str:
    """The text as it is printed under the rules. Idempotent; no letter and no digit is lost.

    Only a currency code, a wrong ordinal ending and a vowel to elide are replaced by others, as the rules say.
    """
    return typeset_runs((text,), rules)[0]


def typeset_runs(runs: Sequence[str], rules: Typography, literal: Collection[int] = ()) -> tuple[str, ...]:
    """Adjacent runs of one paragraph (plain, bold, link …), set as the one text that a reader sees.

    Quotes and spaces come out right where an emphasis begins or ends (`"`, `Client`, `"`). The runs whose
    index is in `literal` (code) are context, and are returned as they are.
    """
    kept: list[str] = []

    def keep(part: str) -> str:
        kept.append(part)
        return OBJECT

    masked = [
        keep(run) if run and index in literal else _LITERAL.sub(lambda match: keep(match[0]), run)
        for index, run in enumerate(runs)
    ]
    text = "".join(masked)
    cuts = list(accumulate(map(len, masked), initial=0))
    signs = set(text)
    for needs, edits in passes(rules):
        if needs and signs.isdisjoint(needs):
            continue
        before = text
        text, cuts = _apply(text, cuts, edits(text))
        if text is not before:
            signs = set(text)
    parts = iter(kept)
    return tuple(re.sub(OBJECT, lambda _: next(parts), text[start:end]) for start, end in pairwise(cuts))


def raised_endings(text: str, rules: Typography) -> tuple[tuple[int, int], ...]:
    """The places (start, end) of the ordinal endings that are printed above the line after a number."""
    if not rules.raised:
        return ()
    endings = "|".join(map(re.escape, sorted(rules.raised, key=len, reverse=True)))
    literal = [match.span() for match in _LITERAL.finditer(text)]
    places = (match.span(1) for match in re.finditer(rf"(?<!\w)(?:\d+|[IVX]+)({endings})(?!\w)", text))
    return tuple(
        (start, end) for start, end in places if not any(first <= start < last for first, last in literal)
    )


def _apply(text: str, cuts: list[int], edits: Iterator[Edit]) -> tuple[str, list[int]]:
    """The text after the edits (in order, apart), and its cuts at their new offsets."""
    first = next(edits, None)
    if first is None:  # most steps find nothing in most texts
        return text, cuts
    pieces: list[str] = []
    moved: list[int] = []
    done = length = 0
    pending = iter(cuts)
    cut = next(pending, None)
    for start, end, new in chain((first,), edits):
        while cut is not None and cut <= start:
            moved.append(length + cut - done)
            cut = next(pending, None)
        pieces += text[done:start], new
        length += start - done + len(new)
        done = end
        while cut is not None and cut < end:
            moved.append(length)
            cut = next(pending, None)
    while cut is not None:
        moved.append(length + cut - done)
        cut = next(pending, None)
    pieces.append(text[done:])
    return "".join(pieces), moved
