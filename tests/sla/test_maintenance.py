"""Planned maintenance and what counts as downtime; the windows of the engagement are Sundays from 0 to 6 h."""

from datetime import datetime

import pytest

from docgen.model.measures import MaintenanceRecord
from docgen.model.sla import Period
from docgen.sla.calendar import period_of
from docgen.sla.maintenance import Refusal, admitted
from docgen.sla.statement import statements

from .deal import at, deal, month

SEPTEMBER = period_of(Period.MONTH, at(9, 1).date(), "Europe/Paris")
EARLY = at(9, 4, 12)


def work(
    start: datetime, end: datetime, announced: datetime | None = EARLY, **changes: datetime
) -> MaintenanceRecord:
    return MaintenanceRecord(("hosting",), start, end, announced, **changes)


def parts(*records: MaintenanceRecord) -> list[tuple[int, Refusal | None]]:
    return [(one.minutes, one.refusal) for one in admitted(records, deal(), SEPTEMBER)]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (work(at(9, 12, 1), at(9, 12, 4)), [(180, None)]),
        (work(at(9, 12, 1), at(9, 12, 4), None), [(180, Refusal.UNANNOUNCED)]),
        (work(at(9, 12, 1), at(9, 12, 4), at(9, 5, 23, 59)), [(180, None)]),  # 5 + 7 days: the 12th
        (work(at(9, 12, 1), at(9, 12, 4), at(9, 6)), [(180, Refusal.SHORT_NOTICE)]),
        (work(at(9, 12, 4), at(9, 12, 7)), [(120, None), (60, Refusal.OUTSIDE)]),
        (work(at(9, 13, 1), at(9, 13, 2)), [(60, Refusal.OUTSIDE)]),  # a Monday
        (work(at(9, 12, 1), at(9, 12, 4), until=at(9, 12, 3)), [(120, None), (60, Refusal.OVERRUN)]),
    ],
)
def test_what_is_planned(record: MaintenanceRecord, expected: list[tuple[int, Refusal | None]]) -> None:
    assert parts(record) == expected


def test_the_monthly_limit_is_used_in_the_order_of_the_maintenances() -> None:
    second, first = work(at(9, 19, 1), at(9, 19, 4)), work(at(9, 12, 1), at(9, 12, 5))
    assert parts(second, first) == [(240, None), (120, None), (60, Refusal.OVER_LIMIT)]


def test_planned_time_leaves_the_base_and_the_rest_is_downtime() -> None:
    record = work(at(9, 12, 1), at(9, 12, 4), until=at(9, 12, 3))
    time = statements(deal(), (month(9, maintenance=(record,)),))[0].lines[0].result.time
    assert time is not None
    assert (time.planned, time.downtime, time.window) == (120, 60, 43200)
