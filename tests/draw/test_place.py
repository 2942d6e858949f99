"""Placing of labels."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.draw.place import spread, stagger


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == (10, 50, 90)


def test_colliding_labels_are_pushed_apart_inside_the_bounds() -> None:
    assert spread([95, 96], [10, 10], 0, 100) == (85, 95)
    assert spread([1, 2], [10, 10], 0, 100) == (5, 15)


@given(st.lists(st.floats(0, 500), min_size=1, max_size=9).map(sorted), st.floats(1, 50))
def test_spread_keeps_order_distance_and_bounds(wanted: list[float], wide: float) -> None:
    centres = spread(wanted, [wide] * len(wanted), 0, 500)
    assert all(right - left >= wide - 1e-6 for left, right in pairwise(centres))
    assert centres[0] >= wide / 2 - 1e-6
    assert centres[-1] <= 500 - wide / 2 + 1e-6


def test_too_many_labels_share_the_room() -> None:
    assert spread([0, 0, 0, 0], [50, 50, 50, 50], 0, 100) == (12.5, 37.5, 62.5, 87.5)


def test_stagger_uses_a_new_row_only_for_a_collision() -> None:
    assert stagger([(0, 10), (20, 30), (25, 40), (50, 60)]) == (0, 0, 1, 0)


def test_nothing_to_place() -> None:
    assert spread([], [], 0, 100) == ()
    assert stagger([]) == ()
