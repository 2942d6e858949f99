"""Dispute path."""

import re

import pytest

from docgen.draw.path import Stage, path


def stages(count: int) -> list[Stage]:
    return [Stage(f"stage {at}", f"note {at}", f"{at} days") for at in range(count)]


@pytest.mark.parametrize("count", range(1, 9))
def test_stages_are_read_like_text(count: int) -> None:
    svg = path(stages(count), [Stage("court")])
    boxes = re.findall(r'<rect class="paper stroke1" x="(\S+)" y="(\S+)"', svg)
    assert len(boxes) == count
    places = [(float(y), float(x)) for x, y in boxes]
    assert places == sorted(set(places))


@pytest.mark.parametrize(("count", "endings"), [(1, 1), (3, 2), (5, 3), (7, 4)])
def test_an_arrow_leads_to_every_stage_but_the_first_and_to_every_ending(count: int, endings: int) -> None:
    svg = path(stages(count), [Stage(f"ending {at}") for at in range(endings)])
    assert svg.count("<polygon") == count - 1 + endings


def test_endings_stand_below_all_stages() -> None:
    svg = path(stages(4), [Stage("court"), Stage("arbitration")])
    lowest = max(float(y) for y in re.findall(r'class="paper stroke1" x="\S+" y="(\S+)"', svg))
    assert all(float(y) > lowest for y in re.findall(r'class="fill4 stroke1 thick" x="\S+" y="(\S+)"', svg))


def test_prints_every_label_and_numbers_the_stages() -> None:
    svg = path(stages(2), [Stage("court", "exclusive")])
    words = ("1. stage 0", "note 0", "0 days", "2. stage 1", "note 1", "1 days", "court", "exclusive")
    assert all(f">{word}</text>" in svg for word in words)


def test_may_end_without_a_branch() -> None:
    assert path(stages(2), []).count("<polygon") == 1
