"""A time that is counted in office hours is written in days of 24 hours.

In a window of ten hours a day, "24 h" is two days and four hours, not one day: whoever reads the table and whoever
measures it will differ. Write the time in hours of the window (one day of a window 08:00-18:00 is 10 h), or count it
in a window that is always open.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import DAY, day_minutes, responses
from docgen.rules._wording import clock
from docgen.text.diagnostics import Severity

CODE = "DG419"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 24 h, update: 30 min, workaround: true}
    #                                              ^^^^ DG419
    - {priority: P2, window: HO, gti: 1 h, gtr: 48 h, update: 2 h, workaround: true}
    #                                           ^^^^ DG419
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 10 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 20 h, update: 2 h, workaround: true}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Look for multiples of 24 hours that are no whole number of the window's days."""
    for path, response in responses(engagement):
        window = engagement.sla.window(response.target.window)
        if window is None or window.always:
            continue
        day = max(day_minutes(window))
        for key, minutes in (("gti", response.target.gti_minutes), ("gtr", response.target.gtr_minutes)):
            if minutes and minutes % DAY == 0 and minutes % day != 0:
                days = minutes // DAY
                yield Fault(
                    engagement.at(*path, key),
                    f"{clock(minutes)} look like {days} day{'s' if days > 1 else ''} of 24 hours, and a day of {window.id!r} has {clock(day)}",
                    f"{days} day{'s' if days > 1 else ''} of this window: {clock(days * day)}",
                )
