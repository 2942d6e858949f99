"""RACI load: how many letters each role carries, stacked by letter, roles by party."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.draw.measure import cut, width, words
from docgen.draw.svg import WIDTH, drawing, line, middle, outline, rect, text

_LABELS = 176.0
_LEFT = _LABELS + 10
_RIGHT = WIDTH - 108
_ROW = 27.0
_BAR = 15.0
_HEADING = 24.0
# Shade and the class of text on it, by rank of the letter.
_LOOKS = (
    ("fill1", "on1"),
    ("fill2", "on2"),
    ("fill3", "on3"),
    ("fill4", "on4"),
    ("paper", "ink"),
    ("fill4", "ink"),
)


@dataclass(frozen=True, slots=True)
class Load:
    """Letters of one role, or of a party in all: counts in the order of the letters of the drawing."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PartyLoad:
    """A party: its heading, its roles, and its sum if that is to be shown."""

    name: str
    roles: tuple[Load, ...]
    total: Load | None = None


def load(parties: Sequence[PartyLoad], letters: Sequence[tuple[str, str]]) -> str:
    """Draw loads; `letters` are (letter, meaning) of the matrix, at most six, in the order they are stacked.

    A segment prints its letter and count; one too small for both is spelled out behind the bar, after the
    sum. Sums of parties have their own scale, so that the roles stay comparable.
    """
    roles = [sum(role.counts) for party in parties for role in party.roles]
    sums = [sum(party.total.counts) for party in parties if party.total]
    elements: list[str] = [*_legend(letters)]
    top = 30.0
    for party in parties:
        elements.append(text(0, top + 15, cut(party.name, WIDTH, "t2", True), "ink", "t2", strong=True))
        elements.append(line(0, top + 20, WIDTH, top + 20))
        top += _HEADING
        for role in party.roles:
            elements += _bar(role, letters, top, max(roles, default=1), False)
            top += _ROW
        if party.total:
            elements.append(line(0, top + 1, WIDTH, top + 1, "grid"))
            elements += _bar(party.total, letters, top + 2, max(sums), True)
            top += _ROW + 2
        top += 6
    return drawing(top, elements)


def _legend(letters: Sequence[tuple[str, str]]) -> Iterator[str]:
    share = WIDTH / max(1, len(letters))
    for index, (letter, meaning) in enumerate(letters):
        shade, on = _LOOKS[index]
        x = index * share
        yield rect(x + 0.6, 2, 18, 14, f"{shade} stroke1")
        yield text(x + 9.6, 12.8, cut(letter, 17, "t3", True), on, "t3", "middle", True)
        yield text(x + 24, 12.8, cut(meaning, share - 30, "t3"), "ink", "t3")


def _bar(
    role: Load, letters: Sequence[tuple[str, str]], top: float, most: int, strong: bool
) -> Iterator[str]:
    unit = (_RIGHT - _LEFT) / max(1, most)
    y = top + (_ROW - _BAR) / 2
    x = _LEFT
    small = []
    yield from middle(6, top + _ROW / 2, words(role.label, _LABELS - 6, "t3", most=2, strong=strong))
    for index, ((letter, _), count) in enumerate(zip(letters, role.counts, strict=True)):
        if not count:
            continue
        shade, on = _LOOKS[index]
        wide = count * unit
        yield rect(x, y, wide, _BAR, shade)
        yield outline(x, y, wide, _BAR, "stroke1")
        label = f"{letter} {count}"
        if width(label, "t3") + 3 <= wide:
            yield text(x + wide / 2, y + 11, label, on, "t3", "middle")
        else:
            small.append(label.replace(" ", "\u00a0"))
        x += wide
    total = str(sum(role.counts))
    yield text(x + 6, y + 11, total, "ink", "t3", strong=True)
    behind = x + 6 + width(total, "t3", True) + 6
    yield text(behind, y + 11, cut(" · ".join(small), WIDTH - behind, "t3"), "soft", "t3") if small else ""
