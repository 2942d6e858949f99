"""Amounts of successive periods against a cap: credits a month, with the part above the cap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.draw.measure import cut, width, words
from docgen.draw.svg import WIDTH, drawing, hatch, line, outline, rect, stack, tall, text

_LEFT = 78.0
_RIGHT = WIDTH - 6
_PLOT = 170.0


@dataclass(frozen=True, slots=True)
class LabelledAmount:
    """A value of 0 or more with its printed form ("1 200 €")."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: its name and amount."""

    period: str
    amount: LabelledAmount


def bars(
    periods: Sequence[Bar], ticks: Sequence[LabelledAmount], title: str, cap: LabelledAmount | None = None
) -> str:
    """Draw one bar a period; `title` names the value axis with its unit. The part above the cap is hatched."""
    head = words(title, WIDTH / 2 - 10, "t3", "soft", most=2)
    top = tall(head) + 24
    base = top + _PLOT
    values = (
        [bar.amount.value for bar in periods] + [tick.value for tick in ticks] + ([cap.value] if cap else [])
    )
    highest = max(values, default=Decimal(0)) or Decimal(1)

    def y(value: Decimal) -> float:
        return base - float(value / highest) * _PLOT

    pitch = (_RIGHT - _LEFT) / max(1, len(periods))
    below = max((tall(words(bar.period, pitch - 4, "t3", most=2)) for bar in periods), default=0.0)
    elements: list[str] = [*stack(0, 0, head)]
    for tick in ticks:
        elements.append(line(_LEFT, y(tick.value), _RIGHT, y(tick.value), "grid"))
        elements.append(
            text(_LEFT - 8, y(tick.value) + 3.5, cut(tick.label, _LEFT - 8, "t3"), "soft", "t3", "end")
        )
    for index, bar in enumerate(periods):
        elements += _bar(
            bar, _LEFT + pitch * index, pitch, base, y(bar.amount.value), y(cap.value) if cap else 0.0
        )
    elements.append(line(_LEFT, base, _RIGHT, base))
    if cap:
        elements.append(line(_LEFT, y(cap.value), _RIGHT, y(cap.value), "stroke-warn dash"))
        elements += _key(cap.label)
    return drawing(base + 8 + below, elements)


def _bar(bar: Bar, left: float, pitch: float, base: float, peak: float, cap: float) -> Iterator[str]:
    wide = min(44.0, pitch * 0.62)
    x = left + (pitch - wide) / 2
    solid = max(peak, cap)
    if bar.amount.value:
        yield rect(x, solid, wide, base - solid, "fill2")
        if solid > peak:
            yield rect(x, peak, wide, solid - peak, "paper")
            yield hatch(x, peak, wide, solid - peak, 1)
        yield outline(x, peak, wide, base - peak, "stroke1")
    if width(bar.amount.label, "t3") <= pitch - 2:
        yield text(left + pitch / 2, peak - 5, bar.amount.label, "ink", "t3", "middle")
    yield from stack(left + pitch / 2, base + 5, words(bar.period, pitch - 4, "t3", most=2), anchor="middle")


def _key(label: str) -> Iterator[str]:
    # In the head line and not at the line itself, where bars and their amounts would meet it.
    shown = cut(label, WIDTH / 2 - 40, "t3", True)
    left = WIDTH - width(shown, "t3", True)
    yield line(left - 30, 7, left - 6, 7, "stroke-warn dash")
    yield text(left, 10.5, shown, "warn", "t3", strong=True)
