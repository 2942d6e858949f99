"""A committee decides an activity that the clauses let another decide.

A committee lists in `decides` the activities that are in its power, the clauses state who decides each. Where the two
differ, a decision can be contested for want of power. Move the activity to the committee that the clauses name, or mend
the clause.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.duties import Actor
from docgen.model.pack import Pack
from docgen.rules._committees import seats
from docgen.rules._duties import LEVELS, deciders
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4503"
SEVERITY = Severity.ERROR

_CLAUSE = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: steering, act: decides, within: change.committee_threshold}
"""
_REST = """\
  - {activity: decider, by: client, act: decides}
---
Jusqu'à {{ change.committee_threshold | words }}, le comité de pilotage décide des changements du Service ; au-delà, le Client.
"""
_COMMITTEES = """\
id: demo
governance:
  committees:
    - {id: costrat, acronym: COSTRAT, name: comité stratégique, level: strategic, purpose: orienter, frequency: half_yearly,
       duration: 2 h, chair: pdg, members: [pdg, dsi, directeur, compte], inputs: [bilan], outputs: [orientations]%s
    - {id: copil, acronym: COPIL, name: comité de pilotage, level: steering, purpose: suivre, frequency: monthly,
       duration: 90 min, chair: dsi, members: [dsi, achats, compte, sdm], inputs: [rapport], outputs: [décisions], escalates_to: costrat%s
    - {id: coproj, acronym: COPROJ, name: comité projet, level: operational, purpose: suivre, frequency: fortnightly,
       duration: 1 h, chair: production, members: [production, sdm], inputs: [avancement], outputs: [jalons], escalates_to: copil}
"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    + "  #            ^^^^^^^ DG4503\n"
    + _REST.replace("---", "  #            ^^^^^^^ DG4503\n---", 1),
    "engagements/demo/engagement.yaml": _COMMITTEES
    % (",\n       decides: [decider]}\n    #            ^^^^^^^ DG4503", "}"),
}
GOOD = {
    "clauses/services/niveaux.fr.md": _CLAUSE + _REST,
    "engagements/demo/engagement.yaml": _COMMITTEES % ("}", ", decides: [decider]}"),
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """What each committee decides, against who decides it by the clauses; placed at both."""
    decide = deciders(pack)
    for seat in seats(pack.engagement):
        for rank, activity in enumerate(seat.committee.decides):
            parts = decide.get(activity, ())
            named = {part.duty.by for part in parts}
            if (
                not parts
                or Actor.COMMITTEE in named
                or seat.committee.level in {LEVELS.get(by) for by in named}
            ):
                continue
            who = ", ".join(sorted(named))
            message = (
                f"{seat.committee.id!r} decides {activity!r}, which {parts[0].clause.id} lets decide: {who}"
            )
            for place in (
                pack.engagement.at(*seat.path, "decides", rank),
                *(part.place for part in parts),
            ):
                yield Fault(
                    place, message, "move the activity to the committee of the clause, or mend the clause"
                )
