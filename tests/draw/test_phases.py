"""Phases of the contract."""

import re
from datetime import date

from docgen.draw.phases import Moment, Phase, phases

ROWS = (
    Phase("transition", date(2026, 1, 1), date(2026, 4, 1), "3 months"),
    Phase("operation", date(2026, 4, 1), date(2029, 1, 1), "33 months"),
    Phase("renewal", date(2029, 1, 1), date(2030, 1, 1), "12 months", optional=True),
)


def bars(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'<rect class="fill2" x="(\S+)" y="\S+" width="(\S+)"', svg)
    return [(float(x), float(wide)) for x, wide in found]


def test_a_phase_begins_where_the_one_before_ends() -> None:
    (first, wide), (second, longer) = bars(phases(ROWS, (), ()))
    assert abs(first + wide - second) < 0.02
    assert longer > 10 * wide


def test_an_optional_phase_is_outlined_only() -> None:
    svg = phases(ROWS, (), ())
    assert len(bars(svg)) == 2
    assert svg.count('class="stroke1 dash"') == 1


def test_later_milestones_lie_further_right_whatever_the_order_given() -> None:
    moments = [Moment(date(2026 + year, 6, 1), f"year {year}") for year in (3, 0, 2, 1)]
    svg = phases(ROWS, moments, ())
    lefts = [float(re.search(rf'x="(\S+)"[^>]*>year {year}<', svg)[1]) for year in range(4)]  # type: ignore[index]
    assert lefts == sorted(set(lefts))


def test_milestones_close_together_take_several_rows() -> None:
    moments = [Moment(date(2026, 1, day), f"milestone {day}") for day in (1, 2, 3)]
    heights = set(re.findall(r'y="(\S+)"[^>]*>milestone', phases(ROWS, moments, ())))
    assert len(heights) == 3


def test_prints_every_label() -> None:
    ticks = [Moment(date(year, 1, 1), str(year)) for year in (2026, 2028, 2030)]
    svg = phases(ROWS, [Moment(date(2026, 4, 1), "acceptance")], ticks)
    words = (
        "transition",
        "operation",
        "renewal",
        "3 months",
        "33 months",
        "12 months",
        "acceptance",
        "2026",
        "2030",
    )
    assert all(f">{word}</text>" in svg for word in words)
