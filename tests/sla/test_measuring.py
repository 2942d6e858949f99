"""What a measured indicator says, whole: status, value, cause, events, late minutes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from docgen.model.measures import IncidentRecord, Series
from docgen.model.services import IndicatorSheet
from docgen.model.sla import (
    Caps,
    CapScope,
    Direction,
    IndicatorUnit,
    Measure,
    PenaltyBase,
    PointScale,
    Promise,
    Weight,
)
from docgen.sla.charges import charges, monthly_limit
from docgen.sla.measuring import Evidence, Late, Result, TimedIncident, evaluate, target_of, timed_incident
from docgen.sla.rates import Compliance
from docgen.sla.settle import Base
from docgen.sla.statement import statements

from .deal import SHEETS, TERMS, at, deal, incident, indicator, month

SHEET = {sheet.indicator.id: sheet for sheet in SHEETS}
MET, MISSED, NONE = Compliance.MET, Compliance.MISSED, Compliance.NOT_APPLICABLE
D = Decimal


def evidence(*series: Series, incidents: tuple[IncidentRecord, ...] = ()) -> Evidence:
    return statements(deal(), (month(9, *series, incidents=incidents),))[0].evidence


def test_a_statement_keeps_its_evidence() -> None:
    assert evidence().period == (at(9, 1), at(10, 1))
    assert [one.period.month for one in evidence().months] == [9]


@pytest.mark.parametrize(
    ("series", "result"),
    [
        (Series("solved", number=69, total=100, cause="flu"), Result(MISSED, D(69), "flu", counted=69, number=100)),
        (Series("solved", number=70, total=100, cause="flu"), Result(MET, D(70), counted=70, number=100)),
        (Series("solved", number=28, total=40), Result(MET, D(70), counted=28, number=40, allowed=12)),
        (Series("solved", number=27, total=40), Result(MISSED, D("67.5"), counted=27, number=40, allowed=12)),
        (Series("lost", number=2, total=40, cause="flu"), Result(MET, D(5), counted=2, number=40, allowed=2)),
        (Series("lost", number=3, total=40, cause="flu"), Result(MISSED, D("7.5"), "flu", counted=3, number=40, allowed=2)),
        (Series("mood", value=D(4), total=80, cause="flu"), Result(MISSED, D(4), "flu", number=80)),
        (Series("mood", value=D("4.2"), total=80, cause="flu"), Result(MET, D("4.2"), number=80)),
        (Series("mood", total=0), Result(NONE, None, number=0)),
        (Series("solved", value=D(60), cause="flu", unmeasured=True), Result(MISSED, D(60), "flu", unmeasured=True)),
    ],
)  # fmt: skip
def test_a_series(series: Series, result: Result) -> None:
    assert evaluate(SHEET[series.indicator], evidence(series)) == result


def test_a_percentile_is_that_of_the_sheet_or_the_95th() -> None:
    delay = replace(indicator("slow", None, "90", direction=Direction.LOWER), unit=IndicatorUnit.MINUTES)
    sheet = IndicatorSheet(delay, "", Measure.PERCENTILE)
    found = evidence(Series("slow", values=tuple(map(Decimal, range(1, 101)))))
    assert evaluate(sheet, found) == Result(MISSED, D(95))
    assert evaluate(replace(sheet, percentile=90), found) == Result(MET, D(90))
    assert evaluate(sheet, evidence(Series("slow", value=D(91)))) == Result(MISSED, D(91))


LATE = incident("1", at(9, 6, 8), at(9, 6, 13, 30), cause="power")  # 330 minutes, 90 late
GOOD = incident("2", at(9, 7, 8), at(9, 7, 9), cause="power")


def test_an_on_time_rate() -> None:
    late = Late("1", "hosting", 90, 0, "power")
    few = evidence(incidents=(LATE, GOOD))
    assert evaluate(SHEET["restored"], few) == Result(
        MET, D(50), counted=1, number=2, allowed=1, late=(late,)
    )
    strict = replace(SHEET["restored"], indicator=replace(SHEET["restored"].indicator, min_sample=1))
    assert evaluate(strict, few) == Result(MISSED, D(50), "power", counted=1, number=2, late=(late,))


def test_an_incident_of_an_unknown_service_has_the_limits_of_its_priority() -> None:
    found = target_of(deal(), replace(LATE, service="else"))
    assert found is not None
    assert (found.priority, found.gtr_minutes) == ("P1", 240)


def test_an_incident_without_limits_is_not_timed() -> None:
    unknown = replace(LATE, priority="P9")
    assert timed_incident(unknown, Promise.GTR, evidence()) == TimedIncident(unknown, None, 0, 0)


def test_an_availability_without_its_window_is_a_bug() -> None:
    sheet = replace(SHEET["uptime"], indicator=replace(SHEET["uptime"].indicator, window="gone"))
    with pytest.raises(ValueError, match="no window 'gone'"):
        evaluate(sheet, evidence())


def test_incidents_of_one_cause_make_one_charge() -> None:
    late = tuple(Late(name, "hosting", 60, 0, cause) for name, cause in (("1", "a"), ("2", "b"), ("3", "a")))
    found = charges(deal(), SHEET["restored"], Result(MISSED, D(0), late=late))
    assert [(one.cause, one.amount.value) for one in found] == [("a", 700), ("b", 350)]


def test_indicators_that_share_a_scale_have_each_the_base_of_its_services() -> None:
    desk = replace(
        SHEET["uptime"], indicator=replace(SHEET["uptime"].indicator, id="desk-up", services=("desk",))
    )
    engagement = deal(sheets=(*SHEETS, desk))
    result = Result(MISSED, D("99.7"))
    for sheet, base in ((SHEET["uptime"], (("hosting",), 40_000)), (desk, (("desk",), 20_000))):
        assert [one.base for one in charges(engagement, sheet, result)] == [base]


def test_the_indicators_of_a_pool_share_one_base() -> None:
    weights = (Weight("patches", D(50)), Weight("mood", D(50)))
    scales = tuple(
        replace(one, scale=PointScale("points", D(6), weights)) if one.scale.id == "points" else one
        for one in deal().sla.scales
    )
    engagement = replace(deal(), sla=replace(deal().sla, scales=scales))
    found = charges(engagement, SHEET["patches"], Result(MISSED, D(90)))
    assert [(one.base, one.amount.value) for one in found] == [((("hosting", "desk"), 60_000), 1800)]


def test_a_rate_that_the_count_rule_lets_pass_costs_nothing() -> None:
    few = evidence(Series("solved", number=3, total=5))
    result = evaluate(SHEET["solved"], few)
    assert (result.status, result.value) == (MISSED, D(60))
    assert charges(deal(), SHEET["solved"], result)
    passed = evaluate(SHEET["solved"], evidence(Series("solved", number=2, total=3)))
    assert (passed.status, passed.value) == (MET, D(200) / 3)
    assert charges(deal(), SHEET["solved"], passed) == ()


def test_under_a_cap_by_service_an_incident_counts_for_the_service_that_it_hit() -> None:
    agreed = replace(TERMS, caps=replace(TERMS.caps, scope=CapScope.SERVICE))
    both = replace(
        SHEET["restored"], indicator=replace(SHEET["restored"].indicator, services=("hosting", "desk"))
    )
    late = (Late("1", "desk", 90, 0, ""), Late("2", "hosting", 200, 0, ""), Late("3", "desk", 10, 0, ""))
    (charge,) = charges(deal(agreed), both, Result(MISSED, D(0), late=late))
    assert charge.amount.value == 7 * 350
    assert [(part.base.services, part.base.fee, part.weight) for part in charge.parts] == [
        (("hosting",), 40_000, 4 * 350),
        (("desk",), 20_000, 3 * 350),
    ]


def test_under_a_cap_by_service_a_rate_is_shared_out_by_the_fees() -> None:
    agreed = replace(TERMS, caps=replace(TERMS.caps, scope=CapScope.SERVICE))
    both = replace(
        SHEET["solved"], indicator=replace(SHEET["solved"].indicator, services=("hosting", "desk"))
    )
    (charge,) = charges(deal(agreed), both, Result(MISSED, D(60)))
    assert [(part.base.services, part.weight) for part in charge.parts] == [
        (("hosting",), 40_000),
        (("desk",), 20_000),
    ]
    whole = replace(agreed, caps=replace(agreed.caps, base=PenaltyBase.TOTAL_MONTHLY_FEE))
    (charge,) = charges(deal(whole), both, Result(MISSED, D(60)))
    assert [part.base.services for part in charge.parts] == [("hosting", "desk")], "one cap for all services"


def test_the_most_of_a_month_is_the_sum_of_the_caps_of_its_services() -> None:
    thirds = replace(TERMS, caps=Caps(D("33.33"), None, scope=CapScope.SERVICE))
    engagement = deal(thirds)
    assert monthly_limit(engagement, Base(("hosting", "desk"), D(60_000))) == D("19998.00")
    assert monthly_limit(engagement, Base(("desk",), D(20_000))) == 6666
    assert monthly_limit(deal(replace(TERMS, caps=Caps())), Base(("desk",), D(20_000))) is None


def test_the_limits_of_an_incident_are_those_in_the_window_of_its_service() -> None:
    engagement = deal()
    (always,) = engagement.sla.responses
    office = replace(always, target=replace(always.target, window="HO", gti_minutes=60, gtr_minutes=480))
    for responses in ((always, office), (office, always)):
        both = replace(engagement, sla=replace(engagement.sla, responses=responses))
        for service, window in (("hosting", "24x7"), ("desk", "HO"), ("else", responses[0].target.window)):
            found = target_of(both, replace(LATE, service=service))
            assert found is not None
            assert found.window == window
