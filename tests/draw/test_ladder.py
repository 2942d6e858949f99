"""Escalation ladder."""

import re

import pytest

from docgen.draw.ladder import LadderWords, Rung, Tier, ladder

WORDS = LadderWords("provider", "client", "authority", "competence")


def rungs(count: int) -> list[Rung]:
    return [Rung(f"H{at}", f"after {at}", f"answers {at}", f"asks {at}", f"task {at}") for at in range(count)]


def baseline(svg: str, word: str) -> float:
    return float(re.search(rf'y="(\S+)"[^>]*>{word}<', svg)[1])  # type: ignore[index]


@pytest.mark.parametrize("count", [1, 5, 6, 8])
def test_higher_levels_stand_higher(count: int) -> None:
    svg = ladder(rungs(count), (), WORDS)
    heights = [baseline(svg, f"H{at}") for at in range(count)]
    assert heights == sorted(set(heights), reverse=True)


def test_one_arrow_leads_from_each_level_to_the_next() -> None:
    assert ladder(rungs(5), (), WORDS).count("<polygon") == 4


def test_provider_stands_left_of_client() -> None:
    svg = ladder(rungs(1), (), WORDS)
    provider, client = (
        float(re.search(rf'x="(\S+)"[^>]*>{word}<', svg)[1]) for word in ("answers 0", "asks 0")
    )  # type: ignore[index]
    assert provider < client


def test_tiers_run_to_the_right_below_the_ladder() -> None:
    tiers = [Tier("N1", "desk"), Tier("N2", "teams", "15 min"), Tier("N3", "experts", "60 min")]
    svg = ladder(rungs(2), tiers, WORDS)
    lefts = [float(re.search(rf'x="(\S+)"[^>]*>{tier.code}<', svg)[1]) for tier in tiers]  # type: ignore[index]
    assert lefts == sorted(set(lefts))
    assert baseline(svg, "N1") > baseline(svg, "H0")


def test_prints_every_label() -> None:
    svg = ladder(rungs(3), [Tier("N1", "desk"), Tier("N2", "teams", "15 min")], WORDS)
    words = [
        word
        for at in range(3)
        for word in (f"H{at}", f"after {at}", f"answers {at}", f"asks {at}", f"task {at}")
    ]
    assert all(f">{word}</text>" in svg for word in [*words, *WORDS_PRINTED])


WORDS_PRINTED = ("provider", "client", "authority", "competence", "N1", "desk", "N2", "teams", "15 min")
