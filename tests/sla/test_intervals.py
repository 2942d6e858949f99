from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from docgen.sla.intervals import Interval, clip, instant, length, merge, subtract, total

DAY = datetime(2026, 6, 8, tzinfo=UTC)


def span(start: int, end: int) -> Interval:
    return Interval(DAY + timedelta(hours=start), DAY + timedelta(hours=end))


def test_touching_intervals_become_one() -> None:
    assert merge([span(2, 3), span(1, 2)]) == (span(1, 3),)


def test_an_interval_inside_another_adds_nothing() -> None:
    assert merge([span(1, 6), span(2, 3)]) == (span(1, 6),)


def test_an_empty_or_reversed_interval_is_dropped() -> None:
    assert merge([span(2, 2), span(4, 3)]) == ()
    assert length(span(4, 3)) == 0


def test_clip_keeps_what_lies_inside_both() -> None:
    assert clip([span(1, 4), span(6, 9)], [span(3, 7)]) == (span(3, 4), span(6, 7))


def test_clip_of_touching_intervals_is_empty() -> None:
    assert clip([span(1, 3)], [span(3, 5)]) == ()
    assert clip([span(3, 5)], [span(1, 3)]) == ()


def test_subtract_cuts_a_hole() -> None:
    assert subtract([span(1, 9)], [span(3, 4), span(6, 7)]) == (span(1, 3), span(4, 6), span(7, 9))


def test_subtract_of_a_cover_leaves_nothing() -> None:
    assert subtract([span(2, 3)], [span(1, 9)]) == ()


def test_total_counts_each_interval() -> None:
    assert total([span(1, 2), span(1, 2)]) == 120


def test_seconds_are_dropped_and_the_zone_is_utc() -> None:
    moment = datetime(2026, 6, 8, 10, 30, 59, tzinfo=ZoneInfo("Europe/Paris"))
    assert instant(moment) == datetime(2026, 6, 8, 8, 30, tzinfo=UTC)


def test_length_is_elapsed_time_over_the_change_of_clocks() -> None:
    paris = ZoneInfo("Europe/Paris")
    night = Interval(datetime(2026, 3, 29, 1, tzinfo=paris), datetime(2026, 3, 29, 5, tzinfo=paris))
    assert length(night) == 180


def test_a_naive_datetime_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        instant(datetime(2026, 6, 8))
