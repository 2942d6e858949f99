"""What the effort that a contract asks for costs, against its yearly fee."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.model.engagement import Engagement
from docgen.rules._levels import total_fee

HOURS = 8
"""Hours of a man-day."""
MOST = Decimal(5)
"""Percent of the yearly fee that a single effort may cost before it is out of proportion: a threshold of practice."""


def day_rate(engagement: Engagement) -> Decimal | None:
    """The lowest day rate of the contract, without VAT; None where it has none in the currency of the fees."""
    return min((rate.rate.amount for rate in engagement.price.day_rates), default=None)


def out_of_proportion(engagement: Engagement, days: Decimal) -> Iterator[str]:
    """What some man-days a year cost at the lowest day rate, in words; nothing where it is no more than `MOST` percent."""
    rate, fee = day_rate(engagement), total_fee(engagement) * 12
    if rate is None or not fee:
        return
    cost = days * rate
    if cost * 100 > fee * MOST:
        share = (cost * 100 / fee).quantize(Decimal(1))
        yield f"cost about {cost:.0f} {engagement.price.currency} a year, {share} % of the yearly fee of {fee:.0f}"
