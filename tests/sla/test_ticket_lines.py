"""The incidents of a month as a statement lists them."""

from dataclasses import replace

import pytest

from docgen.model.engagement import Engagement
from docgen.model.measures import IncidentRecord, Pause, Suspension, Withdrawn
from docgen.model.services import Response
from docgen.model.sla import ExcludedCause, ResponseTarget
from docgen.sla.statement import statements
from docgen.sla.ticket_lines import Apart, TicketLine, ticket_lines
from docgen.text.quantities import Duration, Unit

from .deal import SHEETS, at, deal, incident, month

CASE = next(iter(Suspension))


def lines(*incidents: IncidentRecord, engagement: Engagement | None = None) -> tuple[TicketLine, ...]:
    """The lines of September 2027; P1 is promised within 15 minutes and 4 hours at any time."""
    (statement,) = statements(engagement or deal(), (month(9, incidents=incidents),))
    return ticket_lines(statement.evidence)


def line(one: IncidentRecord, engagement: Engagement | None = None) -> TicketLine:
    (found,) = lines(one, engagement=engagement)
    return found


def test_incidents_stand_in_the_order_of_their_opening_then_of_their_names() -> None:
    later, first, second = (
        incident(name, at(9, day), at(9, day, 1)) for name, day in (("a", 3), ("b", 2), ("c", 2))
    )
    assert [one.incident.id for one in lines(later, second, first)] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("taken", "restored", "late"),
    [
        ((0, 15), (4, 0), False),
        ((0, 16), (4, 0), True),
        ((0, 15), (4, 1), True),
    ],
)
def test_an_incident_is_late_when_one_promise_is_not_kept(
    taken: tuple[int, int], restored: tuple[int, int], late: bool
) -> None:
    found = line(incident("a", at(9, 2), at(9, 2, *restored), acknowledged=at(9, 2, *taken)))
    assert (found.window, found.apart, found.late) == ("24x7", None, late)
    assert found.gti.timing is not None
    assert found.gtr.timing is not None
    assert found.gti.timing.elapsed == taken[0] * 60 + taken[1]
    assert found.gtr.timing.elapsed == restored[0] * 60 + restored[1]
    assert (found.suspended, found.unproved, found.refused) == (0, 0, False)


def test_one_promise_alone_makes_a_line_late_or_counted() -> None:
    """Late before the month under the one promise, counted in it under the other."""
    opened = incident("a", at(8, 31, 23, 50), at(9, 1, 0, 30), acknowledged=at(9, 1, 0, 20))
    found = line(opened)
    assert found.apart is None
    assert found.late, "the acknowledgement took half an hour"
    assert found.gtr.timing is not None
    assert found.gtr.timing.met


def test_suspensions_with_a_case_stop_the_clock_and_others_count() -> None:
    pauses = (
        Pause(at(9, 2, 1), at(9, 2, 2), CASE),
        Pause(at(9, 2, 2), at(9, 2, 2, 30)),
        Pause(at(9, 2, 5), at(9, 2, 7)),
    )
    found = line(incident("a", at(9, 2), at(9, 2, 6), pauses=pauses))
    assert (found.suspended, found.unproved) == (60, 90), "what follows the restoration suspends nothing"


def test_the_clock_of_an_open_incident_runs_to_the_end_of_the_month() -> None:
    pause = Pause(at(9, 30, 23), at(10, 1, 5), CASE)
    unproved = Pause(at(9, 30, 22), at(9, 30, 23))
    for restored in (None, at(10, 2)):
        found = line(incident("a", at(9, 30, 20), restored, pauses=(pause, unproved)))
        assert (found.suspended, found.unproved) == (60, 60)


@pytest.mark.parametrize(
    ("excluded", "reason", "apart", "refused"),
    [
        (Withdrawn.DUPLICATE, "of b", Apart.DUPLICATE, False),
        (Withdrawn.MISTAKE, "wrong number", Apart.MISTAKE, False),
        (Withdrawn.DUPLICATE, "", None, True),
        (ExcludedCause.CLIENT, "his power cut", None, True),
        (None, "", None, False),
    ],
)
def test_what_is_left_out_says_why_and_what_is_not_admitted_is_refused(
    excluded: ExcludedCause | Withdrawn | None, reason: str, apart: Apart | None, refused: bool
) -> None:
    found = line(incident("a", at(9, 2), at(9, 2, 1), excluded=excluded, reason=reason))
    assert (found.apart, found.refused) == (apart, refused)


def test_a_cause_that_every_sheet_excludes_leaves_an_incident_out() -> None:
    one = incident("a", at(9, 2), at(9, 2, 1), excluded=ExcludedCause.CLIENT, reason="his power cut")
    excluding = tuple(
        replace(sheet, exclusions=(ExcludedCause.CLIENT,)) if sheet.clock else sheet for sheet in SHEETS
    )
    found = line(one, deal(sheets=excluding))
    assert (found.apart, found.refused) == (Apart.EXCLUDED, False)
    clocked = next(sheet for sheet in SHEETS if sheet.clock)
    other = replace(clocked, indicator=replace(clocked.indicator, id="again"))
    assert line(one, deal(sheets=(*excluding, other))).apart is None, "one sheet counts it"
    assert line(one, deal(sheets=(*excluding, other))).refused
    unwatched = line(replace(one, priority="P1", service="desk"), deal(sheets=excluding))
    assert unwatched.apart is None, "no indicator looks at the service: nothing leaves it out"


@pytest.mark.parametrize(
    ("opened", "restored", "apart"),
    [
        (at(8, 30), at(8, 30, 1), Apart.OTHER_MONTH),
        (at(10, 1), at(10, 1, 1), Apart.OTHER_MONTH),
        (at(9, 30, 23, 55), None, Apart.OPEN),
        (at(9, 30, 23, 55), at(10, 1, 0, 5), Apart.OPEN),
        (at(9, 30, 23, 45), at(10, 1), Apart.OPEN),
        (at(8, 30), None, Apart.BEFORE),
    ],
)
def test_an_incident_of_another_month_stands_apart(opened: object, restored: object, apart: Apart) -> None:
    found = line(incident("a", opened, restored))  # type: ignore[arg-type]
    assert (found.apart, found.late) == (apart, False)


def test_what_was_late_in_an_earlier_month_is_counted_there_under_each_promise() -> None:
    both = incident("a", at(8, 30), at(9, 1, 1), acknowledged=at(9, 1))
    assert line(both).apart is Apart.BEFORE
    assert line(replace(both, acknowledged=at(8, 30))).apart is None, "taken in time, and closed this month"


def test_without_a_promise_nothing_counts() -> None:
    found = line(incident("a", at(9, 2), at(9, 2, 9), priority="P4"))
    assert (found.window, found.apart, found.late) == ("", Apart.NO_TARGET, False)
    assert (found.gti.timing, found.gtr.timing) == (None, None)
    levels = deal().sla
    nowhere = Response(ResponseTarget("P1", "nights", 15, 240), Duration(1, Unit.HOUR), True)
    unheard = replace(deal(), sla=replace(levels, responses=(nowhere,)))
    assert line(incident("a", at(9, 2), at(9, 2, 9)), unheard).apart is Apart.NO_TARGET
