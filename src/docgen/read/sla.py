"""Service levels: from the sections of an engagement, as stated, to the model that the arithmetic works on."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from docgen.model.calendar import Calendar, Holidays, Maintenance, ServiceWindow, Week, Weekday
from docgen.model.services import (
    IndicatorSheet,
    MaintenanceWindow,
    NamedScale,
    PriorityMeaning,
    Response,
    ServiceLevels,
)
from docgen.model.sla import (
    Band,
    Bonus,
    Caps,
    Claim,
    Counting,
    DayKind,
    EarnBack,
    EarnBackShare,
    Indicator,
    IndicatorUnit,
    LinearScale,
    Measure,
    PenaltyBase,
    PenaltyScale,
    PenaltyTerms,
    PerIncidentScale,
    PointScale,
    Priority,
    PriorityMatrix,
    Repetition,
    ResponseTarget,
    Rounding,
    RoundingMode,
    ScaleKind,
    SettlementTreatment,
    SmallSample,
    StepScale,
    TerminationTrigger,
    WeekWindow,
    Weight,
    ordered,
)
from docgen.model.sla_terms import (
    CreditBase,
    CreditSettlement,
    EarnBackMode,
    EarnBackTerms,
    SlaTerms,
    StatedIndicator,
    StatedResponse,
    StatedRounding,
    StatedScale,
    StatedUnit,
)
from docgen.text.quantities import Duration, Unit

_HOLIDAYS = {
    Holidays.FR: "FR",
    Holidays.FR_ALSACE_MOSELLE: "FR-57",
    Holidays.FR_GUADELOUPE: "FR-971",
    Holidays.FR_MARTINIQUE: "FR-972",
    Holidays.FR_GUYANE: "FR-973",
    Holidays.FR_LA_REUNION: "FR-974",
    Holidays.FR_MAYOTTE: "FR-976",
    Holidays.NONE: "",
}
_UNITS = {
    StatedUnit.PERCENT: IndicatorUnit.PERCENT,
    StatedUnit.MINUTES: IndicatorUnit.MINUTES,
    StatedUnit.COUNT: IndicatorUnit.COUNT,
    StatedUnit.POINTS: IndicatorUnit.COUNT,
}
_ROUNDINGS = {
    StatedRounding.HALF_UP: RoundingMode.HALF_UP,
    StatedRounding.HALF_EVEN: RoundingMode.HALF_EVEN,
    StatedRounding.DOWN: RoundingMode.DOWN,
}
_BASES = {
    CreditBase.SERVICE_MONTHLY_FEE: PenaltyBase.SERVICE_MONTHLY_FEE,
    CreditBase.TOTAL_MONTHLY_FEE: PenaltyBase.TOTAL_MONTHLY_FEE,
}
_SETTLEMENTS = {
    CreditSettlement.CREDIT_NOTE: SettlementTreatment.PRICE_REDUCTION,
    CreditSettlement.PENALTY_INVOICE: SettlementTreatment.PENALTY_OUTSIDE_VAT,
}
_SHARES = {
    EarnBackMode.NONE: None,
    EarnBackMode.ALL_OR_NOTHING: EarnBackShare.FULL,
    EarnBackMode.PER_MONTH: EarnBackShare.PARTIAL,
}
_DAYS = {Unit.DAY: DayKind.CALENDAR, Unit.BUSINESS_DAY: DayKind.BUSINESS, Unit.WORKING_DAY: DayKind.WORKING}


def service_levels(
    terms: SlaTerms, calendar: Calendar, windows: Sequence[ServiceWindow], maintenance: Maintenance
) -> ServiceLevels:
    """The service levels of an engagement; a window with malformed hours is left out (DG4xx names it)."""
    return ServiceLevels(
        windows=tuple(built for window in windows if (built := _window(window, calendar)) is not None),
        on_call=frozenset(window.id for window in windows if window.on_call),
        maintenance=tuple(
            MaintenanceWindow(tuple(Weekday).index(slot.day), slot.hours, slot.services)
            for slot in maintenance.windows
        ),
        priorities=tuple(
            PriorityMeaning(Priority(one.id, one.name), one.meaning) for one in terms.priorities
        ),
        matrix=PriorityMatrix(terms.matrix.cells),
        impacts=terms.matrix.impacts,
        urgencies=terms.matrix.urgencies,
        responses=tuple(map(_response, terms.responses)),
        sheets=tuple(_sheet(one, terms) for one in terms.indicators),
        scales=tuple(NamedScale(one.name, _scale(one), one.minimum) for one in terms.scales),
        terms=_terms(terms),
    )


def _window(stated: ServiceWindow, calendar: Calendar) -> WeekWindow | None:
    window = WeekWindow(
        id=stated.id,
        name=stated.name,
        zone=calendar.timezone,
        holidays=_HOLIDAYS[calendar.holidays] if stated.holidays_closed else "",
        closed=calendar.closed,
        always=True,
    )
    if stated.always:
        return window
    days = tuple((stated.week or Week()).hours.values())
    return replace(window, days=days, always=False) if any(days) and all(map(ordered, days)) else None


def _response(stated: StatedResponse) -> Response:
    target = ResponseTarget(stated.priority, stated.window, stated.gti.minutes, stated.gtr.minutes)
    return Response(target, stated.update, stated.workaround)


def _sheet(stated: StatedIndicator, terms: SlaTerms) -> IndicatorSheet:
    indicator = Indicator(
        id=stated.id,
        title=stated.name,
        services=stated.services,
        direction=stated.direction,
        unit=_UNITS[stated.unit],
        target=stated.target,
        period=stated.period,
        window=stated.window,
        exclusion=stated.exclusion,
        source=stated.source,
        probe_minutes=None if stated.probe is None else stated.probe.minutes,
        min_sample=stated.min_sample or 1,
        rounding=Rounding(stated.decimals, _ROUNDINGS[terms.credits.rounding]),
        compared=stated.compare,
        scale=stated.scale or None,
    )
    sheet = IndicatorSheet(
        indicator=indicator,
        definition=stated.definition,
        measure=stated.measure,
        exclusions=stated.exclusions,
        priorities=stated.priorities,
        clock=stated.clock,
        percentile=stated.percentile,
        obligation=stated.obligation,
    )
    first = terms.priorities[0].id if terms.priorities else ""
    timed = stated.measure is Measure.ON_TIME_RATE and sheet.looks_at(first)
    return (
        replace(sheet, unexcused=first)
        if timed and terms.small_sample is SmallSample.ALL_BUT_FIRST
        else sheet
    )


def _scale(stated: StatedScale) -> PenaltyScale:
    counting = Counting.STARTED if stated.started else Counting.PRO_RATA
    rate = stated.rate.points if stated.rate is not None else Decimal(0)
    match stated.kind:
        case ScaleKind.STEPS:
            bands = tuple(Band(band.from_, band.to, band.rate.points) for band in stated.bands)
            return StepScale(stated.id, bands)
        case ScaleKind.LINEAR:
            return LinearScale(stated.id, stated.step or Decimal(1), rate, counting)
        case ScaleKind.PER_INCIDENT:
            amount = stated.amount.amount if stated.amount is not None else Decimal(0)
            return PerIncidentScale(stated.id, amount, 60, counting)
        case ScaleKind.POINTS:
            weights = (stated.weights or {}).items()
            return PointScale(stated.id, rate, tuple(Weight(one, points) for one, points in weights))
        case _:
            assert_never(stated.kind)


def _claim(delay: Duration) -> Claim:
    if delay.unit is Unit.WEEK:
        return Claim(delay.amount * 7, DayKind.CALENDAR)
    return Claim(delay.amount, _DAYS[delay.unit])


def _earn_back(stated: EarnBackTerms) -> EarnBack | None:
    share = _SHARES[stated.mode]
    return None if share is None else EarnBack(stated.months or 3, share, stated.without_penalty)


def _terms(terms: SlaTerms) -> PenaltyTerms:
    credits, bonus, stop = terms.credits, terms.bonus, terms.termination
    return PenaltyTerms(
        cumulation=credits.cumulation,
        caps=Caps(
            credits.monthly_cap.points, credits.yearly_cap.points, _BASES[credits.base], credits.cap_per
        ),
        settlement=_SETTLEMENTS[credits.settlement],
        exclusive_remedy=credits.exclusive_remedy,
        repetition=Repetition(credits.repetition),
        earn_back=_earn_back(terms.earn_back),
        bonus=None if bonus is None else Bonus(bonus.threshold.points, bonus.rate.points),
        grace_months=credits.grace.months,
        claim=_claim(credits.claim),
        termination=TerminationTrigger(stop.consecutive, stop.count, stop.within.months),
        rounding=Rounding(credits.decimals, _ROUNDINGS[credits.rounding]),
    )
