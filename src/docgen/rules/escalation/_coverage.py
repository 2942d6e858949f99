"""Whether some windows together are open whenever another one is: week by week, and on public holidays."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docgen.model.sla import WeekWindow
from docgen.text.quantities import TimeSpan

_DAY = TimeSpan(0, 24 * 60)
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Gap(NamedTuple):
    """The first time of the week that is not covered: the name of the day, and the hours."""

    day: str
    hours: TimeSpan

    def __str__(self) -> str:
        start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (self.hours.start, self.hours.end))
        return f"on {self.day}" if self.hours == _DAY else f"on {self.day} {start}-{end}"


def gap(window: WeekWindow, answering: Sequence[WeekWindow]) -> Gap | None:
    """The first time at which `window` is open and none of the answering ones is; None when they cover it."""
    for day, name in enumerate(_WEEK):
        hole = _hole(_hours(window, day), (span for other in answering for span in _hours(other, day)))
        if hole is not None:
            return Gap(name, hole)
    if _on_holidays(window) and not any(map(_on_holidays, answering)):
        return Gap("public holidays", _DAY)
    return None


def _hours(window: WeekWindow, day: int) -> tuple[TimeSpan, ...]:
    return (_DAY,) if window.always else window.days[day]


def _on_holidays(window: WeekWindow) -> bool:
    return window.always or not window.holidays


def _hole(wanted: Iterable[TimeSpan], spans: Iterable[TimeSpan]) -> TimeSpan | None:
    known = sorted((span.start, span.end) for span in spans)
    for want in wanted:
        reached = want.start
        for start, end in known:
            if start > reached:
                break
            reached = max(reached, end)
        if reached < want.end:
            following = min((start for start, _ in known if start > reached), default=want.end)
            return TimeSpan(reached, min(following, want.end))
    return None
