"""Windows that together cover another one."""

from docgen.model.sla import Spans, WeekWindow
from docgen.rules.escalation._coverage import gap
from docgen.text.quantities import TimeSpan

CLOSED: Spans = ()


def window(*days: Spans, holidays: str = "FR") -> WeekWindow:
    return WeekWindow("w", "", tuple(days) + (CLOSED,) * (7 - len(days)), holidays=holidays)


def hours(*spans: tuple[int, int]) -> Spans:
    return tuple(TimeSpan(start * 60, end * 60) for start, end in spans)


ALWAYS = WeekWindow("24x7", "", always=True)
MONDAY = window(hours((8, 18)))


def text(wanted: WeekWindow, *answering: WeekWindow) -> str:
    return str(gap(wanted, answering) or "")


def test_a_window_covers_itself_and_24x7_covers_all() -> None:
    assert text(MONDAY, MONDAY) == text(MONDAY, ALWAYS) == text(ALWAYS, ALWAYS) == ""


def test_office_hours_leave_the_night_open() -> None:
    assert text(ALWAYS, MONDAY) == "on Monday 00:00-08:00"


def test_two_people_cover_a_day_together() -> None:
    morning, afternoon = window(hours((8, 13))), window(hours((12, 18)))
    assert text(MONDAY, morning, afternoon) == ""
    assert text(MONDAY, afternoon, morning) == ""
    assert text(MONDAY, morning) == "on Monday 13:00-18:00"


def test_a_lunch_break_is_a_gap() -> None:
    assert text(MONDAY, window(hours((8, 12), (14, 18)))) == "on Monday 12:00-14:00"


def test_a_closed_day_is_named_without_hours() -> None:
    assert text(window(CLOSED, hours((0, 24))), MONDAY) == "on Tuesday"


def test_a_window_open_on_holidays_needs_somebody_who_works_then() -> None:
    open_on_holidays = window(hours((8, 18)), holidays="")
    assert text(open_on_holidays, MONDAY) == "on public holidays"
    assert text(open_on_holidays, MONDAY, open_on_holidays) == ""


def test_nobody_covers_nothing() -> None:
    assert text(MONDAY) == "on Monday 08:00-18:00"
