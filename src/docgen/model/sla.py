"""Service levels as an engagement states them: windows, indicators, priorities and penalties.

Units, everywhere in this module: a percentage is a Decimal in points of a hundred (99.9 is 99.9 %), an amount
of money is a Decimal in the currency of the contract without VAT, a length of time is an int of minutes.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from docgen.text.quantities import TimeSpan

Spans: TypeAlias = tuple[TimeSpan, ...]
"""Opening hours of one day, in order and without overlap; a lunch break makes two spans."""

HolidayCalendar: TypeAlias = str
"""ISO 3166 code whose public holidays close a window: `FR`, `FR-57` (Moselle), `BE`; `''` for none."""


class RoundingMode(StrEnum):
    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    DOWN = "down"
    UP = "up"


class Compared(StrEnum):
    """Which value is held against the target: the one that reports print, or the exact one."""

    ROUNDED = "rounded"
    UNROUNDED = "unrounded"


class Direction(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class IndicatorUnit(StrEnum):
    PERCENT = "percent"
    MINUTES = "minutes"
    COUNT = "count"


class Period(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months of the calendar it has."""
        return {"month": 1, "quarter": 3, "year": 12}[self.value]


class Measure(StrEnum):
    """How the value of an indicator is computed."""

    AVAILABILITY = "availability"
    ON_TIME_RATE = "on_time_rate"
    RATE = "rate"
    PERCENTILE = "percentile"
    AVERAGE = "average"
    COUNT = "count"

    @property
    def from_events(self) -> bool:
        """True when it is computed from incidents and interruptions; the others are given as series."""
        return self in (Measure.AVAILABILITY, Measure.ON_TIME_RATE)


class Promise(StrEnum):
    """The clocks of a ticket: guaranteed time to respond (GTI), guaranteed time to restore (GTR)."""

    GTI = "gti"
    GTR = "gtr"


class ExcludedCause(StrEnum):
    """The causes for which a time or a ticket may not count."""

    PLANNED_MAINTENANCE = "planned_maintenance"
    CLIENT = "client"
    FORCE_MAJEURE = "force_majeure"
    THIRD_PARTY = "third_party"


class Exclusion(StrEnum):
    """Where planned and excluded time is taken off: time base and downtime, downtime only, nowhere."""

    BOTH = "both"
    DOWNTIME = "downtime"
    NONE = "none"


class Counting(StrEnum):
    PRO_RATA = "pro-rata"
    STARTED = "started"


class Cumulation(StrEnum):
    """The amount due when one cause breaks several indicators: the highest one, or their sum."""

    MAX = "max"
    SUM = "sum"


class PenaltyBase(StrEnum):
    SERVICE_MONTHLY_FEE = "service-monthly-fee"
    TOTAL_MONTHLY_FEE = "total-monthly-fee"


class CapScope(StrEnum):
    """What a monthly cap limits: the penalties of each base, or those of each service."""

    BASE = "base"
    SERVICE = "service"


class SmallSample(StrEnum):
    """Whose failures the count rule of a small sample may excuse: all, or all but those of the first priority."""

    ALL = "all"
    ALL_BUT_FIRST = "all_but_first"


class SettlementTreatment(StrEnum):
    """A penalty outside the base of VAT, or a reduction of the price."""

    PENALTY_OUTSIDE_VAT = "penalty-outside-vat"
    PRICE_REDUCTION = "price-reduction"


class EarnBackShare(StrEnum):
    """All when every following month complies, or one part for each month that does."""

    FULL = "full"
    PARTIAL = "partial"


class DayKind(StrEnum):
    """Every day; Monday to Friday but holidays; Monday to Saturday but holidays."""

    CALENDAR = "calendar"
    BUSINESS = "business"
    WORKING = "working"


def ordered(spans: Spans) -> bool:
    """Tell whether the spans of a day are non-empty, in order, disjoint and within the day."""
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), 24 * 60]
    return edges == sorted(edges) and all(span.start < span.end for span in spans)


@dataclass(frozen=True, slots=True)
class Rounding:
    """Decimals after the point and the rounding of a half."""

    decimals: int = 2
    mode: RoundingMode = RoundingMode.HALF_UP


CENT = Rounding()


