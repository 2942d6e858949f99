"""A response time runs day and night, and nobody is there to keep it.

A time that is counted in a window of 24 hours a day needs a service that runs in this window, or an on-call duty; and
the clauses on the on-call duty are turned on by `facts.on_call`. State `on_call: true` for the window and the fact, or
count the time in the hours of the service.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import responses
from docgen.text.diagnostics import Severity

CODE = "DG417"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
windows:
  - id: HO
    name: heures ouvrées
    week: {monday: [08:00-18:00], tuesday: [08:00-18:00]}
  - id: 24x7
    name: toute heure
    always: true
sla:
  responses:
    - {priority: P1, window: 24x7, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    #                        ^^^^ DG417
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  on_call: true
windows:
  - id: HO
    name: heures ouvrées
    week: {monday: [08:00-18:00], tuesday: [08:00-18:00]}
  - id: 24x7
    name: toute heure
    always: true
    on_call: true
sla:
  responses:
    - {priority: P1, window: 24x7, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P2, window: HO, gti: 1 h, gtr: 8 h, update: 2 h, workaround: true}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold round-the-clock targets against services and on-call duties, and these against the fact."""
    served = {service.window for service in engagement.services} | engagement.sla.on_call
    always = {window.id for window in engagement.sla.windows if window.always}
    for path, response in responses(engagement):
        window = response.target.window
        if window in always and window not in served:
            yield Fault(
                engagement.at(*path, "window"),
                f"times of {response.target.priority} run in {window!r}, in which no service runs and nobody is on call",
                "write 'on_call: true' for the window, or count the time in another window",
            )
    declared = engagement.facts.on_call
    if engagement.sla.on_call and not declared:
        index = next(i for i, window in enumerate(engagement.windows) if window.on_call)
        yield Fault(
            engagement.at("windows", index, "on_call"),
            "a window is on call, and facts.on_call is false",
            "write 'on_call: true' in facts",
        )
    if declared and not engagement.sla.on_call:
        yield Fault(
            engagement.at("facts", "on_call"),
            "there is an on-call duty, and no window is on call",
            "write 'on_call: true' for the window",
        )
