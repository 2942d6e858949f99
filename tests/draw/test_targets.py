"""Times to respond and to restore."""

import re

from docgen.draw.targets import Limit, TargetRow, TargetWords, targets

WORDS = TargetWords("response", "restoration", "time")
AXIS = (Limit(15, "quarter"), Limit(60, "hour"), Limit(600, "ten hours"), Limit(3000, "fifty hours"))


def responses(svg: str) -> list[float]:
    return [float(x) for x in re.findall(r'<circle class="paper stroke-accent" cx="(\S+)"', svg)][1:]


def test_a_longer_limit_lies_further_right() -> None:
    rows = [
        TargetRow(f"P{minutes}", "always", Limit(minutes, "x"), None)
        for minutes in (5, 15, 16, 60, 600, 3000)
    ]
    places = responses(targets(rows, AXIS, WORDS))
    assert places == sorted(set(places))
    assert len(places) == 6


def test_equal_ratios_are_equal_distances() -> None:
    rows = [TargetRow("P", "always", Limit(minutes, "x"), None) for minutes in (10, 100, 1000)]
    first, second, third = responses(targets(rows, (), WORDS))
    assert abs((second - first) - (third - second)) < 0.02


def test_a_window_is_named_once_for_its_rows() -> None:
    rows = [
        TargetRow(f"P{index}", window, Limit(15, "15"), Limit(60, "60")) for index, window in enumerate("aab")
    ]
    svg = targets(rows, AXIS, WORDS)
    assert (svg.count(">a</text>"), svg.count(">b</text>")) == (1, 1)


def test_prints_every_label() -> None:
    svg = targets([TargetRow("P1", "always", Limit(15, "a quarter"), Limit(240, "four hours"))], AXIS, WORDS)
    words = (
        "P1",
        "always",
        "a quarter",
        "four hours",
        "response",
        "restoration",
        "time",
        "quarter",
        "ten hours",
    )
    assert all(f">{word}</text>" in svg for word in words)


def test_zero_minutes_and_no_rows_are_drawn() -> None:
    assert responses(targets([TargetRow("P1", "", Limit(0, "at once"), None)], AXIS, WORDS))
    assert responses(targets([], (), WORDS)) == []
