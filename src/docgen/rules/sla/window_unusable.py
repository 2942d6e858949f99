"""The hours of a service window cannot be computed.

Response times and availability are counted in the window: it needs a time zone of the IANA list, hours on one day of
the week at least, hours in order that do not overlap, and either `always` or a week. Correct the hours; a span that
crosses midnight is written as two.
"""

from collections.abc import Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from docgen.model.engagement import Engagement, Path
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity, nearest

CODE = "DG416"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
windows:
  - id: HO
    name: heures ouvrées
    week:
      monday: [08:00-12:00, 11:00-18:00]
      #                     ^^^^^^^^^^^ DG416
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
windows:
  - id: HO
    name: heures ouvrées
    week:
      monday: [08:00-12:00, 13:00-18:00]
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Check the time zone and the week of each window."""
    zone = engagement.calendar.timezone
    if not _known(zone):
        yield Fault(
            engagement.at("calendar", "timezone"),
            f"there is no time zone {zone!r}",
            nearest(zone, available_timezones()) or "write an IANA name, as in 'Europe/Paris'",
        )
    for index, window in enumerate(engagement.windows):
        path: Path = ("windows", index)
        week = window.week.hours if window.week is not None else {}
        if window.always and any(week.values()):
            yield Fault(
                engagement.key(*path, "week"),
                f"window {window.id!r} is always open, and has a week",
                "remove 'always' or 'week'",
            )
        elif not window.always and not any(week.values()):
            yield Fault(
                engagement.at(*path, "id"),
                f"window {window.id!r} never opens",
                "add the hours of a week, or 'always: true'",
            )
        for day, spans in week.items():
            for second, (before, after) in enumerate(pairwise(spans), start=1):
                if after.start < before.end:
                    yield Fault(
                        engagement.at(*path, "week", day, second),
                        f"hours of {day} overlap or are not in order",
                        "write the spans of a day in order, without overlap",
                    )


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
