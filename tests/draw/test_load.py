"""RACI load."""

import re

from docgen.draw.load import Load, PartyLoad, load

LETTERS = (("R", "does"), ("A", "answers"), ("C", "is asked"), ("I", "is told"))


def segments(svg: str) -> list[float]:
    return [
        float(wide) for wide in re.findall(r'fill="none" class="stroke1" x="\S+" y="\S+" width="(\S+)"', svg)
    ]


def test_segments_are_as_wide_as_their_counts() -> None:
    svg = load([PartyLoad("provider", (Load("desk", (30, 10, 20, 40)),))], LETTERS)
    first, second, third, fourth = segments(svg)
    assert abs(first - 3 * second) < 0.05
    assert abs(third - 2 * second) < 0.05
    assert abs(fourth - 4 * second) < 0.05


def test_letters_and_counts_stand_in_their_segments() -> None:
    svg = load([PartyLoad("provider", (Load("desk", (30, 10, 20, 40)),))], LETTERS)
    assert all(f">{word}</text>" in svg for word in ("R 30", "A 10", "C 20", "I 40", "100"))


def test_a_segment_too_small_is_spelled_out_behind() -> None:
    svg = load([PartyLoad("provider", (Load("desk", (1, 200, 0, 1)),))], LETTERS)
    assert ">R\u00a01 · I\u00a01</text>" in svg


def test_a_letter_that_a_role_never_has_takes_no_room() -> None:
    assert len(segments(load([PartyLoad("provider", (Load("desk", (5, 0, 0, 0)),))], LETTERS))) == 1


def test_roles_share_one_scale_whatever_the_sums() -> None:
    roles = (Load("desk", (10, 0, 0, 0)), Load("expert", (20, 0, 0, 0)))
    desk, expert, total = segments(load([PartyLoad("provider", roles, Load("sum", (30, 0, 0, 0)))], LETTERS))
    assert abs(expert - 2 * desk) < 0.05
    assert abs(total - expert) < 0.05


def test_prints_every_label() -> None:
    svg = load([PartyLoad("provider", (Load("desk", (0, 0, 0, 0)),), Load("sum", (0, 0, 0, 0)))], LETTERS)
    words = ("provider", "desk", "sum", "R", "does", "A", "answers", "C", "is asked", "I", "is told", "0")
    assert all(f">{word}</text>" in svg for word in words)
