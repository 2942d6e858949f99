"""Two clauses give the same part of an activity two different bounds.

The same party does the same within another delay or threshold: each party will invoke the text that suits it. Print the
same value in both clauses, or refer from one to the other.
"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from docgen.model.pack import Pack
from docgen.rules._duties import Committed, bound, committed, value
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4508"
SEVERITY = Severity.ERROR

_FIRST = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: rapporter, by: provider, act: does, within: reporting.due}
%s---
Le Prestataire remet le rapport du Service sous {{ reporting.due | words }}.
"""
_SECOND = """\
---
id: services.maintenance
title: Maintenance
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: rapporter, by: provider, act: does, within: %s
---
Le Prestataire remet le rapport du Service sous {{ %s | words }}.
"""
BAD = {
    "clauses/services/niveaux.fr.md": _FIRST
    % "  #                                                        ^^^^^^^^^^^^^ DG4508\n",
    "clauses/services/maintenance.fr.md": _SECOND
    % (
        "reporting.missing_data}\n  #                                                        ^^^^^^^^^^^^^^^^^^^^^^ DG4508",
        "reporting.missing_data",
    ),
}
GOOD = {
    "clauses/services/niveaux.fr.md": _FIRST % "",
    "clauses/services/maintenance.fr.md": _SECOND % ("reporting.due}", "reporting.due"),
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The bounds of the same part in different clauses, each with the first; placed at both."""
    bounded: dict[tuple[str, ...], list[Committed]] = {}
    for part in committed(pack):
        duty = part.duty
        if duty.within and not duty.of_service:
            bounded.setdefault((duty.activity, duty.by, duty.act, duty.level or ""), []).append(part)
    for parts in bounded.values():
        for first, second in combinations(parts, 2):
            if first.clause is second.clause or value(pack, first.duty) == value(pack, second.duty):
                continue
            message = (
                f"{first.clause.id} bounds {first.duty.activity!r} by {first.duty.within} "
                f"({bound(pack, first.duty)}), {second.clause.id} by {second.duty.within} ({bound(pack, second.duty)})"
            )
            for part in (first, second):
                yield Fault(
                    part.at("within"), message, "print the same value in both, or refer from one to the other"
                )
