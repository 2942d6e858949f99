"""Service levels as the file states them; `model/services.py` holds the values for the arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from docgen.model.sla import (
    CapScope,
    Compared,
    Cumulation,
    Direction,
    ExcludedCause,
    Exclusion,
    Measure,
    Period,
    Promise,
    ScaleKind,
    SmallSample,
)
from docgen.text.quantities import Duration, Money, Percent


class StatedUnit(StrEnum):
    """Units of a measure; points are counted like anything else."""

    PERCENT = "percent"
    MINUTES = "minutes"
    COUNT = "count"
    POINTS = "points"


class CreditBase(StrEnum):
    """Of which fee a credit is a part."""

    SERVICE_MONTHLY_FEE = "service_monthly_fee"
    TOTAL_MONTHLY_FEE = "total_monthly_fee"


class CreditSettlement(StrEnum):
    """How a credit is settled: it lowers the price, or the client invoices it outside VAT."""

    CREDIT_NOTE = "credit_note"
    PENALTY_INVOICE = "penalty_invoice"


class StatedRounding(StrEnum):
    """The rounding of a half."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


class EarnBackMode(StrEnum):
    """When a credit comes back: never, whole when every following month complies, in parts month by month."""

    NONE = "none"
    ALL_OR_NOTHING = "all_or_nothing"
    PER_MONTH = "per_month"


class StatedPriority(NamedTuple):
    """A priority of tickets, and when a ticket has it."""

    id: str
    name: str
    meaning: str


class StatedMatrix(NamedTuple):
    """The priority of each impact (rows, the worst first) and urgency (columns, the worst first)."""

    impacts: tuple[str, ...]
    urgencies: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


class StatedResponse(NamedTuple):
    """Times to respond (GTI) and restore (GTR) of a priority in a window."""

    priority: str
    window: str
    gti: Duration
    gtr: Duration
    update: Duration
    workaround: bool


class StatedIndicator(NamedTuple):
    """An indicator; the fields that its measure does not need are not stated."""

    id: str
    name: str
    services: tuple[str, ...]
    definition: str
    measure: Measure
    unit: StatedUnit
    direction: Direction
    target: Decimal
    period: Period
    window: str
    source: str
    decimals: int
    compare: Compared = Compared.UNROUNDED
    percentile: Decimal | None = None
    priorities: tuple[str, ...] = ()
    clock: Promise | None = None
    probe: Duration | None = None
    exclusion: Exclusion = Exclusion.NONE
    exclusions: tuple[ExcludedCause, ...] = ()
    min_sample: int | None = None
    scale: str = ""
    obligation: str = ""


class StatedBand(NamedTuple):
    """A band of a penalty scale."""

    rate: Percent
    from_: Decimal | None = None
    to: Decimal | None = None


class StatedScale(NamedTuple):
    """A penalty scale; the fields that its kind does not need are not stated."""

    id: str
    name: str
    kind: ScaleKind
    bands: tuple[StatedBand, ...] = ()
    rate: Percent | None = None
    step: Decimal | None = None
    started: bool = False
    amount: Money | None = None
    weights: Mapping[str, Decimal] | None = None
    minimum: Money | None = None


class CreditTerms(NamedTuple):
    """The terms common to all credits."""

    base: CreditBase
    monthly_cap: Percent
    yearly_cap: Percent
    repetition: tuple[Decimal, ...]
    cumulation: Cumulation
    settlement: CreditSettlement
    exclusive_remedy: bool
    contest: Duration
    claim: Duration
    grace: Duration
    decimals: int
    rounding: StatedRounding
    cap_per: CapScope = CapScope.BASE


class EarnBackTerms(NamedTuple):
    """When a penalty comes back."""

    mode: EarnBackMode
    months: int | None = None
    without_penalty: bool = False


class BonusTerms(NamedTuple):
    """The bonus due when every indicator exceeds its target."""

    rate: Percent
    threshold: Percent


@dataclass(frozen=True, slots=True)
class TerminationTerms:
    """Repeated failure that allows termination."""

    consecutive: int
    count: int
    within: Duration


class SlaTerms(NamedTuple):
    """The service levels as the file states them."""

    priorities: tuple[StatedPriority, ...]
    matrix: StatedMatrix
    responses: tuple[StatedResponse, ...]
    indicators: tuple[StatedIndicator, ...]
    scales: tuple[StatedScale, ...]
    credits: CreditTerms
    earn_back: EarnBackTerms
    termination: TerminationTerms
    review: Duration
    bonus: BonusTerms | None = None
    small_sample: SmallSample = SmallSample.ALL
