"""Compare texts word by word. Pure functions.

Words are compared without their typography (kinds of spaces, quotes, dashes), so that a text that was only set anew is
the same text. `difflib` finds the common runs of two texts; a common run too small to read counts as changed.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from docgen.model.changes import Op, Run, Word

PARAGRAPH = Word("\n", "\n")
"""The end of a paragraph or of an item: where a text parts is content."""

_WORD = re.compile(
    r"\s*(?:\d+(?:[.,\u00a0\u202f:/-]\d+)*(?:[\u00a0\u202f]?[%€])?"  # a figure with its groups, decimals and sign
    r"|\w+(?:[-‑]\w+)*['’]?"  # a compound, an elided article
    r"|[^\w\s])"
)
_TYPED = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
)
_LONGEST = 4000
"""Words above which frequent words no longer anchor a comparison: it would take time by their square."""


class Edit(NamedTuple):
    """A part of two sequences: old[i1:i2] and new[j1:j2], the same or not."""

    same: bool
    i1: int
    i2: int
    j1: int
    j2: int


def words(text: str) -> tuple[Word, ...]:
    """The words and signs of a text, each with the white space before it; joined, they are the text again, but for
    white space at its end."""
    return tuple(Word(plain_word(match[0]), match[0]) for match in _WORD.finditer(text))


def plain_word(word: str) -> str:
    """A word without its typography."""
    return "".join(unicodedata.normalize("NFKC", word).translate(_TYPED).split())


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[Edit, ...]:
    """The common and the different runs of two sequences, in order; equal ends are cut off before the comparison."""
    start = 0
    most = min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    edits = [Edit(True, 0, start, 0, start)] if start else []
    if left and right:
        matcher = SequenceMatcher(None, left, right, autojunk=max(len(left), len(right)) > _LONGEST)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            edits.append(Edit(tag == "equal", start + i1, start + i2, start + j1, start + j2))
    elif left or right:
        edits.append(Edit(False, start, start + len(left), start, start + len(right)))
    if end:
        edits.append(Edit(True, len(old) - end, len(old), len(new) - end, len(new)))
    return tuple(edits)


def align_words(old: Sequence[str], new: Sequence[str]) -> tuple[Edit, ...]:
    """The same of the keys of words, made readable: an island of at most two words between two longer changes, or of
    signs alone, counts with them."""
    edits: list[Edit] = []
    found = align(old, new)
    for index, edit in enumerate(found):
        inside = 0 < index < len(found) - 1
        small = edit.same and inside and _island(old[edit.i1 : edit.i2], found[index - 1], found[index + 1])
        if (small or not edit.same) and edits and not edits[-1].same:
            edits[-1] = Edit(False, edits[-1].i1, edit.i2, edits[-1].j1, edit.j2)
        else:
            edits.append(Edit(edit.same and not small, *edit[1:]))
    return tuple(edits)


def _island(shared: Sequence[str], before: Edit, after: Edit) -> bool:
    if PARAGRAPH.key in shared:
        return False
    if not any(key[:1].isalnum() for key in shared):
        return len(shared) <= 2 and min(_size(before), _size(after)) > 1
    return len(shared) <= 2 and min(_size(before), _size(after)) > 2


def _size(edit: Edit) -> int:
    return max(edit.i2 - edit.i1, edit.j2 - edit.j1)


def compare_words(old: Sequence[Word], new: Sequence[Word]) -> tuple[Run, ...]:
    """The runs of two texts, a deletion before an insertion; () if the words are the same."""
    edits = align_words([word.key for word in old], [word.key for word in new])
    if all(edit.same for edit in edits):
        return ()
    return tuple(_runs(edits, old, new))


def _runs(edits: Sequence[Edit], old: Sequence[Word], new: Sequence[Word]) -> Iterator[Run]:
    for edit in edits:
        if edit.same:
            yield Run(Op.SAME, _text(new[edit.j1 : edit.j2]))
            continue
        if edit.i1 < edit.i2:
            yield Run(Op.REMOVED, _text(old[edit.i1 : edit.i2]))
        if edit.j1 < edit.j2:
            yield Run(Op.ADDED, _text(new[edit.j1 : edit.j2]))


def _text(part: Sequence[Word]) -> str:
    return "".join(word.text for word in part)


def compare_texts(old: str, new: str) -> tuple[Run, ...]:
    """The runs of two plain texts; lines are paragraphs."""
    return compare_words(_lines(old), _lines(new))


def _lines(text: str) -> tuple[Word, ...]:
    parts = [words(line) for line in text.split("\n")]
    return tuple(word for index, part in enumerate(parts) for word in ((PARAGRAPH, *part) if index else part))


def side(runs: Sequence[Run], without: Op) -> str:
    """One side of a comparison: the old text without `Op.ADDED`, the new one without `Op.REMOVED`."""
    return "".join(run.text for run in runs if run.op is not without)


def excerpt(runs: Sequence[Run], around: int = 6) -> tuple[Run, ...]:
    """Runs, with unchanged text cut to a few words around each change; "…" replaces the rest."""
    cut: list[Run] = []
    for index, run in enumerate(runs):
        if run.op is not Op.SAME:
            cut.append(run)
            continue
        found = _lines(run.text)
        first, last = index == 0, index == len(runs) - 1
        keep = around if first or last else 2 * around
        if len(found) <= keep + 1:
            cut.append(run)
            continue
        head = "" if first else _text(found[:around]).rstrip("\n")
        tail = "" if last else _text(found[-around:]).lstrip("\n")
        gap = "…" if first else " …" + ("" if last or tail[:1].isspace() else " ")
        cut.append(Run(Op.SAME, head + gap + tail))
    return tuple(cut)
