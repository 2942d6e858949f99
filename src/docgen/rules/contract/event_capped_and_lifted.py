"""One event is capped by a clause and taken out of every cap by another.

A disclosure of data under a cap of its own, and confidentiality without any cap where data are confidential: each party
reads the clause that suits it. The events that the clauses of a pack state under `caps` and `lifts` share none, and
none is a case of another (data are confidential information). Take the event out of one of them; for data, write
`confidentiality_except_data` among the carve-outs.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.clause import Clause
from docgen.model.effects import WITHIN, Event
from docgen.model.pack import Pack
from docgen.model.printed import lookup
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

CODE = "DG4021"
SEVERITY = Severity.ERROR

_TEXT = """\
---
id: {id}
title: Titre
owner: legal
{effect}
review_by: 2027-11-30
---
Les Parties conviennent de {{{{ {value} }}}}.
"""
_CAP = _TEXT.format(
    id="objet.objet",
    effect="caps: [data_disclosure]\n#      ^^^^^^^^^^^^^^^ DG4021",
    value="contract.subject",
)
_LIFT = _TEXT.format(id="facturation.paiement", effect="lifts: [liability.carve_outs]", value="payment.term")
_ALWAYS = "bodily_injury, gross_negligence, wilful_default"

BAD = {
    "clauses/objet/objet.fr.md": _CAP,
    "clauses/facturation/paiement.fr.md": _LIFT,
    "engagements/demo/engagement.yaml": f"""\
id: demo
liability:
  carve_outs: [{_ALWAYS}, confidentiality]
  #             {" " * len(_ALWAYS)} ^^^^^^^^^^^^^^^ DG4021
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": _CAP,
    "clauses/facturation/paiement.fr.md": _LIFT,
    "engagements/demo/engagement.yaml": f"""\
id: demo
liability:
  carve_outs: [{_ALWAYS}, confidentiality_except_data]
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Report both places for each event that is capped and lifted."""
    lifted = {event: place for clause in pack.chosen.values() for event, place in _lifted(clause, pack)}
    for clause in pack.chosen.values():
        for rank, event in enumerate(clause.caps):
            wider = next((word for word in (event, WITHIN.get(event)) if word in lifted), None)
            if wider is not None:
                hint = (
                    "write 'confidentiality_except_data'"
                    if wider is Event.CONFIDENTIALITY
                    else "take it out of the one or of the other"
                )
                message = f"{event} is capped by {clause.id}, and {wider} is taken out of every cap"
                yield Fault(clause.at(f"caps.{rank}"), message, hint)
                yield Fault(lifted[wider], message, hint)


def _lifted(clause: Clause, pack: Pack) -> Iterator[tuple[str, Span]]:
    """The events that a clause takes out of every cap, with the place of each."""
    for rank, named in enumerate(clause.lifts):
        path = tuple(named.split("."))
        listed = lookup(pack.printed, path) if len(path) > 1 else None
        if isinstance(listed, tuple):
            yield from ((str(event), pack.engagement.at(*path, place)) for place, event in enumerate(listed))
        else:
            yield named, clause.at(f"lifts.{rank}")
