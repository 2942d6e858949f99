"""A level of the escalation has nobody to call when the first contact does not answer.

Each level has a primary contact and a stand-in on each side, two different persons; otherwise one holiday breaks the
path. List a second person at the level, or name the stand-in of the first one (`backup`).
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import on_path
from docgen.text.diagnostics import Severity

CODE = "DG464"
SEVERITY = Severity.WARNING

_PEOPLE = """\
id: demo
people:
  - {id: dsi, party: client, name: Un EXEMPLE, function: DSI, phone: +33 4 65 71 00 01, email: dsi@client.example, window: HO}
  - {id: achats, party: client, name: Deux EXEMPLE, function: achats, phone: +33 4 65 71 00 02, email: achats@client.example, window: HO}
  - {id: sdm, party: provider, name: Un MODÈLE, function: SDM, phone: +33 4 65 71 01 01, email: sdm@prestataire.example, window: HO, backup: compte}
  - {id: compte, party: provider, name: Deux MODÈLE, function: compte, phone: +33 4 65 71 01 02, email: compte@prestataire.example, window: HO}
escalation:
  levels:
    - id: H1
      name: Livraison
      role: coordonne
      provider: [sdm]
"""
BAD = {
    "engagements/demo/engagement.yaml": _PEOPLE
    + """\
      client: [dsi]
     #^^^^^^ DG464
      answer: 30 min
      delays: {P1: 1 h, P2: 2 h}
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _PEOPLE
    + """\
      client: [dsi, achats]
      answer: 30 min
      delays: {P1: 1 h, P2: 2 h}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each side of a level of authority with one person who has no backup."""
    for way in on_path(engagement):
        for called in way:
            if not called.side or len(set(called.people)) > 1:
                continue
            person = engagement.person(called.people[0])
            if person is not None and person.backup in ("", person.id):
                message = f"{called.level.id!r} has nobody of the {called.side} beside {person.id!r}"
                yield Fault(
                    engagement.key(*called.path),
                    message,
                    "add a second person, or give the first one a backup",
                )
