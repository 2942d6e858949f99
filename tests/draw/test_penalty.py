"""Penalty scale."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from docgen.draw.penalty import DrawnBand, PenaltyScale, Tick, penalty

D = Decimal
STEPS = PenaltyScale(
    bands=(
        DrawnBand(D("99.0"), D("99.5"), D(10), D(10), "10 %"),
        DrawnBand(D("99.5"), D("99.9"), D(5), D(5), "5 %"),
        DrawnBand(D("99.9"), D("100"), D(0), D(0)),
    ),
    values=(Tick(D("99.5"), "99.5 %"), Tick(D("99.9"), "99.9 %")),
    rates=(Tick(D(0), "nil"), Tick(D(5), "five"), Tick(D(10), "ten")),
    value_title="measured",
    rate_title="penalty",
    target=Tick(D("99.9"), "target"),
    cap=Tick(D(12), "cap"),
)


def steps(svg: str) -> list[list[tuple[float, float]]]:
    lines = re.findall(r'class="stroke1 thick" points="([^"]+)"', svg)
    return [[(float(x), float(y)) for x, y in (pair.split(",") for pair in line.split())] for line in lines]


def dots(svg: str, look: str) -> list[tuple[float, float]]:
    return [
        (float(x), float(y)) for x, y in re.findall(rf'class="{look} stroke1" cx="(\S+)" cy="(\S+)"', svg)
    ]


def test_steps_go_right_as_values_rise_and_down_as_penalties_fall() -> None:
    drawn = steps(penalty(STEPS))
    assert len(drawn) == 3
    for (_, (end, high)), ((start, low), _) in pairwise(drawn):
        assert start == end
        assert low > high


def test_the_dot_is_full_on_the_side_that_holds_at_the_boundary() -> None:
    svg = penalty(STEPS)
    starts = [step[0] for step in steps(svg)[1:]]
    ends = [step[1] for step in steps(svg)[:-1]]
    assert dots(svg, "fill1") == starts
    assert dots(svg, "paper") == ends


def test_the_lower_band_may_hold_the_boundary() -> None:
    svg = penalty(replace(STEPS, lower_holds=True))
    assert dots(svg, "fill1") == [step[1] for step in steps(svg)[:-1]]
    assert dots(svg, "paper") == [step[0] for step in steps(svg)[1:]]


def test_a_slope_has_no_jump() -> None:
    slope = replace(
        STEPS,
        bands=(DrawnBand(D(99), D("99.9"), D(9), D(0), "slope"), DrawnBand(D("99.9"), D(100), D(0), D(0))),
    )
    svg = penalty(slope)
    assert "<circle" not in svg
    (_, foot), (level, _) = steps(svg)
    assert foot == level


def test_the_cap_line_lies_at_its_rate() -> None:
    at_ten = penalty(replace(STEPS, cap=Tick(D(10), "cap")))
    y = re.search(r'class="stroke-warn dash" x1="\S+" y1="(\S+)"', at_ten)
    assert y
    assert float(y[1]) == steps(at_ten)[0][0][1]


def test_prints_every_label() -> None:
    svg = penalty(STEPS)
    words = ("10 %", "5 %", "99.5 %", "99.9 %", "nil", "five", "ten", "measured", "penalty", "target", "cap")
    assert all(f">{word}</text>" in svg for word in words)


def test_cap_and_target_may_be_left_out() -> None:
    svg = penalty(replace(STEPS, target=None, cap=None))
    assert "stroke-warn" not in svg
    assert "stroke-accent" not in svg


def test_a_narrow_band_keeps_room() -> None:
    bands = (
        DrawnBand(D(0), D("99.98"), D(9), D(9)),
        DrawnBand(D("99.98"), D("99.99"), D(5), D(5)),
        DrawnBand(D("99.99"), D(100), D(0), D(0)),
    )
    drawn = steps(penalty(replace(STEPS, bands=bands, values=(Tick(D("99.98"), "a"), Tick(D("99.99"), "b")))))
    assert all(end - start >= 25 for (start, _), (end, _) in drawn)
