"""The measures of one month: incidents, interruptions, maintenance and measured series.

Instants are aware datetimes. Each value keeps its place in the file, so that a fault found late still has one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from docgen.model.sla import ExcludedCause
from docgen.text.quantities import Month
from docgen.text.source import Span

NOWHERE = Span("")


class Suspension(StrEnum):
    """The cases in which the clock of a ticket may stop."""

    CLIENT = "client"
    ACCESS = "access"
    POSTPONED = "postponed"


class Withdrawn(StrEnum):
    """Why a record does not count under any sheet: the same ticket as another, one opened by mistake, or a failure of
    what the scope leaves out (an operator's line of the client)."""

    DUPLICATE = "duplicate"
    MISTAKE = "mistake"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Pause:
    """A time during which a ticket was suspended; without a `case` it counts in the delay."""

    start: datetime
    end: datetime
    case: Suspension | None = None


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """One ticket; None is not yet. `cause` names the event that it has in common with others.

    `excluded` is the cause for which it does not count, and `reason` is the justification.
    """

    id: str
    service: str
    priority: str
    opened: datetime
    acknowledged: datetime | None = None
    restored: datetime | None = None
    closed: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    excluded: ExcludedCause | Withdrawn | None = None
    reason: str = ""
    cause: str = ""
    span: Span = NOWHERE
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def at(self, name: str) -> Span:
        """The place of one of its values, or of the whole."""
        return self.places.get(name, self.span)


@dataclass(frozen=True, slots=True)
class Interruption:
    """A time during which a service could not be used; `excluded`, `reason` and `cause` as for a ticket."""

    service: str
    start: datetime
    end: datetime
    excluded: ExcludedCause | Withdrawn | None = None
    reason: str = ""
    cause: str = ""
    span: Span = NOWHERE
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def at(self, name: str) -> Span:
        """The place of one of its values, or of the whole."""
        return self.places.get(name, self.span)


@dataclass(frozen=True, slots=True)
class MaintenanceRecord:
    """A maintenance as it took place, from `start` to `end`, announced for `until` (None: until `end`).

    `announced` is when the client was notified, None when it was not.
    """

    services: tuple[str, ...]
    start: datetime
    end: datetime
    announced: datetime | None = None
    until: datetime | None = None
    reason: str = ""
    span: Span = NOWHERE
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def at(self, name: str) -> Span:
        """The place of one of its values, or of the whole."""
        return self.places.get(name, self.span)


@dataclass(frozen=True, slots=True)
class Series:
    """The measure of one indicator over its whole period.

    A rate is `number` events of `total`; an average, a `value` of `total` answers; a count, a `value`; a percentile,
    the `values`. `unmeasured` is true if the provider gave no usable measure: the indicator is missed, and `value`
    is the one that the contract then takes.
    """

    indicator: str
    number: int | None = None
    total: int | None = None
    value: Decimal | None = None
    values: tuple[Decimal, ...] = ()
    unmeasured: bool = False
    cause: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Carried:
    """The state that earlier months leave to the first one measured here.

    `applied` is the money due since the contract year began, `lately` that of the last twelve months; `missed` counts
    the consecutive missed periods of indicators, `capped` the consecutive months in which the monthly cap was reached.
    """

    applied: Decimal = Decimal(0)
    lately: Decimal = Decimal(0)
    missed: Mapping[str, int] = field(default_factory=dict)
    capped: int = 0


NOTHING_CARRIED = Carried()


@dataclass(frozen=True, slots=True)
class Measures:
    """One month of measures; `termination_notice` is the day on which a termination was notified in it."""

    period: Month
    incidents: tuple[IncidentRecord, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    maintenance: tuple[MaintenanceRecord, ...] = ()
    series: tuple[Series, ...] = ()
    carried: Carried = NOTHING_CARRIED
    termination_notice: date | None = None
    path: str = ""
    span: Span = NOWHERE

    def of(self, indicator: str) -> Series | None:
        """The series of an indicator."""
        return next((series for series in self.series if series.indicator == indicator), None)
