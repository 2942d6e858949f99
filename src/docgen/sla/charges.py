"""The charges for the result of one indicator by its scale: the base, and a charge for each cause.

Money is without VAT. One indicator makes one charge, but where each incident is penalised: there, one for each cause.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import assert_never

from docgen.model.engagement import Engagement
from docgen.model.services import IndicatorSheet, NamedScale
from docgen.model.sla import (
    Counting,
    Indicator,
    LinearScale,
    PenaltyBase,
    PerIncidentScale,
    PointScale,
    StepScale,
)
from docgen.sla.credits import NOTHING, incident_credit, indicator_credit, point_credit, units_of
from docgen.sla.measuring import Late, Result
from docgen.sla.rates import Compliance, share_of
from docgen.sla.settle import NIL, Agreement, Base, Charge, Part
from docgen.sla.steps import ComputedAmount


def monthly_total(engagement: Engagement) -> Decimal:
    """The monthly fees of all services."""
    return sum((service.monthly_fee.amount for service in engagement.services), NIL)


def agreement_of(engagement: Engagement) -> Agreement:
    """The terms, fees and day of effect under which the months of an engagement are settled."""
    effective = engagement.contract.effective
    return Agreement(engagement.sla.terms, monthly_total(engagement), effective)


def base_of(engagement: Engagement, sheets: Iterable[IndicatorSheet]) -> Base:
    """The base of a penalty: the services that the indicators measure, or all where the contract says so."""
    whole = engagement.sla.terms.caps.base is PenaltyBase.TOTAL_MONTHLY_FEE
    measured = {service for sheet in sheets for service in sheet.indicator.services}
    chosen = [service for service in engagement.services if whole or service.id in measured]
    return Base(tuple(service.id for service in chosen), sum((one.monthly_fee.amount for one in chosen), NIL))


def capped_bases(engagement: Engagement, base: Base) -> tuple[Base, ...]:
    """The bases whose monthly caps limit a penalty: each service of its base, or the base as a whole."""
    if not engagement.sla.terms.caps.by_service:
        return (base,)
    return tuple(
        Base((service.id,), service.monthly_fee.amount)
        for service in engagement.services
        if service.id in base.services
    )


def monthly_limit(engagement: Engagement, base: Base) -> Decimal | None:
    """The most that the penalties on a base come to in a month; None without a cap."""
    terms = engagement.sla.terms
    rate = terms.caps.monthly
    if rate is None:
        return None
    return sum((share_of(one.fee, rate, terms.rounding) for one in capped_bases(engagement, base)), NIL)


def by_fee(engagement: Engagement, base: Base) -> tuple[Part, ...]:
    """The bases with a cap among which a penalty is shared out, each in proportion to its fee."""
    return tuple(Part(one, one.fee) for one in capped_bases(engagement, base))


def sheets_of(engagement: Engagement, named: NamedScale) -> tuple[IndicatorSheet, ...]:
    """The indicators under a scale, in their order: those that name it, and those that share its pool."""
    members = _members(named)
    return tuple(
        sheet
        for sheet in engagement.sla.sheets
        if sheet.indicator.scale == named.scale.id or sheet.indicator.id in members
    )


def scale_of(engagement: Engagement, sheet: IndicatorSheet) -> NamedScale | None:
    """The scale of an indicator: its own, or the pool that shares it."""
    own = engagement.sla.scale(sheet.indicator.scale)
    if own is not None:
        return own
    return next((named for named in engagement.sla.scales if sheet.indicator.id in _members(named)), None)


def _members(named: NamedScale) -> frozenset[str]:
    match named.scale:
        case PointScale(weights=weights):
            return frozenset(weight.indicator for weight in weights)
        case StepScale() | LinearScale() | PerIncidentScale():
            return frozenset()
        case _:
            assert_never(named.scale)


def charges(engagement: Engagement, sheet: IndicatorSheet, result: Result) -> tuple[Charge, ...]:
    """The charges of an indicator; () when its result costs nothing."""
    named = scale_of(engagement, sheet)
    if named is None:
        return ()
    pool = isinstance(named.scale, PointScale)  # the indicators of a pool share one base
    base = base_of(engagement, sheets_of(engagement, named) if pool else (sheet,))
    minimum = NIL if named.minimum is None else named.minimum.amount
    return tuple(
        Charge(sheet.indicator.id, cause, base, amount, minimum, parts)
        for cause, amount, parts in _amounts(engagement, sheet.indicator, result, named, base)
        if amount.value
    )


def _amounts(
    engagement: Engagement, indicator: Indicator, result: Result, named: NamedScale, base: Base
) -> Iterator[tuple[str, ComputedAmount, tuple[Part, ...]]]:
    rounding, parts = engagement.sla.terms.rounding, by_fee(engagement, base)
    match named.scale:
        case PerIncidentScale() as scale:
            by_cause = sorted(result.late, key=lambda late: late.cause)
            for cause, group in groupby(by_cause, key=lambda late: late.cause):
                late = [(one.service, fresh) for one in group if (fresh := _fresh(one, scale))]
                amount = incident_credit(scale, [fresh for _, fresh in late], rounding)
                yield cause, amount, _by_incident(scale, capped_bases(engagement, base), late)
        case PointScale() as scale:
            missed = result.status is Compliance.MISSED
            amount = point_credit(scale, base.fee, (indicator.id,), rounding) if missed else NOTHING
            yield result.cause, amount, parts
        case StepScale() | LinearScale() as scale:
            measured = result.value
            amount = indicator_credit(indicator, scale, base.fee, measured, rounding, result.status)
            yield result.cause, amount, parts
        case _:
            assert_never(named.scale)


def _by_incident(
    scale: PerIncidentScale, bases: Iterable[Base], late: Sequence[tuple[str, int]]
) -> tuple[Part, ...]:
    """Each base with what the late minutes of its own services cost."""
    return tuple(
        Part(
            base, incident_credit(scale, [minutes for one, minutes in late if one in base.services]).unrounded
        )
        for base in bases
    )


def _fresh(late: Late, scale: PerIncidentScale) -> int:
    """Late minutes that no earlier period billed; a started hour that was billed covers its end."""
    if scale.counting is Counting.PRO_RATA:
        return late.minutes - late.before
    billed = units_of(Decimal(late.before), Decimal(scale.step_minutes), scale.counting) * scale.step_minutes
    return max(0, late.minutes - int(billed))
