"""Statements of months: what counts, what is due, and the laws that hold for any month."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.measures import Carried, IncidentRecord, Interruption, Measures, Series, Withdrawn
from docgen.model.sla import (
    CENT,
    Bonus,
    Caps,
    Cumulation,
    EarnBack,
    EarnBackShare,
    ExcludedCause,
    PenaltyBase,
    PenaltyTerms,
    Repetition,
)
from docgen.sla.charges import agreement_of
from docgen.sla.rates import Compliance, share_of
from docgen.sla.statement import IndicatorLine, Statement, statements
from docgen.text.quantities import Money, Month

from .deal import SHEETS, TERMS, at, deal, incident, month, outage

BAD_UPTIME = outage(at(9, 7, 10), at(9, 7, 12))  # 120 of 43 200 minutes: 99.72 %, 5 % of 40 000


def one(measures: Measures, terms: PenaltyTerms = TERMS) -> Statement:
    return statements(deal(terms), (measures,))[-1]


def line(statement: Statement, indicator: str) -> IndicatorLine:
    return next(line for line in statement.lines if line.sheet.indicator.id == indicator)


def credited(statement: Statement) -> dict[str, Decimal]:
    return {one.sheet.indicator.id: one.settled.credited for one in statement.lines if one.settled.credited}


# --- single months -----------------------------------------------------------------------------------------


def test_a_good_month_costs_nothing() -> None:
    statement = one(month(9))
    assert (statement.settlement.gross, statement.settlement.due, statement.settlement.payable) == (0, 0, 0)
    assert {line.result.status for line in statement.lines} == {Compliance.MET, Compliance.NOT_APPLICABLE}
    assert line(statement, "restored").result.status is Compliance.NOT_APPLICABLE, (
        "no incident is neither met nor missed"
    )


def test_an_outage_costs_the_rate_of_its_band() -> None:
    statement = one(month(9, interruptions=(BAD_UPTIME,)))
    assert credited(statement) == {"uptime": 2000}
    assert line(statement, "uptime").result.value == Decimal(43080) * 100 / 43200


def test_a_repeated_miss_costs_the_multiplier_of_its_rank() -> None:
    months = [month(number, Series("solved", number=695, total=1000)) for number in (8, 9, 10, 11)]
    # 0.5 of a point short: one started point, 1 % of 20 000; then 1.5 times, twice, and twice from there on.
    assert [credited(one)["solved"] for one in statements(deal(), months)] == [200, 300, 400, 400]


def test_a_good_month_begins_the_repetition_anew() -> None:
    bad = Series("solved", number=695, total=1000)
    months = [month(8, bad), month(9), month(10, bad)]
    assert [credited(one).get("solved") for one in statements(deal(), months)] == [200, None, 200]


def test_what_is_carried_counts_in_the_rank_and_in_the_yearly_cap() -> None:
    carried = Carried(applied=Decimal(71_900), missed={"solved": 2})
    statement = one(month(9, Series("solved", number=695, total=1000), carried=carried))
    # Rank 3: 400 euros; 10 % of 720 000 leave 100.
    assert (
        line(statement, "solved").settled.missed,
        statement.settlement.gross,
        statement.settlement.due,
    ) == (3, 400, 100)


@pytest.mark.parametrize(("minimum", "due"), [("200.00", 200), ("200.01", 0)])
def test_below_the_minimum_nothing_is_due(minimum: str, due: int) -> None:
    stands = deal()
    scales = tuple(replace(named, minimum=Money(Decimal(minimum), "EUR")) for named in stands.sla.scales)
    engagement = replace(stands, sla=replace(stands.sla, scales=scales))
    statement = statements(engagement, (month(9, Series("solved", number=695, total=1000)),))[-1]
    assert statement.settlement.due == due
    assert line(statement, "solved").settled.charges, "what is below the minimum is shown"


def test_under_the_minimum_sample_the_count_rule_decides() -> None:
    few = month(9, Series("solved", number=5, total=6))
    assert line(one(few), "solved").result.allowed == 1
    late = month(9, Series("lost", number=1, total=10))
    assert line(one(late), "lost").result.status is Compliance.MET, "one of ten is 10 %, and one may occur"
    assert line(one(month(9, Series("lost", number=2, total=10))), "lost").result.status is Compliance.MISSED


def test_no_answer_is_not_applicable() -> None:
    statement = one(month(9, Series("mood", total=0)))
    assert line(statement, "mood").result.status is Compliance.NOT_APPLICABLE


def test_an_unmeasured_indicator_is_missed_at_the_value_that_the_contract_takes() -> None:
    statement = one(month(9, Series("solved", value=Decimal("67.2"), unmeasured=True)))
    assert credited(statement) == {"solved": 600}  # 2.8 points: three started ones, 3 % of 20 000


def test_points_are_lost_by_the_indicator_that_missed() -> None:
    statement = one(month(9, Series("patches", number=90, total=100)))
    assert credited(statement) == {"patches": 2400}  # all 100 points of 6 % of 40 000


def test_a_quarter_is_evaluated_in_its_last_month() -> None:
    found = statements(deal(), [month(8), month(9, Series("mood", value=Decimal("3.9"), total=50))])
    assert ["mood" in {one.sheet.indicator.id for one in each.lines} for each in found] == [False, True]
    assert line(found[1], "mood").result.status is Compliance.MISSED


# --- time --------------------------------------------------------------------------------------------------


def test_the_night_that_the_clocks_go_back_has_an_hour_more() -> None:
    october = month(10, interruptions=(outage(at(10, 31, 1, 40), at(10, 31, 3, 10)),))
    time = line(one(october), "uptime").result.time
    assert time is not None
    assert (time.window, time.downtime) == (31 * 1440 + 60, 150), (
        "01:40 to 03:10 are 90 minutes on the clock, 150 elapsed"
    )


def test_a_month_cut_by_the_start_of_the_service_is_measured_from_there() -> None:
    may = one(month(5, interruptions=(outage(at(5, 2, 23), at(5, 3, 1)),)))
    time = line(may, "uptime").result.time
    assert time is not None
    assert (time.window, time.downtime) == (29 * 1440, 60)


@pytest.mark.parametrize(("number", "due"), [(7, 0), (8, 2000)])
def test_a_month_that_begins_in_the_run_in_is_measured_and_not_due(number: int, due: int) -> None:
    statement = one(month(number, interruptions=(outage(at(number, 7, 10), at(number, 7, 12)),)))
    assert line(statement, "uptime").result.status is Compliance.MISSED
    assert statement.settlement.due == due
    assert line(statement, "uptime").settled.charges[0].scaled.value == 2000


def test_excluded_time_needs_an_admitted_cause_and_a_reason() -> None:
    for changes, value in (
        ({"excluded": ExcludedCause.CLIENT, "reason": "told"}, 100),
        ({"excluded": ExcludedCause.CLIENT}, Decimal(43080) * 100 / 43200),
        ({"excluded": ExcludedCause.FORCE_MAJEURE, "reason": "told"}, Decimal(43080) * 100 / 43200),
    ):
        statement = one(month(9, interruptions=(outage(at(9, 7, 10), at(9, 7, 12), **changes),)))
        assert line(statement, "uptime").result.value == value


def test_what_the_scope_leaves_out_does_not_count_whatever_the_sheet_admits() -> None:
    line_down = outage(
        at(9, 7, 10), at(9, 7, 12), excluded=Withdrawn.OUT_OF_SCOPE, reason="operator's report"
    )
    assert line(one(month(9, interruptions=(line_down,))), "uptime").result.value == 100
    unproved = replace(line_down, reason="")
    assert (
        line(one(month(9, interruptions=(unproved,))), "uptime").result.value == Decimal(43080) * 100 / 43200
    )


def test_a_service_is_down_while_any_of_its_sites_is() -> None:
    """Three sites down at 10:00-12:00, 11:00-12:30 and 14:00-14:10: 160 minutes, none counted twice."""
    sites = (
        outage(at(9, 7, 10), at(9, 7, 12)),
        outage(at(9, 7, 11), at(9, 7, 12, 30)),
        outage(at(9, 7, 14), at(9, 7, 14, 10)),
    )
    time = line(one(month(9, interruptions=sites)), "uptime").result.time
    assert time is not None
    assert time.downtime == 160


def test_no_penalty_comes_back_from_the_month_of_a_notice_of_termination_on() -> None:
    terms = replace(TERMS, earn_back=EarnBack(1, EarnBackShare.FULL))
    for notice, refunded in ((None, 2000), (date(2027, 10, 31), 0), (date(2027, 9, 1), 0)):
        months = [
            replace(
                one,
                termination_notice=notice
                if notice is not None and notice.month == one.period.month
                else None,
            )
            for one in (month(9, interruptions=(BAD_UPTIME,)), month(10))
        ]
        assert statements(deal(terms), months)[-1].settlement.refunded == refunded


def test_without_exclusions_that_weigh_the_plain_value_is_not_told() -> None:
    short = one(
        month(
            9,
            interruptions=(outage(at(9, 7, 10), at(9, 7, 12), excluded=ExcludedCause.CLIENT, reason="told"),),
        )
    )
    long = one(
        month(9, interruptions=(outage(at(9, 1), at(9, 6), excluded=ExcludedCause.CLIENT, reason="told"),))
    )
    assert line(short, "uptime").result.plain is None
    assert line(long, "uptime").result.plain == Decimal(25 * 1440) * 100 / 43200


# --- tickets -----------------------------------------------------------------------------------------------


def test_a_late_incident_costs_its_started_hours_whatever_the_rate() -> None:
    late = incident("1", at(9, 6, 8), at(9, 6, 13, 30))  # 330 minutes, 90 late
    statement = one(month(9, incidents=(late,)))
    assert line(statement, "restored").result.status is Compliance.MET, (
        "one of one may be late under the count rule"
    )
    assert credited(statement) == {"restored": 700}


@pytest.mark.parametrize("excluded", Withdrawn)
def test_what_is_no_incident_does_not_count(excluded: Withdrawn) -> None:
    late = incident("1", at(9, 6, 8), at(9, 6, 13, 30), excluded=excluded, reason="told")
    assert line(one(month(9, incidents=(late,))), "restored").result.number == 0
    assert line(one(month(9, incidents=(replace(late, reason=""),))), "restored").result.number == 1


def test_late_minutes_are_billed_once_over_two_months() -> None:
    """Late from 30 September 22:30, restored on 1 October at 01:00: 90 minutes and 60, three started hours in all."""
    late = incident("1", at(9, 30, 18, 30), at(10, 1, 1))
    found = statements(
        deal(replace(TERMS, repetition=Repetition())),
        [month(9, incidents=(late,)), month(10, incidents=(late,))],
    )
    assert [credited(each).get("restored", 0) for each in found] == [700, 350]
    assert [line(each, "restored").result.number for each in found] == [1, 0]


def test_a_rate_that_names_no_priorities_looks_at_all_of_them() -> None:
    sheets = tuple(replace(sheet, priorities=()) for sheet in SHEETS)
    late = incident("1", at(9, 6, 8), at(9, 6, 13, 30))  # 90 minutes late: two started hours of 350
    statement = statements(deal(sheets=sheets), (month(9, incidents=(late,)),))[-1]
    assert line(statement, "restored").result.number == 1
    assert credited(statement) == {"restored": 700}


# --- cumulation, caps and what follows ---------------------------------------------------------------------

BROKEN = month(
    9,
    interruptions=(replace(BAD_UPTIME, cause="storage"),),
    incidents=(
        incident("1", at(9, 7, 10), at(9, 7, 16), cause="storage"),
        incident("2", at(9, 20, 10), at(9, 20, 15)),
    ),
)


@pytest.mark.parametrize(
    ("cumulation", "due"), [(Cumulation.MAX, 2000 + 350), (Cumulation.SUM, 2000 + 700 + 350)]
)
def test_one_cause_costs_once_unless_agreed(cumulation: Cumulation, due: int) -> None:
    assert one(BROKEN, replace(TERMS, cumulation=cumulation)).settlement.due == due


def test_the_charge_that_the_cause_absorbs_is_still_shown() -> None:
    statement = one(BROKEN)
    assert line(statement, "restored").settled.gross == 1050
    assert credited(statement) == {"uptime": 2000, "restored": 350}


def test_a_miss_with_two_causes_has_none_of_them() -> None:
    both = month(
        9, interruptions=(replace(BAD_UPTIME, cause="a"), outage(at(9, 9, 10), at(9, 9, 12), cause="b"))
    )
    assert line(one(both), "uptime").result.cause == ""
    little = month(
        9, interruptions=(replace(BAD_UPTIME, cause="a"), outage(at(9, 9, 10), at(9, 9, 10, 20), cause="b"))
    )
    assert line(one(little), "uptime").result.cause == "a", "without b the target is missed all the same"


def test_a_miss_that_either_of_two_causes_would_have_spared_has_none_of_them() -> None:
    """43.2 minutes are allowed: 30 and 30 miss the target, and each alone would meet it."""
    halves = month(
        9,
        interruptions=(
            outage(at(9, 7, 10), at(9, 7, 10, 30), cause="a"),
            outage(at(9, 9, 10), at(9, 9, 10, 30), cause="b"),
        ),
    )
    assert line(one(halves), "uptime").result.status is Compliance.MISSED
    assert line(one(halves), "uptime").result.cause == ""


def disaster(number: int) -> Measures:
    return month(
        number,
        Series("solved", number=300, total=1000),
        Series("lost", number=500, total=1000),
        interruptions=(outage(at(number, 7), at(number, 9)),),
    )


def test_each_base_has_its_own_monthly_cap() -> None:
    statement = one(disaster(9))
    # Hosting 4 000 (10 % of 40 000) under 6 000; the desk 8 000 + 8 800 (40 and 44 points of 20 000), capped at 3 000.
    assert [
        (base.base.services, base.total, base.limit, base.due, base.reached)
        for base in statement.settlement.bases
    ] == [
        (("hosting",), 4000, 6000, 4000, False),
        (("desk",), 16_800, 3000, 3000, True),
    ]
    assert (statement.settlement.gross, statement.settlement.due, statement.settlement.lost) == (
        20_800,
        7000,
        13_800,
    )
    assert credited(statement) == {"uptime": 4000, "solved": Decimal("1428.57"), "lost": Decimal("1571.43")}


def test_one_base_of_all_services_has_one_cap() -> None:
    statement = one(
        disaster(9), replace(TERMS, caps=Caps(Decimal(15), Decimal(10), PenaltyBase.TOTAL_MONTHLY_FEE))
    )
    # 10 %, 40 % and 44 % of 60 000, capped at 9 000.
    assert [(base.total, base.limit, base.due) for base in statement.settlement.bases] == [
        (56_400, 9000, 9000)
    ]


def test_the_client_may_terminate_after_two_capped_months_in_a_row() -> None:
    found = statements(deal(), [disaster(8), disaster(9), month(10)])
    assert [each.settlement.may_terminate for each in found] == [False, True, False]
    carried = replace(disaster(9), carried=Carried(capped=1))
    assert one(carried).settlement.may_terminate


def test_the_yearly_cap_ends_with_the_contract_year() -> None:
    """720 000 x 4 % = 28 800: four months at 7 000, then the 800 that are left, until the month that ends in the next year."""
    terms = replace(TERMS, caps=Caps(Decimal(15), Decimal(4)), repetition=Repetition())
    months = [disaster(number) for number in (8, 9, 10, 11, 12)]
    january = replace(disaster(1), period=Month(2028, 1), interruptions=())
    found = statements(deal(terms), [*months, january])
    assert [each.settlement.due for each in found] == [7000, 7000, 7000, 7000, 800, 3000]
    assert [agreement_of(deal()).year(each.month) for each in found] == [0, 0, 0, 0, 0, 1]


def test_a_penalty_comes_back_when_the_next_months_comply() -> None:
    terms = replace(TERMS, earn_back=EarnBack(2, EarnBackShare.FULL))
    bad = month(8, interruptions=(outage(at(8, 7, 10), at(8, 7, 12)),))
    found = statements(deal(terms), [bad, month(9), month(10), month(11)])
    assert [each.settlement.payable for each in found] == [2000, 0, -2000, 0]
    assert [each.settlement.due for each in found] == [2000, 0, 0, 0]


def test_a_penalty_comes_back_in_parts() -> None:
    terms = replace(TERMS, earn_back=EarnBack(3, EarnBackShare.PARTIAL))
    down = [outage(at(number, 7, 10), at(number, 7, 12)) for number in (8, 10)]
    months = [month(8, interruptions=(down[0],)), month(9), month(10, interruptions=(down[1],)), month(11)]
    found = statements(deal(terms), months)
    # 2 000 / 3 for September and for November; from the penalty of October 2 000 / 3 for November as well.
    assert [each.settlement.refunded for each in found] == [
        0,
        Decimal("666.67"),
        0,
        Decimal("666.66") + Decimal("666.67"),
    ]


def test_a_bonus_is_limited_to_recent_penalties() -> None:
    terms = replace(TERMS, bonus=Bonus(Decimal("99.95"), Decimal(1)))
    better = (Series("patches", number=100, total=100), Series("mood", value=Decimal("4.5"), total=80))
    bad = month(8, Series("solved", number=695, total=1000))
    found = statements(deal(terms), [bad, month(9, *better)])
    assert [each.settlement.bonus.value for each in found] == [0, 200], (
        "1 % of 60 000 is 600, and 200 were paid"
    )
    assert found[1].settlement.payable == -200


# --- laws --------------------------------------------------------------------------------------------------

minutes_of_month = st.integers(0, 30 * 1440 - 1)


def start(minute: int) -> datetime:
    return at(9, 1) + timedelta(minutes=minute)


incidents = st.lists(
    st.tuples(minutes_of_month, st.integers(1, 900), st.sampled_from(["", "a", "b"])), max_size=6
).map(
    lambda drawn: tuple(
        incident(
            str(rank),
            start(begin),
            start(begin + length),
            closed=start(min(begin + length, 43199)),
            cause=cause,
        )
        for rank, (begin, length, cause) in enumerate(drawn)
        if begin + length < 43199
    )
)
outages = st.lists(
    st.tuples(minutes_of_month, st.integers(1, 3000), st.sampled_from(["", "a", "b"])), max_size=4
).map(
    lambda drawn: tuple(
        outage(start(begin), start(begin + length), cause=cause) for begin, length, cause in drawn
    )
)
rates = st.integers(0, 1000)


@given(incidents, st.data())
@settings(max_examples=40)
def test_the_incidents_of_a_month_cost_what_those_of_its_halves_do(
    drawn: tuple[IncidentRecord, ...], data: st.DataObject
) -> None:
    """Penalties by incident add up, but for the multiplier of a month that follows missed ones and for the caps."""
    terms = replace(TERMS, repetition=Repetition(), caps=Caps(), cumulation=Cumulation.SUM)
    cut = data.draw(st.integers(0, len(drawn)))

    def gross(part: Sequence[IncidentRecord]) -> Decimal:
        return one(month(9, incidents=tuple(part)), terms).settlement.gross

    assert gross(drawn) == gross(drawn[:cut]) + gross(drawn[cut:])


@given(outages, incidents, rates, rates)
@settings(max_examples=60)
def test_caps_hold_and_shares_add_up(
    down: tuple[Interruption, ...], drawn: tuple[IncidentRecord, ...], solved: int, lost: int
) -> None:
    measures = month(
        9,
        Series("solved", number=solved, total=1000),
        Series("lost", number=lost, total=1000),
        interruptions=down,
        incidents=drawn,
    )
    statement = one(measures)
    assert all(
        0 <= base.due <= share_of(base.base.fee, Decimal(15), CENT) for base in statement.settlement.bases
    )
    assert statement.settlement.due <= share_of(Decimal(720_000), Decimal(10), CENT)
    assert sum(each.settled.credited for each in statement.lines) == statement.settlement.due
    assert all(each.settled.credited >= 0 for each in statement.lines)
    assert (
        statement.settlement.due + statement.settlement.lost
        == statement.settlement.cumulated
        <= statement.settlement.gross
    )


@given(outages, incidents, rates, rates)
@settings(max_examples=60)
def test_nothing_is_credited_without_a_miss(
    down: tuple[Interruption, ...], drawn: tuple[IncidentRecord, ...], solved: int, lost: int
) -> None:
    measures = month(
        9,
        Series("solved", number=solved, total=1000),
        Series("lost", number=lost, total=1000),
        interruptions=down,
        incidents=drawn,
    )
    for each in one(measures).lines:
        if each.settled.credited:
            assert each.result.status is Compliance.MISSED or each.result.late, each.sheet.indicator.id


@given(incidents)
@settings(max_examples=40)
def test_each_month_shows_its_work(drawn: tuple[IncidentRecord, ...]) -> None:
    for charge in (
        charge for each in one(month(9, incidents=drawn)).lines for charge in each.settled.charges
    ):
        assert charge.raised.steps[-1].result.value == charge.raised.value
