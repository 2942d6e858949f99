"""The escalation procedure does not say how an escalation ends.

An escalation ends when the service has been stable for an agreed time (`escalation.stable`), or, unresolved at the last
level, becomes a dispute after another (`escalation.dispute_after`). Where no clause of the pack prints these times, they
bind nobody, and an escalation stays open for ever. Add the clause to the outline of the procedure.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG471"
SEVERITY = Severity.WARNING

KIND = "escalation"
ENDS = {
    "stable": "when an escalation is closed",
    "dispute_after": "when an unresolved escalation becomes a dispute",
}

_OUTLINE = """\
kind: escalation
title: {fr: "Procédure d'escalade", en: "Escalation procedure"}
order: 3
annex: true
body:
  - article: fin
    title: {fr: "Fin de l'escalade"}
    content:
      - clause: fin.conditions
"""
_CLAUSE = """\
---
id: fin.conditions
title: Fin de l'escalade
owner: legal
change: amendment
review_by: 2027-11-30
---
"""
BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
escalation:
  stable: 4 h
 #^^^^^^ DG471
  dispute_after: 15 days
""",
    "templates/outlines/escalation.yaml": _OUTLINE,
    "clauses/fin/conditions.fr.md": _CLAUSE
    + "L'escalade devient un différend après {{ escalation.dispute_after | words }}.\n",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
escalation:
  stable: 4 h
  dispute_after: 15 days
""",
    "templates/outlines/escalation.yaml": _OUTLINE,
    "clauses/fin/conditions.fr.md": _CLAUSE
    + """\
L'escalade prend fin lorsque le service est stable depuis {{ escalation.stable | words }}, et devient un différend après
{{ escalation.dispute_after | words }}.
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Report each of the two times that no clause prints, in a pack with an escalation procedure."""
    if pack.outline(KIND) is None:
        return
    printed = {field.path for clause in pack.chosen.values() for field in shared.values(clause)}
    for name, meaning in ENDS.items():
        if (KIND, name) not in printed:
            place = pack.engagement.key(KIND, name)
            yield Fault(
                place,
                f"no clause says {meaning}",
                f"add a clause that prints 'escalation.{name}' to the outline",
            )
