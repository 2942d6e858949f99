"""The chair of the committee that decides an activity is not of the party that answers for it.

Where a clause lets a committee decide up to a threshold, the party that holds the A in the matrix presides over it:
otherwise the party that answers for the decision does not lead it. Give the chair to that party, or mend the matrix.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.duties import Actor
from docgen.model.pack import Pack
from docgen.rules._committees import Seat, seats
from docgen.rules._duties import LEVELS, deciders, rows_by_activity
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import parties
from docgen.text.diagnostics import Severity

CODE = "DG4504"
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
       duration: 2 h, chair: pdg, members: [pdg, dsi, directeur, compte], inputs: [bilan], outputs: [orientations]}
    - {id: copil, acronym: COPIL, name: comité de pilotage, level: steering, purpose: suivre, frequency: monthly,
       duration: 90 min, chair: %s
       members: [dsi, achats, compte, sdm], inputs: [rapport], outputs: [décisions], escalates_to: costrat}
    - {id: coproj, acronym: COPROJ, name: comité projet, level: operational, purpose: suivre, frequency: fortnightly,
       duration: 1 h, chair: production, members: [production, sdm], inputs: [avancement], outputs: [jalons], escalates_to: copil}
"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE + "  #            ^^^^^^^ DG4504\n" + _REST,
    "engagements/demo/engagement.yaml": _COMMITTEES % "sdm,\n    #                           ^^^ DG4504",
}
GOOD = {
    "clauses/services/niveaux.fr.md": _CLAUSE + _REST,
    "engagements/demo/engagement.yaml": _COMMITTEES % "dsi,",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The chair of each committee that decides, against the party that holds the A; placed at the chair and in the clause."""
    engagement = pack.engagement
    rows = rows_by_activity(engagement)
    party = parties(engagement)
    sides = {person.id: person.party for person in engagement.people}
    for activity, parts in deciders(pack).items():
        row = rows.get(activity)
        accountable = {party.get(role) for role in row.activity.roles("A")} if row is not None else set()
        for part in parts:
            for seat in _deciding(tuple(seats(engagement)), part.duty.by, activity):
                side = sides.get(seat.committee.chair)
                if accountable and side is not None and side not in accountable:
                    message = f"{seat.committee.id!r} decides {activity!r} and is chaired by the {side}, which does not hold the A"
                    for place in (engagement.at(*seat.path, "chair"), part.place):
                        yield Fault(
                            place, message, "give the chair to the party that holds the A, or mend the matrix"
                        )


def _deciding(all_seats: tuple[Seat, ...], by: Actor, activity: str) -> tuple[Seat, ...]:
    """The committees of the actor's level that list the activity, or the only one of that level."""
    of_level = tuple(seat for seat in all_seats if seat.committee.level is LEVELS.get(by))
    listed = tuple(seat for seat in of_level if activity in seat.committee.decides)
    return listed or (of_level if len(of_level) == 1 else ())
