"""The client answers for an activity whose result the provider owes under penalty.

A duty of result makes the provider liable for the mere failure (C. civ. art. 1231-1). If the matrix makes the client
accountable for the same activity, the provider will plead that the client had taken it over, and the penalty can be
contested. Give the A to a role of the provider, or change the regime of the duty.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.delivery import Regime
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import parties, rows
from docgen.text.diagnostics import Severity

CODE = "DG447"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: exploiter, name: exploiter le serveur, letters: {dsi: A, sdm: R, achats: I, compte: I}, obligation: disponibilite}
        #                                                            ^ DG447
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: exploiter, name: exploiter le serveur, letters: {dsi: C, sdm: A/R, achats: I, compte: I}, obligation: disponibilite}
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Report each A of the client in a row whose duty is one of result, measured by an indicator with penalties."""
    engagement = pack.engagement
    owed = {duty.id for duty in pack.obligations if duty.regime is Regime.RESULT}
    penalised = {sheet.obligation for sheet in engagement.sla.sheets if sheet.indicator.scale}
    party = parties(engagement)
    for row in rows(engagement):
        activity = row.activity
        if activity.obligation not in owed & penalised:
            continue
        for role in activity.roles("A"):
            if party.get(role) == PartyKind.CLIENT:
                message = f"the client answers for activity {activity.id!r}, whose result the provider owes under penalty"
                yield Fault(
                    row.cell(role),
                    message,
                    "make a role of the provider accountable, or change the duty's regime",
                )
