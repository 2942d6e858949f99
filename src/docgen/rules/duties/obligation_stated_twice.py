"""Two clauses of the pack state the same duty with a regime.

The table of regimes would print it twice, perhaps under two regimes. One clause states the duty, the other refers to it.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import Owed, stated_obligations
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4514"
SEVERITY = Severity.ERROR

_FIRST = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
obligations:
  - {id: rapports, duty: remettre les rapports, regime: means}
%s---
Le Prestataire remet les rapports du Service.
"""
_SECOND = """\
---
id: services.maintenance
title: Maintenance
owner: delivery
review_by: 2027-11-30
obligations:
  - {id: %s
---
Le Prestataire entretient le serveur du Service.
"""
BAD = {
    "clauses/services/niveaux.fr.md": _FIRST % "  #      ^^^^^^^^ DG4514\n",
    "clauses/services/maintenance.fr.md": _SECOND
    % "rapports, duty: remettre les rapports, regime: result}\n  #      ^^^^^^^^ DG4514",
    "engagements/demo/engagement.yaml": """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
""",
}
GOOD = {
    "clauses/services/niveaux.fr.md": _FIRST % "",
    "clauses/services/maintenance.fr.md": _SECOND
    % "disponibilite, duty: exploiter le serveur, regime: result}",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The duties that the chosen clauses state, by id; placed at each."""
    stated: dict[str, list[Owed]] = {}
    for owed in stated_obligations(pack):
        stated.setdefault(owed.duty.id, []).append(owed)
    for name, twice in stated.items():
        if len(twice) > 1:
            for owed in twice:
                yield Fault(
                    owed.place,
                    f"{len(twice)} clauses state the duty {name!r}",
                    "state it in one clause, refer to it in the other",
                )
