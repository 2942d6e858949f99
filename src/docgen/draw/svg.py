"""The few SVG elements that the drawings are made of: each function returns one element as text.

Coordinates are px at 96 dpi from the top left; a drawing is `WIDTH` px wide, which is the text width of
the page. Only features that WeasyPrint and browsers draw alike are used: no marker, pattern, clip path,
transform or script.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from docgen.draw.measure import Words
from docgen.draw.style import LEADING, SIZES

WIDTH = 640.0  # 169.3 mm
_MM = 25.4 / 96
_HEAD = 6.5  # length of an arrow head
_STEP = 6.0  # distance of hatch lines
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 § 2.2
_ASCENT = 0.8

Point = tuple[float, float]


def drawing(height: float, *parts: str | Iterable[str]) -> str:
    """A whole drawing of `WIDTH` by `height` px, from elements and groups of elements, back to front."""
    height = max(1.0, height)
    elements = [part if isinstance(part, str) else "\n".join(part) for part in parts]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 {_n(WIDTH)} {_n(height)}" '
        f'width="{_n(WIDTH * _MM)}mm" height="{_n(height * _MM)}mm">\n'
        + "\n".join(element for element in elements if element)
        + "\n</svg>"
    )


def rect(x: float, y: float, width: float, height: float, look: str, radius: float = 0) -> str:
    """A rectangle, filled by its classes."""
    corner = f' rx="{_n(radius)}"' if radius else ""
    size = f'width="{_n(max(0, width))}" height="{_n(max(0, height))}"'
    return f'<rect class="{look}" x="{_n(x)}" y="{_n(y)}" {size}{corner}/>'


def outline(x: float, y: float, width: float, height: float, look: str, radius: float = 0) -> str:
    """A rectangle that is drawn round, not filled."""
    return rect(x, y, width, height, look, radius).replace("<rect ", '<rect fill="none" ')


def line(x1: float, y1: float, x2: float, y2: float, look: str = "line") -> str:
    """A straight line."""
    return f'<line class="{look}" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'


def polyline(points: Sequence[Point], look: str) -> str:
    """An open line through points."""
    return f'<polyline fill="none" class="{look}" points="{_points(points)}"/>'


def polygon(points: Sequence[Point], look: str) -> str:
    """A closed shape, filled by its classes."""
    return f'<polygon class="{look}" points="{_points(points)}"/>'


def dot(x: float, y: float, radius: float, look: str) -> str:
    """A disc round a point."""
    return f'<circle class="{look}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>'


def diamond(x: float, y: float, radius: float, look: str) -> str:
    """A square on its tip, round a point."""
    return polygon(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), look)


def arrow(points: Sequence[Point], look: str = "stroke1", head: str = "fill1") -> tuple[str, str]:
    """A line through points, horizontal or vertical at its end, with an arrow head at the last of them."""
    (x1, y1), (x2, y2) = points[-2:]
    length = max(abs(x2 - x1), abs(y2 - y1)) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    x, y = x2 - dx * _HEAD, y2 - dy * _HEAD
    half = _HEAD * 0.45
    wings = ((x2, y2), (x - dy * half, y + dx * half), (x + dy * half, y - dx * half))
    return polyline((*points[:-1], (x, y)), look), polygon(wings, head)


def hatch(x: float, y: float, width: float, height: float, kind: int) -> str:
    """Line pattern `kind` over a rectangle: 1 rising, 2 falling, 3 level lines; 0 is none.

    Drawn as lines and not as an SVG pattern: no identifiers to collide on a page, no seams in print.
    """
    strokes = {0: _no_strokes, 1: _rising, 2: _falling, 3: _level}[kind](max(0, width), max(0, height))
    path = " ".join(f"M{_n(x + x1)} {_n(y + y1)}L{_n(x + x2)} {_n(y + y2)}" for x1, y1, x2, y2 in strokes)
    return f'<path fill="none" class="hatch{kind}" d="{path}"/>' if path else ""


def text(
    x: float,
    y: float,
    content: str,
    look: str = "ink",
    size: str = "t2",
    anchor: str = "start",
    strong: bool = False,
) -> str:
    """One line of text, baseline at `y`; `anchor` is start, middle or end. Empty text is no element."""
    content = escape(_NOT_XML.sub("", content))
    if not content.strip():
        return ""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    classes = f"{look} {size}{' strong' if strong else ''}"
    return f'<text class="{classes}" x="{_n(x)}" y="{_n(y)}"{where}>{content}</text>'


def stack(x: float, top: float, *groups: Words, anchor: str = "start") -> tuple[str, ...]:
    """Lines of text below one another, starting at `top`."""
    elements = []
    for group in groups:
        size = SIZES[group.size]
        for row, content in enumerate(group.lines):
            baseline = top + size * (row * LEADING + (LEADING - 1) / 2 + _ASCENT)
            elements.append(text(x, baseline, content, group.look, group.size, anchor, group.strong))
        top += group.height
    return tuple(elements)


def middle(x: float, centre: float, *groups: Words, anchor: str = "start") -> tuple[str, ...]:
    """Lines of text below one another, as a whole centred on the height `centre`."""
    return stack(x, centre - tall(*groups) / 2, *groups, anchor=anchor)


def tall(*groups: Words) -> float:
    """Height in px of groups of lines below one another."""
    return sum(group.height for group in groups)


def _n(value: float) -> str:
    # Adding zero turns -0.0 into 0.0, so equal drawings are equal bytes.
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


Stroke = tuple[float, float, float, float]


def _no_strokes(width: float, height: float) -> list[Stroke]:
    return []


def _rising(width: float, height: float) -> list[Stroke]:
    # The line x + y = at, clipped to the rectangle.
    return [
        (max(0.0, at - height), min(at, height), min(at, width), max(0.0, at - width))
        for at in _steps(width + height, _STEP)
    ]


def _falling(width: float, height: float) -> list[Stroke]:
    return [(width - x1, y1, width - x2, y2) for x1, y1, x2, y2 in _rising(width, height)]


def _level(width: float, height: float) -> list[Stroke]:
    return [(0.0, at, width, at) for at in _steps(height, _STEP * 0.6)]


def _steps(end: float, step: float) -> list[float]:
    return [index * step for index in range(1, int(end / step) + 1) if index * step < end]
