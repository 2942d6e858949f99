"""A clause cites a document that is neither in the pack nor among the contract documents.

An annex that is cited and not joined is no part of the contract. Add it to `documents.list`, with a title when it
is kept elsewhere, or take the citation out.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.faults import DOCUMENT_NOT_IN_PACK

CODE = DOCUMENT_NOT_IN_PACK.code  # assembling reports it too
SEVERITY = DOCUMENT_NOT_IN_PACK.severity

BAD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'[[document:pas]].
""",
}

GOOD = {
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de ce que fixe l'[[document:pas]].
""",
    "engagements/demo/engagement.yaml": """\
id: demo
documents:
  list:
    - {id: sla-annex}
    - {id: pas, title: Plan d'assurance sécurité, version: "1.0"}
""",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 42, 58),)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """References to documents in the clauses that were chosen."""
    known = {*(outline.kind for outline in pack.outlines), *(listed.id for listed in pack.listed)}
    for clause in pack.chosen.values():
        for mark in shared.references(clause):
            if mark.kind == "document" and pack.kind(mark.target) not in known:
                yield Fault(
                    mark.span,
                    f"document {mark.target!r} is neither in the pack nor in documents.list",
                    "add it to documents.list, or take the reference out",
                )
