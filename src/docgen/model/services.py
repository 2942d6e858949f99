"""Services, and the service levels as the engagement states them."""

from dataclasses import dataclass
from decimal import Decimal

from docgen.model.sla import (
    ExcludedCause,
    Indicator,
    Measure,
    PenaltyScale,
    PenaltyTerms,
    Priority,
    PriorityMatrix,
    Promise,
    ResponseTarget,
    WeekWindow,
)
from docgen.text.quantities import Duration, Money, Percent, TimeSpan


@dataclass(frozen=True, slots=True)
class Component:
    """A link of the chain that carries a service: `needed` of `count` alike must work."""

    name: str
    availability: Percent
    count: int = 1
    needed: int = 1


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the catalogue."""

    id: str
    name: str
    description: str
    window: str
    monthly_fee: Money
    exit_deliverables: tuple[str, ...]
    critical: bool = False
    data_processing: bool = False
    users: int | None = None
    rto: Duration | None = None
    rpo: Duration | None = None
    backup_interval: Duration | None = None
    components: tuple[Component, ...] = ()
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MaintenanceWindow:
    """When planned maintenance may take place: `day` is 0 for Monday."""

    day: int
    hours: TimeSpan
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PriorityMeaning:
    """A priority with the words that define it."""

    priority: Priority
    meaning: str


@dataclass(frozen=True, slots=True)
class Response:
    """Targets of one priority in one window, with how often the client is informed."""

    target: ResponseTarget
    update: Duration
    workaround: bool


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """The printed fields of an indicator, beside the arithmetic model; no `priorities` means all.

    A late ticket of priority `unexcused` leaves the rate to decide, of however small a sample.
    """

    indicator: Indicator
    definition: str
    measure: Measure
    exclusions: tuple[ExcludedCause, ...] = ()
    priorities: tuple[str, ...] = ()
    clock: Promise | None = None
    percentile: Decimal | None = None
    obligation: str = ""
    unexcused: str = ""

    @property
    def unexcused_only(self) -> bool:
        """True when it looks at no ticket that a small sample may excuse."""
        return bool(self.unexcused) and self.priorities == (self.unexcused,)

    def looks_at(self, priority: str) -> bool:
        """True for a priority that the indicator names, and for any where it names none."""
        return not self.priorities or priority in self.priorities


@dataclass(frozen=True, slots=True)
class NamedScale:
    """A penalty scale with its name; `minimum` is the smallest credit that is paid."""

    name: str
    scale: PenaltyScale
    minimum: Money | None = None


@dataclass(frozen=True, slots=True)
class ServiceLevels:
    """The whole SLA of an engagement."""

    windows: tuple[WeekWindow, ...]
    on_call: frozenset[str]
    maintenance: tuple[MaintenanceWindow, ...]
    priorities: tuple[PriorityMeaning, ...]
    matrix: PriorityMatrix
    impacts: tuple[str, ...]
    urgencies: tuple[str, ...]
    responses: tuple[Response, ...]
    sheets: tuple[IndicatorSheet, ...]
    scales: tuple[NamedScale, ...]
    terms: PenaltyTerms

    def window(self, window_id: str) -> WeekWindow | None:
        """A window by id."""
        return next((window for window in self.windows if window.id == window_id), None)

    def scale(self, scale_id: str | None) -> NamedScale | None:
        """A scale by id."""
        return next((named for named in self.scales if named.scale.id == scale_id), None)
