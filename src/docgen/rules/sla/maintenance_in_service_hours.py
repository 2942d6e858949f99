"""Planned maintenance takes time that the service is promised for.

Maintenance windows lie outside the hours of a service that has office hours; its monthly time is at most 12 hours (what
is usual in the trade) and fits in the windows of four weeks. Time beyond that counts as downtime. Move the window, or
lower the monthly limit.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import clock, plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration

CODE = "DG435"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
maintenance:
  windows:
    - {day: monday, hours: 06:00-10:00, services: [hebergement]}
    #                      ^^^^^^^^^^^ DG435
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
maintenance:
  windows:
    - {day: monday, hours: 02:00-06:00, services: [hebergement]}
""",
}


_MOST_A_MONTH = 12 * 60


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold maintenance windows against the hours of the services, and the monthly limit against both."""
    hours = {service.id: engagement.sla.window(service.window) for service in engagement.services}
    available: dict[str, int] = {}
    for index, maintenance in enumerate(engagement.sla.maintenance):
        start, end = maintenance.hours.start, maintenance.hours.end
        for service_id in maintenance.services:
            available[service_id] = available.get(service_id, 0) + end - start
            window = hours.get(service_id)
            if window is None or window.always:
                continue
            if any(span.start < end and start < span.end for span in window.days[maintenance.day]):
                yield Fault(
                    engagement.at("maintenance", "windows", index, "hours"),
                    f"this window lies in the hours of {service_id!r}, {window.name!r}",
                    "move it outside these hours",
                )
    limit: Duration = engagement.maintenance.monthly_limit
    if limit.minutes > _MOST_A_MONTH:
        yield Fault(
            engagement.at("maintenance", "monthly_limit"),
            f"{plain(limit)} of maintenance a month are more than the usual {clock(_MOST_A_MONTH)}",
            "lower the limit",
        )
    for service_id, minutes in available.items():
        if limit.minutes > 4 * minutes:
            yield Fault(
                engagement.at("maintenance", "monthly_limit"),
                f"{plain(limit)} of maintenance do not fit in the windows of {service_id!r}, {clock(4 * minutes)} in four weeks",
                "lower the limit, or add a window",
            )
