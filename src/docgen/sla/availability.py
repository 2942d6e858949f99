"""Availability of a service in a period: three ways of exclusion, degraded service, weights, allowed
downtime.

T is the minutes of the period inside the service window; P those of announced planned maintenance and X those
of excluded causes, both inside the window; D the downtime of all causes; Du that outside P and X. Percentages
are exact; rounding belongs to the indicator (`rates.judge`).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.model.sla import Exclusion, WeekWindow
from docgen.sla.calendar import open_intervals
from docgen.sla.intervals import Interval, clip, subtract, total
from docgen.sla.rates import HUNDRED, percentage


class ServiceTime(NamedTuple):
    """Minutes of a service in a period: T, P, X (disjoint from P), Du, and D - Du.

    Downtime is a Decimal because degraded minutes count in part.
    """

    window: int
    planned: int
    excluded: int
    downtime: Decimal
    excused: Decimal = Decimal(0)


class Degraded(NamedTuple):
    """Degraded service, each minute of which counts as `coefficient` (0 to 1) of a minute of downtime."""

    interval: Interval
    coefficient: Decimal


def measure(
    window: WeekWindow,
    period: Interval,
    outages: Iterable[Interval],
    planned: Iterable[Interval] = (),
    excluded: Iterable[Interval] = (),
    degraded: Sequence[Degraded] = (),
) -> ServiceTime:
    """Measure the minutes of a period from its events.

    Events are merged (two outages at once count once) and clipped to the window and the period. An outage
    that runs past the announced end of maintenance is downtime from that end. Where degraded periods overlap,
    the higher coefficient holds; during an outage, the outage.
    """
    opening = tuple(open_intervals(window, period))
    maintenance = clip(planned, opening)
    causes = subtract(clip(excluded, opening), maintenance)
    left_out = (*maintenance, *causes)
    down, excused = Decimal(0), Decimal(0)
    counted: tuple[Interval, ...] = ()
    full = [Degraded(outage, Decimal(1)) for outage in outages]
    for interval, coefficient in sorted((*full, *degraded), key=lambda one: -one.coefficient):
        fresh = subtract(clip((interval,), opening), counted)
        inside = total(clip(fresh, left_out))
        excused += coefficient * inside
        down += coefficient * (total(fresh) - inside)
        counted = (*counted, *fresh)
    return ServiceTime(total(opening), total(maintenance), total(causes), down, excused)


def agreed_minutes(time: ServiceTime, exclusion: Exclusion) -> int:
    """Agreed service time: T, or T - P - X when planned and excluded time leave the time base (method E)."""
    return time.window - (time.planned + time.excluded if exclusion is Exclusion.BOTH else 0)


def availability(time: ServiceTime, exclusion: Exclusion) -> Decimal | None:
    """Availability in percent, unrounded; None when the agreed service time is nil.

    N: (T - D) / T. E: (AST - Du) / AST with AST = T - P - X. D: (T - Du) / T.
    """
    base = agreed_minutes(time, exclusion)
    downtime = time.downtime + (time.excused if exclusion is Exclusion.NONE else 0)
    return percentage(base - downtime, base)


def exclusions_weigh(time: ServiceTime) -> bool:
    """Tell whether excluded causes exceed 10 % of the window, so that a report must show N beside E."""
    return time.excluded * 10 > time.window


def equivalent_downtime(outage: int, degraded: Iterable[tuple[int, Decimal]]) -> Decimal:
    """Outage minutes plus degraded minutes, each times its coefficient (0 to 1)."""
    return outage + sum((minutes * coefficient for minutes, coefficient in degraded), Decimal(0))


def weighted_availability(parts: Iterable[tuple[Decimal | int, Decimal]]) -> Decimal | None:
    """sum(w x A) / sum(w), in percent, for pairs of a weight (users, sites, transactions) and an A."""
    pairs = tuple(parts)
    whole = sum((Decimal(weight) for weight, _ in pairs), Decimal(0))
    return sum((weight * value for weight, value in pairs), Decimal(0)) / whole if whole else None


def allowed_downtime(minutes: int, target: Decimal) -> Decimal:
    """Minutes of downtime that a target in percent allows in the agreed service time: AST x (1 - target)."""
    return minutes * (HUNDRED - target) / HUNDRED


def longest_probe_interval(allowed: Decimal) -> Decimal:
    """Longest probe interval, in minutes, that measures an allowed downtime well: a twentieth of it."""
    return allowed / 20
