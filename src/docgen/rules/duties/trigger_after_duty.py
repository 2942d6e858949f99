"""The escalation reacts to an event later than a clause promises.

A clause bounds an activity by a delay, and the trigger of the escalation for the same activity leaves a longer one: the
level is called when the promise is broken already. Shorten the reaction of the trigger, or lengthen the promise.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import committed, value
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration

CODE = "DG4507"
SEVERITY = Severity.ERROR

_CLAUSE = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: exploiter, by: provider, act: does, within: security.incident_notice}
%s---
Le Prestataire alerte le Client sous {{ security.incident_notice | words }} de tout incident du Service.
"""
_TRIGGER = """\
id: demo
escalation:
  triggers:
    - {event: incident de sécurité, level: H2, activity: exploiter, within: %s
"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    % "  #                                                        ^^^^^^^^^^^^^^^^^^^^^^^^ DG4507\n",
    "engagements/demo/engagement.yaml": _TRIGGER
    % "2 days}\n    #                                                                       ^^^^^^ DG4507",
}
GOOD = {
    "clauses/services/niveaux.fr.md": _CLAUSE % "",
    "engagements/demo/engagement.yaml": _TRIGGER % "1 h}",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The reaction of each trigger, against the delays of its activity; placed at both."""
    engagement = pack.engagement
    for number, trigger in enumerate(engagement.escalation.triggers):
        for part in committed(pack):
            promised = value(pack, part.duty) if trigger.activity == part.duty.activity else None
            if isinstance(promised, Duration) and trigger.within.rough_minutes > promised.rough_minutes:
                message = f"the escalation reacts after {plain(trigger.within)}, and {part.clause.id} promises {part.duty.activity!r} within {plain(promised)}"
                for place in (engagement.at("escalation", "triggers", number, "within"), part.at("within")):
                    yield Fault(
                        place, message, "shorten the reaction of the trigger, or lengthen the promise"
                    )
