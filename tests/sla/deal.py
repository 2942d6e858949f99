"""A small engagement for statements: two services, two windows, a scale of each kind. Nothing is read from a file."""

from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from docgen.model.calendar import Calendar, Holidays, Maintenance
from docgen.model.deal import Contract
from docgen.model.engagement import Engagement
from docgen.model.measures import IncidentRecord, Interruption, Measures, Series
from docgen.model.payment import Price
from docgen.model.services import (
    IndicatorSheet,
    MaintenanceWindow,
    NamedScale,
    PriorityMeaning,
    Response,
    Service,
    ServiceLevels,
)
from docgen.model.sla import (
    Band,
    Caps,
    Counting,
    Cumulation,
    Direction,
    ExcludedCause,
    Indicator,
    IndicatorUnit,
    LinearScale,
    Measure,
    PenaltyTerms,
    PerIncidentScale,
    Period,
    PointScale,
    Priority,
    PriorityMatrix,
    Promise,
    Repetition,
    ResponseTarget,
    SettlementTreatment,
    StepScale,
    TerminationTrigger,
    WeekWindow,
    Weight,
)
from docgen.text.quantities import Duration, Money, Month, TimeSpan, Unit

ZONE = ZoneInfo("Europe/Paris")
ALWAYS = WeekWindow("24x7", "always", always=True)
OFFICE = WeekWindow("HO", "office", days=((TimeSpan(480, 1080),),) * 5 + ((),) * 2)

STEPS = StepScale(
    "steps",
    (
        Band(Decimal("99.9"), None, Decimal(0)),
        Band(Decimal("99.5"), Decimal("99.9"), Decimal(5)),
        Band(None, Decimal("99.5"), Decimal(10)),
    ),
)


def indicator(
    name: str, scale: str | None, target: str, service: str = "hosting", **changes: Any
) -> Indicator:
    window = changes.pop("window", "24x7")
    direction = changes.pop("direction", Direction.HIGHER)
    return Indicator(
        name,
        name,
        (service,),
        direction,
        IndicatorUnit.PERCENT,
        Decimal(target),
        window=window,
        scale=scale,
        **changes,
    )


SHEETS = (
    IndicatorSheet(
        indicator("uptime", "steps", "99.9"),
        "",
        Measure.AVAILABILITY,
        (ExcludedCause.PLANNED_MAINTENANCE, ExcludedCause.CLIENT),
    ),
    IndicatorSheet(
        indicator("restored", "hourly", "95", min_sample=20),
        "",
        Measure.ON_TIME_RATE,
        priorities=("P1",),
        clock=Promise.GTR,
    ),
    IndicatorSheet(indicator("solved", "slope", "70", "desk", window="HO", min_sample=50), "", Measure.RATE),
    IndicatorSheet(
        indicator("lost", "slope", "6", "desk", window="HO", direction=Direction.LOWER, min_sample=50),
        "",
        Measure.RATE,
    ),
    IndicatorSheet(indicator("patches", None, "95", min_sample=20), "", Measure.RATE),
    IndicatorSheet(
        indicator("mood", None, "4.2", "desk", window="HO", period=Period.QUARTER), "", Measure.AVERAGE
    ),
)
SCALES = (
    NamedScale("steps", STEPS),
    NamedScale("hourly", PerIncidentScale("hourly", Decimal(350))),
    NamedScale(
        "slope",
        LinearScale("slope", Decimal(1), Decimal(1), Counting.STARTED),
        Money(Decimal(50), "EUR"),
    ),
    NamedScale("points", PointScale("points", Decimal(6), (Weight("patches", Decimal(100)),))),
)
TERMS = PenaltyTerms(
    Cumulation.MAX,
    Caps(Decimal(15), Decimal(10)),
    SettlementTreatment.PRICE_REDUCTION,
    exclusive_remedy=False,
    repetition=Repetition((Decimal(1), Decimal("1.5"), Decimal(2))),
    grace_months=2,
    termination=TerminationTrigger(2, 3, 12),
)


def service(name: str, window: str, fee: int) -> Service:
    return Service(name, name, "", window, Money(Decimal(fee), "EUR"), ())


def deal(
    terms: PenaltyTerms = TERMS,
    sheets: tuple[IndicatorSheet, ...] = SHEETS,
    effective: date = date(2027, 1, 4),
) -> Engagement:
    """Fees of 40 000 and 20 000 euros; effect on 4 January 2027, service from 3 May; maintenance on Sundays 0-6 h."""
    levels = ServiceLevels(
        windows=(ALWAYS, OFFICE),
        on_call=frozenset(),
        maintenance=(MaintenanceWindow(6, TimeSpan(0, 360), ("hosting", "desk")),),
        priorities=(PriorityMeaning(Priority("P1", "one"), ""),),
        matrix=PriorityMatrix((("P1",),)),
        impacts=("all",),
        urgencies=("now",),
        responses=(Response(ResponseTarget("P1", "24x7", 15, 240), Duration(1, Unit.HOUR), True),),
        sheets=sheets,
        scales=SCALES,
        terms=terms,
    )
    unseen = {entry.name: None for entry in fields(Engagement) if entry.default is MISSING}
    stated: dict[str, Any] = {
        "id": "demo",
        "language": "fr",
        "title": "Demo",
        "contract": _part(Contract, effective=effective, service_start=date(2027, 5, 3)),
        "calendar": Calendar("Europe/Paris", Holidays.FR),
        "maintenance": _part(Maintenance, notice=Duration(7, Unit.DAY), monthly_limit=Duration(6, Unit.HOUR)),
        "price": _part(Price, currency="EUR"),
        "services": (service("hosting", "24x7", 40_000), service("desk", "HO", 20_000)),
        "sla": levels,
        "spans": {},
        "keys": {},
    }
    return Engagement(**{**unseen, **stated})


def _part(kind: Any, **stated: object) -> Any:
    """A section that states no more than what statements look at."""
    return kind(**{**dict.fromkeys(kind._fields), **stated})


def at(month: int, day: int, hour: int = 0, minute: int = 0, year: int = 2027) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


GOOD = (
    Series("solved", number=800, total=1000),
    Series("lost", number=40, total=1000),
    Series("patches", number=100, total=100),
    Series("mood", value=Decimal("4.5"), total=80),
)


def month(number: int, *series: Series, year: int = 2027, **changes: Any) -> Measures:
    """A month in which every series is good, but for those given."""
    given = {one.indicator: one for one in (*GOOD, *series)}
    if number % 3:
        del given["mood"]
    return Measures(Month(year, number), series=tuple(given.values()), **changes)


def outage(start: datetime, end: datetime, **changes: Any) -> Interruption:
    return Interruption("hosting", start, end, **changes)


def incident(name: str, opened: datetime, restored: datetime | None, **changes: Any) -> IncidentRecord:
    record = IncidentRecord(
        name, "hosting", "P1", opened, acknowledged=opened, restored=restored, closed=restored
    )
    return replace(record, **changes)
