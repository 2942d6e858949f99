"""Service levels: from the validated section of an engagement to the model that the arithmetic works on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, assert_never

from docgen.model.calendar import Weekday
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
    Compared,
    Counting,
    Cumulation,
    DayKind,
    Direction,
    EarnBack,
    EarnBackShare,
    ExcludedCause,
    Exclusion,
    Indicator,
    IndicatorUnit,
    LinearScale,
    Measure,
    PenaltyBase,
    PenaltyScale,
    PenaltyTerms,
    PerIncidentScale,
    Period,
    PointScale,
    Priority,
    PriorityMatrix,
    Promise,
    Repetition,
    ResponseTarget,
    Rounding,
    RoundingMode,
    ScaleKind,
    SettlementTreatment,
    StepScale,
    TerminationTrigger,
    WeekWindow,
    Weight,
    ordered,
)
from docgen.text.quantities import Duration, Unit

HOLIDAYS = {
    "FR": "FR",
    "FR-alsace-moselle": "FR-57",
    "FR-guadeloupe": "FR-971",
    "FR-martinique": "FR-972",
    "FR-guyane": "FR-973",
    "FR-la-reunion": "FR-974",
    "FR-mayotte": "FR-976",
    "none": "",
}
_UNITS = {
    "percent": IndicatorUnit.PERCENT,
    "minutes": IndicatorUnit.MINUTES,
    "count": IndicatorUnit.COUNT,
    "points": IndicatorUnit.COUNT,
}
_EXCLUSIONS = {"both": Exclusion.BOTH, "downtime": Exclusion.DOWNTIME, "none": Exclusion.NONE}
_ROUNDINGS = {"half_up": RoundingMode.HALF_UP, "half_even": RoundingMode.HALF_EVEN, "down": RoundingMode.DOWN}
_DAYS = {Unit.DAY: DayKind.CALENDAR, Unit.BUSINESS_DAY: DayKind.BUSINESS, Unit.WORKING_DAY: DayKind.WORKING}


def service_levels(values: Mapping[str, Any]) -> ServiceLevels:
    """The service levels of an engagement; a window with malformed hours is left out (DG4xx names it)."""
    sla = values["sla"]
    return ServiceLevels(
        windows=tuple(
            built
            for window in values["windows"]
            if (built := _window(window, values["calendar"])) is not None
        ),
        on_call=frozenset(window["id"] for window in values["windows"] if window.get("on_call")),
        maintenance=tuple(
            MaintenanceWindow(tuple(Weekday).index(item["day"]), item["hours"], tuple(item["services"]))
            for item in values["maintenance"]["windows"]
        ),
        priorities=tuple(
            PriorityMeaning(Priority(item["id"], item["name"]), item["meaning"]) for item in sla["priorities"]
        ),
        matrix=PriorityMatrix(tuple(tuple(row) for row in sla["matrix"]["cells"])),
        impacts=tuple(sla["matrix"]["impacts"]),
        urgencies=tuple(sla["matrix"]["urgencies"]),
        responses=tuple(_response(item) for item in sla["responses"]),
        sheets=tuple(_sheet(item, sla["credits"]) for item in sla["indicators"]),
        scales=tuple(NamedScale(item["name"], _scale(item), item.get("minimum")) for item in sla["scales"]),
        terms=_terms(sla),
    )


def _window(item: Mapping[str, Any], calendar: Mapping[str, Any]) -> WeekWindow | None:
    common = {
        "id": item["id"],
        "name": item["name"],
        "zone": calendar["timezone"],
        "holidays": HOLIDAYS[calendar["holidays"]] if item.get("holidays_closed", True) else "",
        "closed": tuple(calendar.get("closed") or ()),
    }
    if item.get("always"):
        return WeekWindow(**common, always=True)
    week = item.get("week") or {}
    days = tuple(tuple(week.get(day) or ()) for day in Weekday)
    if not any(days) or not all(map(ordered, days)):
        return None
    return WeekWindow(**common, days=days)


def _response(item: Mapping[str, Any]) -> Response:
    target = ResponseTarget(item["priority"], item["window"], item["gti"].minutes, item["gtr"].minutes)
    return Response(target, item["update"], item["workaround"])


def _sheet(item: Mapping[str, Any], credits: Mapping[str, Any]) -> IndicatorSheet:
    probe = item.get("probe")
    indicator = Indicator(
        id=item["id"],
        title=item["name"],
        services=tuple(item["services"]),
        direction=Direction(item["direction"]),
        unit=_UNITS[item["unit"]],
        target=Decimal(item["target"]),
        period=Period(item["period"]),
        window=item["window"],
        exclusion=_EXCLUSIONS[item.get("exclusion") or "none"],
        source=item["source"],
        probe_minutes=None if probe is None else probe.minutes,
        min_sample=item.get("min_sample") or 1,
        rounding=Rounding(item["decimals"], _ROUNDINGS[credits["rounding"]]),
        compared=Compared(item["compare"]),
        scale=item.get("scale"),
    )
    percentile = item.get("percentile")
    return IndicatorSheet(
        indicator=indicator,
        definition=item["definition"],
        measure=Measure(item["measure"]),
        exclusions=tuple(map(ExcludedCause, item.get("exclusions") or ())),
        priorities=tuple(item.get("priorities") or ()),
        clock=Promise(item["clock"]) if item.get("clock") else None,
        percentile=None if percentile is None else Decimal(percentile),
        obligation=item.get("obligation") or "",
    )


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _scale(item: Mapping[str, Any]) -> PenaltyScale:
    counting = Counting.STARTED if item.get("started") else Counting.PRO_RATA
    rate = item["rate"].points if item.get("rate") is not None else Decimal(0)
    kind = ScaleKind(item["kind"])
    match kind:
        case ScaleKind.STEPS:
            bands = tuple(
                Band(_number(band.get("from")), _number(band.get("to")), band["rate"].points)
                for band in item.get("bands") or ()
            )
            return StepScale(item["id"], bands)
        case ScaleKind.LINEAR:
            return LinearScale(item["id"], Decimal(item.get("step") or 1), rate, counting)
        case ScaleKind.PER_INCIDENT:
            amount = item["amount"].amount if item.get("amount") is not None else Decimal(0)
            return PerIncidentScale(item["id"], amount, 60, counting)
        case ScaleKind.POINTS:
            weights = (item.get("weights") or {}).items()
            return PointScale(
                item["id"], rate, tuple(Weight(one, Decimal(points)) for one, points in weights)
            )
        case _:
            assert_never(kind)


def _claim(delay: Duration) -> Claim:
    if delay.unit is Unit.WEEK:
        return Claim(delay.amount * 7, DayKind.CALENDAR)
    return Claim(delay.amount, _DAYS[delay.unit])


def _earn_back(item: Mapping[str, Any]) -> EarnBack | None:
    shares = {"all_or_nothing": EarnBackShare.FULL, "per_month": EarnBackShare.PARTIAL}
    share = shares.get(item["mode"])
    return None if share is None else EarnBack(item.get("months") or 3, share)


def _terms(sla: Mapping[str, Any]) -> PenaltyTerms:
    credits, bonus, stop = sla["credits"], sla.get("bonus"), sla["termination"]
    base = {
        "service_monthly_fee": PenaltyBase.SERVICE_MONTHLY_FEE,
        "total_monthly_fee": PenaltyBase.TOTAL_MONTHLY_FEE,
    }[credits["base"]]
    settlement = {
        "credit_note": SettlementTreatment.PRICE_REDUCTION,
        "penalty_invoice": SettlementTreatment.PENALTY_OUTSIDE_VAT,
    }
    return PenaltyTerms(
        cumulation=Cumulation(credits["cumulation"]),
        caps=Caps(credits["monthly_cap"].points, credits["yearly_cap"].points, base),
        settlement=settlement[credits["settlement"]],
        exclusive_remedy=credits["exclusive_remedy"],
        repetition=Repetition(tuple(Decimal(multiplier) for multiplier in credits["repetition"])),
        earn_back=_earn_back(sla["earn_back"]),
        bonus=None if bonus is None else Bonus(bonus["threshold"].points, bonus["rate"].points),
        grace_months=credits["grace"].months,
        claim=_claim(credits["claim"]),
        termination=TerminationTrigger(stop["consecutive"], stop["count"], stop["within"].months),
        rounding=Rounding(credits["decimals"], _ROUNDINGS[credits["rounding"]]),
    )
