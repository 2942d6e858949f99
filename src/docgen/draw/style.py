"""The look of every drawing: sizes of text, and the classes that the renderer paints in brand colours.

A drawing names classes only. Text: `ink`, `soft` (secondary), `on1`…`on4` and `on-accent` (legible on
that fill), `strong`, and a size `t1`, `t2`, `t3`. Areas: `fill1` (darkest) … `fill4` (lightest),
`accent`, `warn`, `paper`. Strokes: `line` (axes), `grid`, `stroke1`, `stroke-accent`, `stroke-warn`,
`stroke-paper`, `thick`, `dash`. `hatch1`…`hatch3` are line patterns, so that no meaning rests on colour
alone.
"""

from typing import NamedTuple

SIZES = {"t1": 13.5, "t2": 11.5, "t3": 10.0}  # px at 96 dpi: 10 px are 7.5 pt, the smallest legible in print
LEADING = 1.25  # line pitch as a multiple of the size

_INK = "#1b1f24"
_SOFT = "#525b66"
_LINE = "#6f7883"
_GRID = "#d9dee4"
_WARN = "#9b1c1f"
_WHITE = "#ffffff"
_READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text


class Shades(NamedTuple):
    """Four brand shades from dark to light; the first is readable on white."""

    first: str
    second: str
    third: str
    fourth: str


def shades(colour: str) -> Shades:
    """The four shades of a brand colour `#rgb` or `#rrggbb`; a pale colour is deepened first.

    Their luminance always falls in the same order, so they stay apart in grey print.
    """
    deep = deepen(colour)
    # From the second on text is dark: lighten until it is readable there.
    second = next(
        shade for share in range(42, 72) if contrast(_INK, shade := _tint(deep, share)) >= _READABLE
    )
    return Shades(deep, second, _tint(deep, 74), _tint(deep, 91))


def deepen(colour: str) -> str:
    """The colour, darkened until text in it is readable on white (contrast 4.5, WCAG 2.2 § 1.4.3)."""
    channels = _channels(colour)
    while contrast(_hex(channels), _WHITE) < _READABLE:
        channels = _Hue(*(channel * 19 // 20 for channel in channels))
    return _hex(channels)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def stylesheet(primary: str, accent: str, family: str = "sans-serif") -> str:
    """CSS for all drawings, from two brand colours (`#rrggbb`) and a font family.

    Every rule is nested under `.drawing`, the class of the root element, so it may be put into a web page as
    well.
    """
    brand, mark = shades(primary), deepen(accent)
    rules = [
        ("ink", f"fill:{_INK}"),
        ("soft", f"fill:{_SOFT}"),
        ("strong", "font-weight:600"),
        *((name, f"font-size:{size}px") for name, size in SIZES.items()),
        *((f"fill{step}", f"fill:{shade}") for step, shade in enumerate(brand, 1)),
        *((f"on{step}", f"fill:{_over(shade)}") for step, shade in enumerate(brand, 1)),
        ("accent", f"fill:{mark}"),
        ("on-accent", f"fill:{_over(mark)}"),
        ("warn", f"fill:{_WARN}"),
        ("paper", f"fill:{_WHITE}"),
        ("line", f"stroke:{_LINE};stroke-width:1"),
        ("grid", f"stroke:{_GRID};stroke-width:0.75"),
        ("stroke1", f"stroke:{brand.first};stroke-width:1.1"),
        ("stroke-accent", f"stroke:{mark};stroke-width:1.4"),
        ("stroke-warn", f"stroke:{_WARN};stroke-width:1.4"),
        ("stroke-paper", f"stroke:{_WHITE};stroke-width:1.2"),
        ("thick", "stroke-width:2.2"),
        ("dash", "stroke-dasharray:4 3"),
        *((f"hatch{kind}", f"stroke:{brand.first};stroke-width:0.9") for kind in (1, 2, 3)),
    ]
    lines = [
        f".drawing text{{font-family:{family}}}",
        *(f".drawing .{name}{{{look}}}" for name, look in rules),
    ]
    return "\n".join(lines)


def styled(svg: str, css: str) -> str:
    """The drawing with its stylesheet inside, ready to stand alone."""
    head, bracket, body = svg.partition(">")
    return f"{head}{bracket}<style>{css}</style>{body}"


def _over(background: str) -> str:
    return max(_INK, _WHITE, key=lambda colour: contrast(colour, background))


def _tint(colour: str, percent: int) -> str:
    return _hex(_Hue(*(channel + (255 - channel) * percent // 100 for channel in _channels(colour))))


class _Hue(NamedTuple):
    red: int
    green: int
    blue: int


def _channels(colour: str) -> _Hue:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6:
        raise ValueError(f"not a colour: {colour!r}")
    return _Hue(int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def _hex(hue: _Hue) -> str:
    return f"#{hue.red:02x}{hue.green:02x}{hue.blue:02x}"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
