"""Governance: committees by tier, as a stepped pyramid with the ways up (escalation) and down (decisions)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.draw.measure import Words, words
from docgen.draw.svg import WIDTH, arrow, drawing, middle, rect, tall

_GAP = 34.0
_PAD = 9.0
_SPACE = 8.0
_NARROWEST = 0.5  # share of the width that the top tier takes
_CELL = 124.0


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee: name, frequency, and who sits on it; the last two may be empty."""

    name: str
    frequency: str
    members: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeTier:
    """One tier (strategic, steering, operational), the highest first, with its committees."""

    name: str
    committees: tuple[Committee, ...]


def governance(tiers: Sequence[CommitteeTier], upward: str, downward: str) -> str:
    """Draw tiers from the top; `upward` and `downward` are the words at the arrows between two tiers."""
    elements: list[str] = []
    top = 1.0
    for index, tier in enumerate(tiers):
        grow = (1 - _NARROWEST) * index / max(1, len(tiers) - 1)
        drawn, height = _tier(tier, WIDTH * (_NARROWEST + grow) - 2, top, min(index + 1, 4))
        elements += drawn
        top += height
        if index < len(tiers) - 1:
            elements += _links(top, upward, downward)
            top += _GAP
    return drawing(top + 1, elements)


def _tier(tier: CommitteeTier, wide: float, top: float, shade: int) -> tuple[list[str], float]:
    left = (WIDTH - wide) / 2
    title = words(tier.name, wide - 2 * _PAD, "t2", f"on{min(shade, 2)}", most=1, strong=True)
    bar = tall(title) + 8
    per_row = max(1, min(len(tier.committees), int((wide - 2 * _PAD + _SPACE) / (_CELL + _SPACE))))
    cell = (wide - 2 * _PAD - _SPACE * (per_row - 1)) / per_row
    contents = [_committee(committee, cell - 12) for committee in tier.committees]
    elements: list[str] = []
    y = top + bar + _PAD
    for at in range(0, len(contents), per_row):
        row = contents[at : at + per_row]
        height = max(tall(*content) for content in row) + 10
        for column, content in enumerate(row):
            x = left + _PAD + column * (cell + _SPACE)
            elements.append(rect(x, y, cell, height, "paper stroke1", 2))
            elements += middle(x + cell / 2, y + height / 2, *content, anchor="middle")
        y += height + _SPACE
    whole = y - _SPACE + _PAD - top
    frame = [
        rect(left, top, wide, whole, "fill4 stroke1", 3),
        rect(left, top, wide, bar, f"fill{min(shade, 2)}", 3),
        *middle(WIDTH / 2, top + bar / 2, title, anchor="middle"),
    ]
    return frame + elements, whole


def _committee(committee: Committee, wide: float) -> tuple[Words, Words, Words]:
    return (
        words(committee.name, wide, "t2", most=3, strong=True),
        words(committee.frequency, wide, "t3", most=2),
        words(committee.members, wide, "t3", "soft", most=3),
    )


def _links(top: float, upward: str, downward: str) -> Iterator[str]:
    up, down = WIDTH / 2 - 14, WIDTH / 2 + 14
    yield from arrow(((up, top + _GAP - 2), (up, top + 3)))
    yield from arrow(((down, top + 2), (down, top + _GAP - 3)), "stroke-accent", "accent")
    yield from middle(up - 8, top + _GAP / 2, words(upward, up - 16, "t3", "soft", most=2), anchor="end")
    yield from middle(down + 8, top + _GAP / 2, words(downward, up - 16, "t3", "soft", most=2))
