"""A penalty scale lacks the figures of its kind.

A scale of steps has bands, a linear one a rate, one by incident an amount for each hour, a pool its share of the fee
and weights. Without them the penalty is announced and cannot be computed. Add the missing fields, or choose another kind.
"""

from collections.abc import Iterator
from typing import assert_never

from docgen.model.engagement import Engagement
from docgen.model.sla import ScaleKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG428"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  scales:
    - id: paliers
      name: Point d'écart
      kind: linear
      #     ^^^^^^ DG428
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
sla:
  scales:
    - id: paliers
      name: Point d'écart
      kind: linear
      rate: 1 %
""",
}


def _needed(kind: ScaleKind) -> tuple[str, ...]:
    match kind:
        case ScaleKind.STEPS:
            return ("bands",)
        case ScaleKind.LINEAR:
            return ("rate",)
        case ScaleKind.PER_INCIDENT:
            return ("amount",)
        case ScaleKind.POINTS:
            return ("rate", "weights")
        case _:
            assert_never(kind)


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report the fields that the kind of a scale needs and lacks."""
    for index, scale in enumerate(engagement.sla_terms.scales):
        stated = {
            "bands": scale.bands,
            "rate": scale.rate,
            "amount": scale.amount,
            "weights": scale.weights,
        }
        missing = [key for key in _needed(scale.kind) if not stated[key]]
        if missing:
            yield Fault(
                engagement.at("sla", "scales", index, "kind"),
                f"scale {scale.id!r} of kind {scale.kind.value!r} has no {' and no '.join(missing)}",
                f"add {', '.join(missing)}",
            )
