"""A trigger of the escalation calls another level than the one that decides.

A trigger names in `activity` what the level that it calls decides. Where another level lists that activity, the level
that is called cannot decide and time is lost. Call the level that decides, or move the activity.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4506"
SEVERITY = Severity.ERROR

_LEVELS = """\
id: demo
escalation:
  levels:
    - {id: H1, name: Livraison, role: coordonne, provider: [sdm, adjoint], client: [production, achats], answer: 30 min,
       delays: {P1: 1 h, P2: 2 h}, committee: copil, decides: [arbitrer]}
    %s
    - {id: H2, name: Direction, role: arbitre, provider: [compte, directeur], client: [dsi, pdg], answer: 1 h,
       delays: {P1: 3 h, P2: 6 h}, committee: costrat}
  triggers:
    - {event: désaccord sur la priorité, level: %s
       within: 1 h, activity: arbitrer}
"""
BAD = {
    "engagements/demo/engagement.yaml": _LEVELS
    % (
        "#                                                          ^^^^^^^^ DG4506",
        "H2,\n    #                                           ^^ DG4506",
    ),
}
GOOD = {"engagements/demo/engagement.yaml": _LEVELS % ("", "H1,")}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """The level of each trigger, against the levels that list its activity; placed at both."""
    escalation = engagement.escalation
    for number, trigger in enumerate(escalation.triggers):
        deciding = {
            level.id: ("escalation", "levels", index, "decides", level.decides.index(trigger.activity))
            for index, level in enumerate(escalation.levels)
            if trigger.activity in level.decides
        }
        if not deciding or trigger.level in deciding:
            continue
        right = next(iter(deciding))
        message = f"the trigger calls {trigger.level}, and {right} decides {trigger.activity!r}"
        places = (
            engagement.at("escalation", "triggers", number, "level"),
            *(engagement.at(*path) for path in deciding.values()),
        )
        for place in places:
            yield Fault(place, message, f"call {right}, or list the activity at {trigger.level}")
