"""Amounts against a cap."""

import re
from decimal import Decimal

from docgen.draw.bars import Bar, LabelledAmount, bars

D = Decimal


def chart(*values: int, cap: int | None = None) -> str:
    periods = [Bar(f"m{at}", LabelledAmount(D(value), f"v{value}")) for at, value in enumerate(values)]
    return bars(
        periods,
        [LabelledAmount(D(0), "nil"), LabelledAmount(D(4), "four")],
        "credits",
        LabelledAmount(D(cap), "cap") if cap else None,
    )


def outlines(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'fill="none" class="stroke1" x="\S+" y="(\S+)" width="\S+" height="(\S+)"', svg)
    return [(float(y), float(height)) for y, height in found]


def test_height_follows_the_value() -> None:
    (_, one), (_, two), (_, four) = outlines(chart(1, 2, 4))
    assert abs(two - 2 * one) < 0.05
    assert abs(four - 4 * one) < 0.05


def test_nothing_has_no_bar() -> None:
    assert len(outlines(chart(0, 3))) == 1


def test_only_what_passes_the_cap_is_hatched() -> None:
    assert "hatch" not in chart(1, 3, cap=3)
    assert chart(1, 4, cap=3).count('class="hatch1"') == 1


def test_the_cap_line_lies_at_its_value() -> None:
    svg = chart(3, cap=3)
    lines = [float(y) for y in re.findall(r'class="stroke-warn dash" x1="\S+" y1="(\S+)"', svg)]
    assert outlines(svg)[0][0] in lines


def test_prints_every_label() -> None:
    svg = chart(1, 0, cap=3)
    assert all(f">{word}</text>" in svg for word in ("m0", "m1", "v1", "v0", "nil", "four", "credits", "cap"))


def test_all_zero_is_drawn() -> None:
    assert outlines(bars([Bar("m", LabelledAmount(D(0), "nil"))], [], "credits")) == []
