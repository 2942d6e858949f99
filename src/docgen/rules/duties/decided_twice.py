"""Two clauses let different actors decide the same activity.

Each party will invoke the clause that gives the decision to it. One clause states who decides, up to which threshold;
the other refers to it. Within one clause, every actor but one decides up to a threshold (`within`).
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import Committed, deciders
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4510"
SEVERITY = Severity.ERROR

_FIRST = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: client, act: decides}
%s---
Le Client décide des changements du Service.
"""
_SECOND = """\
---
id: services.maintenance
title: Maintenance
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: %s, act: decides}
%s---
Les changements du Service sont décidés comme il est dit au présent article.
"""
BAD = {
    "clauses/services/niveaux.fr.md": _FIRST % "  #            ^^^^^^^ DG4510\n",
    "clauses/services/maintenance.fr.md": _SECOND % ("steering", "  #            ^^^^^^^ DG4510\n"),
}
GOOD = {
    "clauses/services/niveaux.fr.md": _FIRST % "",
    "clauses/services/maintenance.fr.md": _SECOND % ("client", ""),
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Those who decide each activity; placed at every part that is given twice."""
    for activity, parts in deciders(pack).items():
        by_clause: dict[str, list[Committed]] = {}
        for part in parts:
            by_clause.setdefault(part.clause.id, []).append(part)
        readings = {
            frozenset((p.duty.by, p.duty.level, p.duty.within) for p in given) for given in by_clause.values()
        }
        unbounded = [[p for p in given if not p.duty.within] for given in by_clause.values()]
        if len(readings) == 1 and all(len(given) < 2 for given in unbounded):
            continue
        who = ", ".join(f"{part.duty.by} ({part.clause.id})" for part in parts)
        for part in parts:
            yield Fault(
                part.place,
                f"{activity!r} is decided by different actors: {who}",
                "let one clause state who decides",
            )
