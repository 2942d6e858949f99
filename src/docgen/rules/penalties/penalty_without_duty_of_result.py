"""An indicator has a penalty, and the duty that it measures is not one of result.

A penalty is due for the gap alone when the provider owes the result, or bears the burden of proof (reinforced means); under
a duty of means the client must first prove a fault, and the penalty is open to dispute. Name the duty, change its
regime, or take the penalty away.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import indicators
from docgen.text.diagnostics import Severity

CODE = "DG436"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 99.5, scale: paliers, obligation: rapports}
       #                                         ^^^^^^^^ DG436
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  indicators:
    - {id: dispo, name: Disponibilité, services: [hebergement], definition: part du temps, measure: availability,
       unit: percent, direction: higher, period: month, window: HO, source: sonde, decimals: 2, compare: rounded,
       target: 99.5, scale: paliers, obligation: disponibilite}
""",
}


_STRONG = ("result", "reinforced_means")


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Hold the duty of each penalised indicator against its regime."""
    engagement = pack.engagement
    regimes = {duty.id: duty.regime for duty in pack.obligations}
    for path, sheet in indicators(engagement):
        if sheet.indicator.scale is None:
            continue
        if not sheet.obligation:
            yield Fault(
                engagement.at(*path, "scale"),
                f"indicator {sheet.indicator.id!r} has a penalty and names no duty",
                "add obligation, one of result or of reinforced means",
            )
        elif regimes.get(sheet.obligation, "result") not in _STRONG:
            yield Fault(
                engagement.at(*path, "obligation"),
                f"indicator {sheet.indicator.id!r} has a penalty, and {sheet.obligation!r} is a duty of {regimes[sheet.obligation]}",
                "name a duty of result or of reinforced means, or remove the scale",
            )
