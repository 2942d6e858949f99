"""Escalation over time."""

import re

import pytest

from docgen.draw.timeline import Event, Mark, TimelineRow, TimelineWords, place, timeline

WORDS = TimelineWords("level", "response", "restoration", "schematic")


def anchors(svg: str, *labels: str) -> list[float]:
    return [float(re.search(rf'x="(\S+)" y="\S+" text-anchor="middle">{label}<', svg)[1]) for label in labels]  # type: ignore[index]


@pytest.mark.parametrize(
    "minutes", [(0, 1, 2, 3, 4, 5, 6), (0, 15, 30, 60, 240, 3000, 9000), (7, 8, 9000, 9001)]
)
def test_later_events_stand_further_right(minutes: tuple[int, ...]) -> None:
    events = tuple(Event(minute, f"e{minute}", f"{minute} min") for minute in reversed(minutes))
    places = anchors(timeline([TimelineRow("P1", events)], WORDS), *(f"e{minute}" for minute in minutes))
    assert places == sorted(set(places))


def test_the_wanted_place_grows_with_time() -> None:
    places = [place(minutes, 3000) for minutes in (0, 1, 15, 60, 3000)]
    assert places == sorted(set(places))


def test_events_of_the_same_minute_share_a_place_and_print_their_time_once() -> None:
    events = (Event(15, "H1", "15 min"), Event(15, "N2", "15 min", Mark.RESPONSE))
    svg = timeline([TimelineRow("P1", events)], WORDS)
    first, second = anchors(svg, "H1", "N2")
    assert first == second
    assert svg.count(">15 min<") == 1


def test_each_kind_has_its_own_shape() -> None:
    events = tuple(Event(index, f"e{index}", "t", mark) for index, mark in enumerate(Mark))
    svg = timeline([TimelineRow("P1", events)], WORDS)
    assert svg.count('class="paper stroke-accent thick"') == 2  # legend and row
    assert svg.count('class="accent stroke-paper"') == 2
    assert svg.count('class="fill1 stroke-paper"') == 2


def test_prints_every_label() -> None:
    svg = timeline([TimelineRow("P1", (Event(1, "H1", "1 min"),))], WORDS)
    assert all(
        f">{word}</text>" in svg
        for word in ("P1", "H1", "1 min", *("level", "response", "restoration", "schematic"))
    )
