"""Escalation ladder: authority rises, competence runs to the side.

The hierarchical axis is a ladder of levels with the answering roles of both parties left and right of the
rung; the functional axis is a chain of support tiers below it. Both are worked at the same time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.draw.measure import Words, cut, words
from docgen.draw.svg import WIDTH, arrow, drawing, line, middle, rect, stack, tall, text

_MIDDLE = 150.0
_SIDE = (WIDTH - _MIDDLE) / 2
_CENTRE = WIDTH / 2
_PAD = 8.0
_GAP = 24.0
_HEAD = 50.0
_CODE = 54.0
_PLATE = 19.0
_LINK = 56.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: its code ("H2"), when it is reached ("30 min"), who answers on each side, and for what."""

    code: str
    reached: str
    provider: str
    client: str
    task: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of support: its code ("N2"), its name, and when it is reached; empty for the first."""

    code: str
    name: str
    reached: str = ""


@dataclass(frozen=True, slots=True)
class LadderWords:
    """The words round the drawing: both parties, both axes."""

    provider: str
    client: str
    hierarchical: str
    functional: str


def ladder(rungs: Sequence[Rung], tiers: Sequence[Tier], names: LadderWords) -> str:
    """Draw levels from the lowest to the highest, printed bottom up; `tiers` may be empty."""
    boxes = [_box(rung) for rung in reversed(rungs)]
    elements: list[str] = [*_heads(names)]
    top = _HEAD
    for index, box in enumerate(boxes):
        elements += _rung(box, top)
        top += box.height
        if index < len(boxes) - 1:
            elements += arrow(((_CENTRE, top + _GAP - 1), (_CENTRE, top + 2)))
            top += _GAP
    if tiers:
        chain, top = _chain(tiers, names.functional, top + 26)
        elements += chain
    return drawing(top + 2, elements)


@dataclass(frozen=True, slots=True)
class _Box:
    rung: Rung
    provider: Words
    client: Words
    task: Words
    reached: Words

    @property
    def height(self) -> float:
        inner = max(
            tall(self.provider),
            tall(self.client),
            tall(self.reached) + 20,
            tall(self.task) + tall(self.provider),
        )
        return max(44.0, inner + 2 * _PAD, tall(self.task) + tall(self.client) + 2 * _PAD)


def _box(rung: Rung) -> _Box:
    inner = _SIDE - 2 * _PAD
    return _Box(
        rung,
        words(rung.provider, inner, "t2", strong=True),
        words(rung.client, inner, "t2", strong=True),
        words(rung.task, inner, "t3", "soft", most=2),
        words(rung.reached, _MIDDLE - 16, "t3", "ink", most=2),
    )


def _heads(names: LadderWords) -> Iterator[str]:
    axis = words(names.hierarchical, _MIDDLE - 8, "t3", "soft", most=2)
    for centre, name in ((_SIDE / 2, names.provider), (WIDTH - _SIDE / 2, names.client)):
        yield from middle(centre, 20, words(name, _SIDE - 8, "t1", most=2, strong=True), anchor="middle")
    yield from middle(_CENTRE, 20, axis, anchor="middle")


def _rung(box: _Box, top: float) -> Iterator[str]:
    centre = top + box.height / 2
    right = WIDTH - _SIDE
    yield rect(0.6, top, _SIDE - 1.2, box.height, "fill4 stroke1", 3)
    yield rect(right + 0.6, top, _SIDE - 1.2, box.height, "paper stroke1", 3)
    yield from middle(_SIDE / 2, centre, box.provider, box.task, anchor="middle")
    yield from middle(WIDTH - _SIDE / 2, centre, box.client, box.task, anchor="middle")
    plate = centre - (tall(box.reached) + _PLATE + 2) / 2
    code = cut(box.rung.code, _CODE - 8, "t2", True)
    yield line(_SIDE, plate + _PLATE / 2, right, plate + _PLATE / 2, "stroke1")
    yield rect(_CENTRE - _CODE / 2, plate, _CODE, _PLATE, "fill1", _PLATE / 2)
    yield text(_CENTRE, plate + 13.6, code, "on1", "t2", "middle", True)
    yield from stack(_CENTRE, plate + _PLATE + 2, box.reached, anchor="middle")


def _chain(tiers: Sequence[Tier], title: str, top: float) -> tuple[list[str], float]:
    wide = (WIDTH - _LINK * (len(tiers) - 1)) / len(tiers)
    names = [words(tier.name, wide - 10, "t3", most=4) for tier in tiers]
    codes = [words(tier.code, wide - 10, "t2", most=1, strong=True) for tier in tiers]
    head = words(title, WIDTH, "t3", "soft", most=2)
    elements = [*stack(0, top, head)]
    top += tall(head) + 8
    height = max(tall(code, name) for code, name in zip(codes, names, strict=True)) + 2 * _PAD
    for index, (tier, code, name) in enumerate(zip(tiers, codes, names, strict=True)):
        left = index * (wide + _LINK)
        elements.append(rect(left + 0.6, top, wide - 1.2, height, "paper stroke-accent", 3))
        elements += middle(left + wide / 2, top + height / 2, code, name, anchor="middle")
        if index:
            centre = top + height / 2
            elements += arrow(((left - _LINK + 2, centre), (left - 2, centre)), "stroke-accent", "accent")
            delay = words(tier.reached, _LINK - 8, "t3", most=2)
            elements += stack(left - _LINK / 2, centre - 4 - tall(delay), delay, anchor="middle")
    return elements, top + height
