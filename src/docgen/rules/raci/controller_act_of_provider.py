"""The provider decides on an act that the GDPR gives to the client as controller.

Only the controller determines the purposes and means of the processing (RGPD art. 4(7)); a processor that does so
becomes a controller itself (art. 28(10)). Only the controller notifies a breach to the supervisory authority
(art. 33(1)); the processor informs and assists it (art. 33(2)). An activity marked `controller_act` is accounted for by
the client, and a notification is done by the client as well.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.parties import PartyKind
from docgen.model.raci import ControllerAct
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import parties, rows
from docgen.text.diagnostics import Severity

CODE = "DG453"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: donnees
      name: Données personnelles
      activities:
        - {id: notifier, name: notifier à l'autorité, letters: {dsi: A, sdm: R}, controller_act: authority_notice}
        #                                                                    ^ DG453
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: donnees
      name: Données personnelles
      activities:
        - {id: notifier, name: notifier à l'autorité, letters: {dsi: A/R, sdm: C}, controller_act: authority_notice}
""",
}

RESERVED = {ControllerAct.PURPOSES: ("A",), ControllerAct.AUTHORITY_NOTICE: ("A", "R")}
"""The letters that only the client may hold, by act."""


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each letter that another than the client holds in a row of a controller's act."""
    party = parties(engagement)
    for row in rows(engagement):
        act = row.activity.controller_act
        reserved = RESERVED[act] if act is not None else ()
        for role, letters in row.activity.letters.items():
            if party.get(role, PartyKind.CLIENT) != PartyKind.CLIENT and set(reserved) & set(
                letters.split("/")
            ):
                message = f"{role!r} has letter {letters} in {row.activity.id!r}, an act of the controller"
                yield Fault(
                    row.cell(role), message, "give A and R to roles of the client, C or S to the provider"
                )
