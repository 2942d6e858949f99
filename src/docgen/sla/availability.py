"""Availability of a service in a period: the minutes, three ways of exclusion, the allowed downtime.

T is the minutes of the period inside the service window; P those of announced planned maintenance and X those
of excluded causes, both inside the window; D the downtime of all causes; Du that outside P and X. Percentages
are exact; rounding belongs to the indicator (`rates.compliance_of`).
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from docgen.model.sla import Exclusion, Indicator, WeekWindow
from docgen.sla.calendar import open_intervals
from docgen.sla.intervals import Interval, clip, subtract, total
from docgen.sla.rates import HUNDRED, Compliance, compliance_of, least_met, percentage

NIL = Decimal(0)
_LITTLE = Decimal("0.000001")  # minutes: a bound that itself misses the target


class ServiceTime(NamedTuple):
    """Minutes of a service in a period: T, P, X (disjoint from P), Du, and D - Du."""

    window: int
    planned: int
    excluded: int
    downtime: int
    excused: int = 0


def measure(
    window: WeekWindow,
    period: Interval,
    outages: Iterable[Interval],
    planned: Iterable[Interval] = (),
    excluded: Iterable[Interval] = (),
) -> ServiceTime:
    """Measure the minutes of a period from its events.

    Events are merged (two outages at once count once) and clipped to the window and the period. An outage
    that runs past the announced end of maintenance is downtime from that end.
    """
    opening = tuple(open_intervals(window, period))
    maintenance = clip(planned, opening)
    causes = subtract(clip(excluded, opening), maintenance)
    down = clip(outages, opening)
    excused = total(clip(down, (*maintenance, *causes)))
    return ServiceTime(total(opening), total(maintenance), total(causes), total(down) - excused, excused)


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


def deciding_downtime(minutes: int, indicator: Indicator) -> Decimal:
    """The most downtime, in minutes, with which an availability still meets its target as the contract compares them.

    It is AST x (1 - target), or more where a rounded value is compared: 99.895 % then meets 99.9 %.
    """
    bound = least_met(indicator.target, indicator.rounding, indicator.compared)
    allowed = allowed_downtime(minutes, bound)
    return allowed if compliance_of(indicator, bound) is Compliance.MET else max(NIL, allowed - _LITTLE)


def allowed_downtime(minutes: int, target: Decimal) -> Decimal:
    """Minutes of downtime that a target in percent allows in the agreed service time: AST x (1 - target)."""
    return minutes * (HUNDRED - target) / HUNDRED
