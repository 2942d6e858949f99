"""Committees by tier."""

import re

import pytest

from docgen.draw.governance import Committee, CommitteeTier, governance


def steps(*counts: int) -> list[CommitteeTier]:
    return [
        CommitteeTier(
            f"tier {at}", tuple(Committee(f"c{at}.{of}", f"f{at}.{of}", f"m{at}.{of}") for of in range(count))
        )
        for at, count in enumerate(counts)
    ]


def test_tiers_widen_downwards() -> None:
    svg = governance(steps(1, 2, 3), "up", "down")
    frames = re.findall(r'class="fill4 stroke1" x="\S+" y="(\S+)" width="(\S+)"', svg)
    tops, widths = [float(y) for y, _ in frames], [float(wide) for _, wide in frames]
    assert tops == sorted(set(tops))
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("count", [1, 4, 9])
def test_every_committee_has_its_box(count: int) -> None:
    assert governance(steps(1, count), "up", "down").count('class="paper stroke1"') == 1 + count


def test_arrows_join_neighbouring_tiers_both_ways() -> None:
    assert governance(steps(1, 1, 1), "up", "down").count("<polygon") == 4


def test_prints_every_label() -> None:
    svg = governance(steps(1, 2), "up", "down")
    words = (
        "tier 0",
        "tier 1",
        "up",
        "down",
        *(f"{letter}{at}" for letter in "cfm" for at in ("0.0", "1.0", "1.1")),
    )
    assert all(f">{word}</text>" in svg for word in words)


def test_one_tier_has_no_arrow() -> None:
    assert "<polygon" not in governance(steps(2), "up", "down")
