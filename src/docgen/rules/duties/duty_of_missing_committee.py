"""A clause gives a part to a committee that the deal does not have.

A clause that lets the steering committee decide is void where no committee of that level meets: nobody can take the
decision. Add the committee, or take the position or the clause that names another actor.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import LEVELS, committed
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4502"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/services/niveaux.fr.md": """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: operational, act: advises}
  #                         ^^^^^^^^^^^ DG4502
---
Le Client décide des changements du Service après avis du comité opérationnel.
""",
    "engagements/demo/engagement.yaml": """\
id: demo
phases:
  - {id: exploitation, name: Exploitation, start: début du service, duration: 36 months, exit: fin, deliverables: [rapport], committee: copil}
governance:
  committees:
# ^^^^^^^^^^ DG4502
    - {id: costrat, acronym: COSTRAT, name: comité stratégique, level: strategic, purpose: orienter, frequency: half_yearly,
       duration: 2 h, chair: pdg, members: [pdg, dsi, directeur, compte], inputs: [bilan], outputs: [orientations]}
    - {id: copil, acronym: COPIL, name: comité de pilotage, level: steering, purpose: suivre, frequency: monthly,
       duration: 90 min, chair: dsi, members: [dsi, achats, compte, sdm], inputs: [rapport], outputs: [décisions], escalates_to: costrat}
""",
}
GOOD = {
    "clauses/services/niveaux.fr.md": """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: operational, act: advises}
---
Le Client décide des changements du Service après avis du comité opérationnel.
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Each duty of a committee, against the levels of the committees; placed in the clause and at the committees."""
    engagement = pack.engagement
    levels = {committee.level for committee in engagement.governance.committees}
    for part in committed(pack):
        level = LEVELS.get(part.duty.by)
        if level is not None and level not in levels:
            message = (
                f"{part.clause.id} gives {part.duty.activity!r} to the {level} committee, and there is none"
            )
            for place in (part.at("by"), engagement.key("governance", "committees")):
                yield Fault(place, message, f"add a committee of level {level}, or mend the clause")
