"""The escalation and a clause disagree on who decides an activity.

A clause lets the escalation decide, and no level lists the activity in `decides`, or two do: nobody knows whom to call.
Or a level decides what a clause gives to a party or a committee. List the activity at one level, or mend the clause.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.duties import Actor
from docgen.model.pack import Pack
from docgen.rules._duties import deciders
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4505"
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
"""
BAD = {
    "clauses/services/niveaux.fr.md": """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: arbitrer, by: client, act: decides}
  #            ^^^^^^^^ DG4505
---
Le Client décide de la priorité du Service.
""",
    "engagements/demo/engagement.yaml": _LEVELS
    % "#                                                          ^^^^^^^^ DG4505",
}
GOOD = {
    "clauses/services/niveaux.fr.md": """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: arbitrer, by: escalation, act: decides}
---
Le niveau d'escalade décide de la priorité du Service.
""",
    "engagements/demo/engagement.yaml": _LEVELS % "",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """What the escalation decides by the clauses, against what its levels list; placed at both."""
    engagement = pack.engagement
    listed: dict[str, list[tuple[int, int]]] = {}
    for index, level in enumerate(engagement.escalation.levels):
        for rank, activity in enumerate(level.decides):
            listed.setdefault(activity, []).append((index, rank))
    for activity, parts in deciders(pack).items():
        levels = listed.get(activity, [])
        here = [engagement.at("escalation", "levels", index, "decides", rank) for index, rank in levels] or [
            engagement.key("escalation", "levels")
        ]
        there = [part.place for part in parts]
        by_escalation = [part for part in parts if part.duty.by is Actor.ESCALATION]
        if levels and not by_escalation:
            message = (
                f"a level decides {activity!r}, which {parts[0].clause.id} lets the {parts[0].duty.by} decide"
            )
        elif by_escalation and len(levels) != 1:
            count = f"{len(levels)} levels list it" if levels else "no level lists it"
            message = f"{by_escalation[0].clause.id} lets the escalation decide {activity!r}, and {count}"
        else:
            continue
        for place in (*here, *there):
            yield Fault(place, message, f"list {activity!r} in 'decides' of one level, or mend the clause")
