"""One event is under two caps.

Where two clauses cap the same event, the lower cap is argued against the higher one, and a penalty that has a cap of its
own is drowned in a cap for all. State the event in one clause (`caps`), and let the other refer to it.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.effects import Event
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

CODE = "DG4022"
SEVERITY = Severity.ERROR

_TEXT = """\
---
id: {id}
title: Titre
owner: legal
caps: [{caps}]
{mark}
review_by: 2027-11-30
---
Les Parties conviennent de {{{{ {value} }}}}.
"""

BAD = {
    "clauses/objet/objet.fr.md": _TEXT.format(
        id="objet.objet", caps="delay_penalties", mark="# -", value="contract.subject"
    ),
    "clauses/facturation/paiement.fr.md": _TEXT.format(
        id="facturation.paiement",
        caps="delay_penalties",
        mark="#      ^^^^^^^^^^^^^^^ DG4022",
        value="payment.term",
    ),
}

GOOD = {
    "clauses/objet/objet.fr.md": _TEXT.format(
        id="objet.objet", caps="delay_penalties", mark="# -", value="contract.subject"
    ),
    "clauses/facturation/paiement.fr.md": _TEXT.format(
        id="facturation.paiement", caps="service_level_penalties", mark="# -", value="payment.term"
    ),
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Events that a second clause caps; `other` is what no other cap is for."""
    first: dict[Event, tuple[str, Span]] = {}
    for clause in pack.chosen.values():
        for rank, event in enumerate(clause.caps):
            name, place = first.setdefault(event, (clause.id, clause.at(f"caps.{rank}")))
            if name != clause.id:
                yield Fault(
                    clause.at(f"caps.{rank}"),
                    f"{event} is capped by {clause.id} and by {name} at {place.path}:{place.line}",
                    "state it in one of them",
                )
