"""Dispute path: the steps in order, each with its delay, and the ways it may end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.draw.measure import Words, words
from docgen.draw.svg import WIDTH, arrow, drawing, line, middle, polyline, rect, tall

_PER_ROW = 3
_LINK = 30.0
_TURN = 34.0
_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the path: title, a note ("executives of both parties") and its delay; both may be empty."""

    title: str
    note: str = ""
    delay: str = ""


def path(stages: Sequence[Stage], endings: Sequence[Stage]) -> str:
    """Draw steps left to right, three a row, then a branch to the endings (expert, arbitration, court)."""
    wide = (WIDTH - _LINK * (_PER_ROW - 1)) / _PER_ROW
    boxes = [_box(stage, wide, number) for number, stage in enumerate(stages, 1)]
    rows = [boxes[at : at + _PER_ROW] for at in range(0, len(boxes), _PER_ROW)]
    elements: list[str] = []
    top = 1.0
    last = (wide / 2, top)
    for index, row in enumerate(rows):
        height = max(box.height for box in row)
        for column, box in enumerate(row):
            left = column * (wide + _LINK)
            elements += _draw(box, left, top, height, "paper stroke1")
            if column:
                elements += arrow(((left - _LINK + 2, top + height / 2), (left - 2, top + height / 2)))
            last = (left + wide / 2, top + height)
        top += height + _TURN
        if index < len(rows) - 1:
            bend = last[1] + _TURN / 2
            elements += arrow((last, (last[0], bend), (wide / 2, bend), (wide / 2, top - 2)))
    if endings:
        elements += _branch(endings, last, top)
        top += _ending_height(endings) + _TURN
    return drawing(top - _TURN + 2, elements)


@dataclass(frozen=True, slots=True)
class _Box:
    wide: float
    title: Words
    note: Words
    delay: Words

    @property
    def strip(self) -> float:
        return tall(self.delay) + 6 if self.delay.lines else 0.0

    @property
    def height(self) -> float:
        return max(34.0, tall(self.title, self.note) + 2 * _PAD) + self.strip


def _box(stage: Stage, wide: float, number: int = 0) -> _Box:
    inner = wide - 2 * _PAD
    title = f"{number}. {stage.title}" if number else stage.title
    return _Box(
        wide,
        words(title, inner, "t2", strong=True),
        words(stage.note, inner, "t3", "soft"),
        words(stage.delay, inner, "t3", "ink", most=2, strong=True),
    )


def _draw(box: _Box, left: float, top: float, height: float, look: str) -> Iterator[str]:
    left, wide = left + 0.6, box.wide - 1.2
    yield rect(left, top, wide, height, look, 3)
    centre = left + wide / 2
    if box.strip:
        edge = top + height - box.strip
        yield rect(left + 0.8, edge, wide - 1.6, box.strip - 0.8, "fill4")
        yield line(left, edge, left + wide, edge, "stroke1")
        yield from middle(centre, edge + box.strip / 2, box.delay, anchor="middle")
    yield from middle(centre, top + (height - box.strip) / 2, box.title, box.note, anchor="middle")


def _endings(endings: Sequence[Stage]) -> list[_Box]:
    wide = min(300.0, (WIDTH - _LINK * (len(endings) - 1)) / len(endings))
    return [_box(ending, wide) for ending in endings]


def _ending_height(endings: Sequence[Stage]) -> float:
    return max(box.height for box in _endings(endings))


def _branch(endings: Sequence[Stage], start: tuple[float, float], top: float) -> Iterator[str]:
    boxes = _endings(endings)
    height = _ending_height(endings)
    pitch = (WIDTH - boxes[0].wide) / (len(boxes) - 1) if len(boxes) > 1 else 0.0
    first = 0.0 if len(boxes) > 1 else (WIDTH - boxes[0].wide) / 2
    bend = start[1] + (top - start[1]) / 2
    yield polyline((start, (start[0], bend)), "stroke1")
    for index, box in enumerate(boxes):
        left = first + index * pitch
        centre = left + box.wide / 2
        yield from arrow(((start[0], bend), (centre, bend), (centre, top - 2)))
        yield from _draw(box, left, top, height, "fill4 stroke1 thick")
