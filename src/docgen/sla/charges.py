"""What the result of one indicator costs before cumulation and caps: scale, minimum, repetition.

Money is without VAT. One indicator makes one charge, but where each incident is penalised: there, one for each cause.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from docgen.model.engagement import Engagement
from docgen.model.services import IndicatorSheet, NamedScale
from docgen.model.sla import Counting, Cumulation, PenaltyBase, PerIncidentScale, PointScale
from docgen.sla.capping import repeated
from docgen.sla.credits import (
    NOTHING,
    incident_credit,
    indicator_credit,
    minimum_credit,
    point_credit,
    units_of,
)
from docgen.sla.measuring import Late, Result
from docgen.sla.rates import Status
from docgen.sla.steps import Amount


@dataclass(frozen=True, slots=True)
class Charge:
    """What one cause costs under one indicator: by the scale, and with the multiplier of repetition.

    `services` are those whose fees make its base.
    """

    indicator: str
    cause: str
    services: tuple[str, ...]
    scaled: Amount
    raised: Amount


def monthly_total(engagement: Engagement) -> Decimal:
    """The monthly fees of all services."""
    return sum((service.monthly_fee.amount for service in engagement.services), Decimal(0))


def base_of(engagement: Engagement, sheet: IndicatorSheet, named: NamedScale) -> tuple[str, ...]:
    """The services whose fees make the base of a penalty: those measured, or all where the contract says so.

    The indicators of a pool share one base.
    """
    if engagement.sla.terms.caps.base is PenaltyBase.TOTAL_MONTHLY_FEE:
        return tuple(service.id for service in engagement.services)
    members = _members(named) or {sheet.indicator.id}
    measured = {
        one
        for each in engagement.sla.sheets
        if each.indicator.id in members
        for one in each.indicator.services
    }
    return tuple(service.id for service in engagement.services if service.id in measured)


def base_fee(engagement: Engagement, services: Collection[str]) -> Decimal:
    """The monthly fees of services."""
    fees = (service.monthly_fee.amount for service in engagement.services if service.id in services)
    return sum(fees, Decimal(0))


def scale_of(engagement: Engagement, sheet: IndicatorSheet) -> NamedScale | None:
    """The scale of an indicator: its own, or the pool that shares it."""
    own = engagement.sla.scale(sheet.indicator.scale)
    if own is not None:
        return own
    pools = (named for named in engagement.sla.scales if isinstance(named.scale, PointScale))
    return next((pool for pool in pools if sheet.indicator.id in _members(pool)), None)


def _members(named: NamedScale) -> frozenset[str]:
    return (
        frozenset(weight.indicator for weight in named.scale.weights)
        if isinstance(named.scale, PointScale)
        else frozenset()
    )


def charges(
    engagement: Engagement, sheet: IndicatorSheet, result: Result, missed_periods: int
) -> tuple[Charge, ...]:
    """The charges of an indicator whose `missed_periods`-th consecutive period this is; () when nothing is due."""
    named = scale_of(engagement, sheet)
    if named is None:
        return ()
    terms = engagement.sla.terms
    made: list[Charge] = []
    for cause, amount in _amounts(engagement, sheet, result, named):
        least = amount if named.minimum is None else minimum_credit(amount, named.minimum.amount)
        if not amount.value:
            continue
        raised = (
            repeated(least, terms.repetition, max(1, missed_periods), terms.rounding)
            if least.value
            else least
        )
        made.append(Charge(sheet.indicator.id, cause, base_of(engagement, sheet, named), least, raised))
    return tuple(made)


def _amounts(
    engagement: Engagement, sheet: IndicatorSheet, result: Result, named: NamedScale
) -> Iterator[tuple[str, Amount]]:
    indicator, rounding = sheet.indicator, engagement.sla.terms.rounding
    match named.scale:
        case PerIncidentScale() as scale:
            for cause, group in groupby(
                sorted(result.late, key=lambda late: late.cause), key=lambda late: late.cause
            ):
                fresh = (_fresh(late, scale) for late in group)
                yield cause, incident_credit(scale, [minutes for minutes in fresh if minutes], rounding)
        case PointScale() as scale:
            fee = base_fee(engagement, base_of(engagement, sheet, named))
            missed = result.status is Status.MISSED
            yield result.cause, point_credit(scale, fee, (indicator.id,), rounding) if missed else NOTHING
        case scale:
            fee = base_fee(engagement, base_of(engagement, sheet, named))
            yield result.cause, indicator_credit(indicator, scale, fee, result.value, rounding, result.status)


def _fresh(late: Late, scale: PerIncidentScale) -> int:
    """Late minutes that no earlier period billed; a started hour that was billed covers its end."""
    if scale.counting is Counting.PRO_RATA:
        return late.minutes - late.before
    billed = units_of(Decimal(late.before), Decimal(scale.step_minutes), scale.counting) * scale.step_minutes
    return max(0, late.minutes - int(billed))


def standing(made: tuple[Charge, ...], cumulation: Cumulation) -> tuple[Charge, ...]:
    """The charges that add up: all of them, or of each cause the highest (the first of two equal ones)."""
    if cumulation is Cumulation.SUM:
        return made
    highest: dict[str, Charge] = {}
    for charge in made:
        known = highest.get(charge.cause)
        if charge.cause and (known is None or charge.raised.value > known.raised.value):
            highest[charge.cause] = charge
    return tuple(charge for charge in made if not charge.cause or highest[charge.cause] is charge)


def waived(charge: Charge) -> Charge:
    """The same charge during the run-in: computed, and nothing due."""
    return replace(charge, raised=NOTHING)