@dataclass(frozen=True, slots=True)
class WeekWindow:
    """A service window: when the clock of a service runs, in the wall time of `zone`.

    `days` holds seven `Spans`, Monday first. The window is closed on the holidays of `holidays` but those in
    `worked` (the day of solidarity, say), and on its `closed` days. `always` is 24x7: `days`, holidays and
    closed days count for nothing. Raises ValueError for a week that is malformed or never opens.
    """

    id: str
    name: str
    days: tuple[Spans, ...] = ()
    zone: str = "Europe/Paris"
    holidays: HolidayCalendar = "FR"
    closed: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    always: bool = False

    def __post_init__(self) -> None:
        if not self.always and (
            len(self.days) != 7 or not any(self.days) or not all(map(ordered, self.days))
        ):
            raise ValueError(f"window {self.id!r} needs seven days of ordered spans, one of them open")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured promise. `target` is in `unit`; `min_sample` is the number of events under which the count
    rule
    replaces the rate; `probe_minutes` is the interval of the probe of an availability."""

    id: str
    title: str
    services: tuple[str, ...]
    direction: Direction
    unit: IndicatorUnit
    target: Decimal
    period: Period = Period.MONTH
    window: str = ""
    exclusion: Exclusion = Exclusion.BOTH
    source: str = ""
    probe_minutes: int | None = None
    min_sample: int = 1
    rounding: Rounding = CENT
    compared: Compared = Compared.UNROUNDED
    scale: str | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Values between two boundaries (None: without end) and the percentage of the fee that they cost.

    A boundary belongs to the better of its two bands: [lower, upper) when higher is better, (lower, upper]
    when lower is, so that a value exactly on target is never penalised.
    """

    lower: Decimal | None
    upper: Decimal | None
    rate: Decimal


@dataclass(frozen=True, slots=True)
class StepScale:
    """A percentage of the fee by band; the bands cover every value once."""

    id: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class LinearScale:
    """`rate` percent of the fee for each `step` of shortfall (in the unit of the indicator)."""

    id: str
    step: Decimal
    rate: Decimal
    counting: Counting = Counting.PRO_RATA


@dataclass(frozen=True, slots=True)
class PerIncidentScale:
    """`amount` of money for each `step_minutes` by which one incident is late."""

    id: str
    amount: Decimal
    step_minutes: int = 60
    counting: Counting = Counting.STARTED


@dataclass(frozen=True, slots=True)
class Weight:
    indicator: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class PointScale:
    """A pool at risk, `pool` percent of the fee, shared by the weights (points) of missed indicators."""

    id: str
    pool: Decimal
    weights: tuple[Weight, ...]


class ScaleKind(StrEnum):
    """The kinds of penalty scale as an engagement names them, one for each class of `PenaltyScale`."""

    STEPS = "steps"
    LINEAR = "linear"
    PER_INCIDENT = "per_incident"
    POINTS = "points"


PenaltyScale: TypeAlias = StepScale | LinearScale | PerIncidentScale | PointScale


@dataclass(frozen=True, slots=True)
class Caps:
    """Limits, in percent of the monthly fee of what `scope` names and of the yearly fees of all; None is no limit.

    Where `base` is the total of the fees, there is one cap a month, whatever the scope.
    """

    monthly: Decimal | None = None
    yearly: Decimal | None = None
    base: PenaltyBase = PenaltyBase.SERVICE_MONTHLY_FEE
    scope: CapScope = CapScope.BASE

    @property
    def by_service(self) -> bool:
        """True when each service has its own monthly cap."""
        return self.scope is CapScope.SERVICE and self.base is PenaltyBase.SERVICE_MONTHLY_FEE


@dataclass(frozen=True, slots=True)
class Repetition:
    """Multiplier of the first, second, … consecutive missed month; the last one holds from there on."""

    multipliers: tuple[Decimal, ...] = (Decimal(1),)


@dataclass(frozen=True, slots=True)
class EarnBack:
    """The penalty comes back when the next `months` periods comply.

    A period complies when the target is met; where `without_penalty`, when no penalty is incurred either: one by incident
    is, whatever the rate.
    """

    months: int
    share: EarnBackShare
    without_penalty: bool = False


@dataclass(frozen=True, slots=True)
class Bonus:
    """`rate` percent of the fee when the measure is at least as good as `threshold`."""

    threshold: Decimal
    rate: Decimal


@dataclass(frozen=True, slots=True)
class TerminationTrigger:
    """The monthly cap was reached in `consecutive` months in a row, or in `count` of the last `window`
    months.

    None leaves out that half of the trigger.
    """

    consecutive: int | None = None
    count: int | None = None
    window: int = 12


@dataclass(frozen=True, slots=True)
class Claim:
    """How many days after the report a credit may still be claimed or contested."""

    days: int
    kind: DayKind = DayKind.BUSINESS


@dataclass(frozen=True, slots=True)
class PenaltyTerms:
    """The terms for the credits of a month as a whole.

    `exempt_upto` is the total up to which nothing is due, `grace_months` the run-in months without penalty.
    """

    cumulation: Cumulation
    caps: Caps
    settlement: SettlementTreatment
    exclusive_remedy: bool
    repetition: Repetition = Repetition()
    earn_back: EarnBack | None = None
    bonus: Bonus | None = None
    exempt_upto: Decimal = Decimal(0)
    grace_months: int = 0
    claim: Claim | None = None
    termination: TerminationTrigger | None = None
    rounding: Rounding = CENT


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority of tickets; the order of a tuple of priorities is their rank, the most urgent first."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PriorityMatrix:
    """Priority ids by impact (rows, the widest first) and urgency (columns, the highest first)."""

    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ResponseTarget:
    """Times to respond (GTI) and restore (GTR) of a priority, in minutes of `window`; no GTR: best effort."""

    priority: str
    window: str
    gti_minutes: int
    gtr_minutes: int | None = None
