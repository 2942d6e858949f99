"""The engagement gives a duty another regime than the clause that states it.

A clause says in `obligations` under which regime the provider owes what its text describes; the table of regimes prints
that. An engagement that states the same duty under another regime contradicts the text that is signed. Take a position
of the clause with that regime, or take the duty out of the engagement.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import own_obligations, stated_obligations
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4513"
SEVERITY = Severity.ERROR

_CLAUSE = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
obligations:
  - {id: rapports, duty: remettre les rapports, regime: %s
---
Le Prestataire remet les rapports du Service.
"""
_TERMS = """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
  - {id: rapports, duty: remettre les rapports, regime: means}
%s"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    % "result}\n  #                                                     ^^^^^^ DG4513",
    "engagements/demo/engagement.yaml": _TERMS
    % "  #                                                     ^^^^^ DG4513\n",
}
GOOD = {
    "clauses/services/niveaux.fr.md": _CLAUSE % "means}",
    "engagements/demo/engagement.yaml": _TERMS % "",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The duties that the engagement states, against those of the chosen clauses; placed at both."""
    own = {owed.duty.id: owed for owed in own_obligations(pack.engagement)}
    for stated in stated_obligations(pack):
        other = own.get(stated.duty.id)
        if other is not None and other.duty.regime is not stated.duty.regime:
            message = f"duty {stated.duty.id!r} is of {stated.duty.regime} by its clause, of {other.duty.regime} by the engagement"
            for owed in (stated, other):
                yield Fault(
                    owed.regime_place, message, "take a position with that regime, or take the duty out"
                )
