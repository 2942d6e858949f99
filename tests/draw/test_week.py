"""Week chart."""

import re

from docgen.draw.week import DAY, WEEK, Opening, WindowRow, pieces, place, week

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def bars(svg: str, shade: str) -> list[tuple[float, float]]:
    found = re.findall(rf'<rect class="{shade}" x="(\S+)" y="\S+" width="(\S+)"', svg)
    return [(float(x), float(wide)) for x, wide in found]


def test_later_is_further_right() -> None:
    places = [place(minute) for minute in range(0, WEEK + 1, 60)]
    assert places == sorted(set(places))


def test_a_night_stays_one_piece() -> None:
    assert pieces(Opening(1, 1200, 1800)) == ((DAY + 1200, DAY + 1800),)


def test_a_night_past_sunday_goes_on_on_monday() -> None:
    assert pieces(Opening(6, 1320, 1560)) == ((6 * DAY + 1320, WEEK), (0, 120))


def test_an_opening_is_drawn_from_its_start_to_its_end() -> None:
    svg = week([WindowRow("office", "", (Opening(2, 480, 1080),))], DAYS)
    ((x, wide),) = bars(svg, "fill2")
    assert abs(x - place(2 * DAY + 480)) < 0.01
    assert abs(x + wide - place(2 * DAY + 1080)) < 0.02


def test_neighbouring_windows_look_different_without_colour() -> None:
    rows = [WindowRow(f"window {index}", "", (Opening(0, 0, 600),)) for index in range(5)]
    looks = re.findall(
        r'<rect class="(fill\d)"[^>]*width="2\d[^>]*>(?:\n<path[^>]*class="(hatch\d)")?', week(rows, DAYS)
    )
    assert len(looks) == len(set(looks)) == 5


def test_maintenance_is_marked_through_all_rows() -> None:
    row = WindowRow("patching", "", (Opening(2, 120, 240),), maintenance=True)
    assert "stroke-accent dash" in week([row], DAYS)
    assert "stroke-accent" not in week([WindowRow("office", "", row.openings)], DAYS)


def test_prints_labels_notes_and_days() -> None:
    svg = week([WindowRow("office", "8 to 18", ())], DAYS)
    assert all(f">{word}</text>" in svg for word in ("office", "8 to 18", *DAYS))
