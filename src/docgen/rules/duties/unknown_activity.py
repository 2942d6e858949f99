"""A clause names an activity that nobody has in the deal.

An activity of `duties` is the id of a row of the matrix, one that a row `covers`, or one that a committee or a level of
the escalation `decides`. A misspelt one is compared with nothing. One that nobody has is missing in the matrix: the
clause says who acts, the matrix is silent. Correct the id, add the row, or name the activity in `covers` of a row.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import committed, rows_by_activity
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity, nearest

CODE = "DG4511"
SEVERITY = Severity.WARNING

_CLAUSE = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: %s
---
Le Prestataire exploite le Service.
"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    % "expliter, by: provider, act: does}\n  #            ^^^^^^^^ DG4511",
}
GOOD = {"clauses/services/niveaux.fr.md": _CLAUSE % "exploiter, by: provider, act: does}"}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The activities of the chosen clauses, each once, against those of the engagement."""
    engagement = pack.engagement
    known = {
        *rows_by_activity(engagement),
        *(activity for committee in engagement.governance.committees for activity in committee.decides),
        *(activity for level in engagement.escalation.levels for activity in level.decides),
    }
    seen: set[str] = set()
    for part in committed(pack):
        activity = part.duty.activity
        if activity not in known and activity not in seen:
            seen.add(activity)
            add = f"add a row to the matrix, or name {activity!r} in 'covers' of one"
            yield Fault(
                part.place,
                f"no row of the matrix has the activity {activity!r}",
                nearest(activity, known) or add,
            )
