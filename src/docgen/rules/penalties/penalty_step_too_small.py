"""A step of a penalty is worth less than an hour of the work that settles it.

Each penalty is measured, reported, checked by both parties and credited. Where the smallest sum that a scale makes is below
an hour at the lowest day rate of the contract, settling it costs more than it pays, and it moves nobody. This is a threshold
of practice. Raise the rate, widen the step, or leave the indicator without a penalty.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.model.sla import LinearScale, PenaltyScale, PerIncidentScale, PointScale, StepScale
from docgen.rules._effort import HOURS, day_rate
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import fee_at_stake, scales, total_fee, users
from docgen.text.diagnostics import Severity

CODE = "DG4211"
SEVERITY = Severity.WARNING

_DEAL = """\
id: demo
price:
  day_rates:
    - {profile: ingénieur, rate: 1 000 EUR}
sla:
  scales:
    - id: paliers
      #   ^^^^^^^ %s
      name: Paliers
      kind: steps
      bands:
        - {from: 99.5, rate: 0 %%}
        - {from: 99, to: 99.5, rate: %s %%}
        - {to: 99, rate: 10 %%}
"""
BAD = {"engagements/demo/engagement.yaml": _DEAL % ("DG4211", "1")}
GOOD = {"engagements/demo/engagement.yaml": _DEAL % ("", "5")}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """The smallest sum of each scale that an indicator uses, against an hour."""
    rate = day_rate(engagement)
    if rate is None:
        return
    for path, named in scales(engagement):
        stakes = [fee for sheet in users(engagement, named) if (fee := fee_at_stake(engagement, sheet))]
        if not stakes:
            continue
        step = _smallest(named.scale, min(stakes))
        if step is not None and step < rate / HOURS:
            share = (step * 100 / (total_fee(engagement) * 12)).quantize(Decimal("0.01"))
            currency = engagement.price.currency
            yield Fault(
                engagement.at(*path, "id"),
                f"a step of {named.scale.id!r} is {step:.2f} {currency}, {share} % of the yearly fee and less than an hour"
                f" ({rate / HOURS:.2f} {currency}) of whoever settles it",
                "raise the rate, widen the step, or drop the penalty",
            )


def _smallest(scale: PenaltyScale, fee: Decimal) -> Decimal | None:
    """The smallest sum above zero that a scale makes of a fee; None where a pool is shared."""
    match scale:
        case StepScale(bands=bands):
            return min((fee * band.rate / 100 for band in bands if band.rate), default=None)
        case LinearScale(rate=rate):
            return fee * rate / 100
        case PerIncidentScale(amount=amount):
            return amount
        case PointScale():
            return None
