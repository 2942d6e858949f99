"""Service levels as rules read them: each part with its place, and the hours of a week of a window."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.services import IndicatorSheet, NamedScale, Response, Service
from docgen.model.sla import PenaltyBase, WeekWindow

DAY = 24 * 60
WEEK = 7 * DAY


class PlacedIndicator(NamedTuple):
    """An indicator and its place."""

    path: Path
    sheet: IndicatorSheet


def indicators(engagement: Engagement) -> Iterator[PlacedIndicator]:
    """The indicators in order."""
    for index, sheet in enumerate(engagement.sla.sheets):
        yield PlacedIndicator(("sla", "indicators", index), sheet)


def scales(engagement: Engagement) -> Iterator[tuple[Path, NamedScale]]:
    """The penalty scales in order."""
    for index, scale in enumerate(engagement.sla.scales):
        yield ("sla", "scales", index), scale


def responses(engagement: Engagement) -> Iterator[tuple[Path, Response]]:
    """The response targets in order."""
    for index, response in enumerate(engagement.sla.responses):
        yield ("sla", "responses", index), response


def services(engagement: Engagement) -> Iterator[tuple[Path, Service]]:
    """The services in order."""
    for index, service in enumerate(engagement.services):
        yield ("services", index), service


def users(engagement: Engagement, scale: NamedScale) -> tuple[IndicatorSheet, ...]:
    """The indicators that are penalised by a scale."""
    return tuple(sheet for sheet in engagement.sla.sheets if sheet.indicator.scale == scale.scale.id)


def total_fee(engagement: Engagement) -> Decimal:
    """The monthly fees of all services, without VAT."""
    return sum((service.monthly_fee.amount for service in engagement.services), Decimal(0))


def fee_at_stake(engagement: Engagement, sheet: IndicatorSheet) -> Decimal:
    """The most that a percentage of a penalty applies to: the fees of the services measured, or all fees."""
    if engagement.sla.terms.caps.base is PenaltyBase.TOTAL_MONTHLY_FEE:
        return total_fee(engagement)
    measured = (s.monthly_fee.amount for s in engagement.services if s.id in sheet.indicator.services)
    return sum(measured, Decimal(0))


def day_minutes(window: WeekWindow) -> tuple[int, ...]:
    """Open minutes of each day of an ordinary week, Monday first."""
    if window.always:
        return (DAY,) * 7
    return tuple(sum(span.end - span.start for span in day) for day in window.days)


def week_minutes(window: WeekWindow) -> int:
    """Open minutes of an ordinary week."""
    return sum(day_minutes(window))
