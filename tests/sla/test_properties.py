"""Laws that hold for every month, window and scale."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.measures import Carried
from docgen.model.sla import (
    CENT,
    Band,
    Caps,
    Counting,
    Cumulation,
    Direction,
    EarnBack,
    EarnBackShare,
    Exclusion,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PenaltyTerms,
    PerIncidentScale,
    PointScale,
    Repetition,
    SettlementTreatment,
    StepScale,
    WeekWindow,
    Weight,
)
from docgen.sla import rates
from docgen.sla.availability import ServiceTime, availability, measure
from docgen.sla.calendar import elapsed, open_minutes
from docgen.sla.credits import incident_credit, indicator_credit, point_credit
from docgen.sla.intervals import Interval, clip, merge, subtract, total
from docgen.sla.rates import share_of
from docgen.sla.remedies import earned_back
from docgen.sla.settle import Outcome, Settlement
from docgen.text.quantities import TimeSpan

from .months import Base, missed, one_month

START = datetime(2026, 1, 1, tzinfo=UTC)
YEAR = 365 * 1440

instants = st.integers(0, YEAR).map(lambda m: START + timedelta(minutes=m))
spans = st.tuples(instants, st.integers(0, 4000)).map(
    lambda p: Interval(p[0], p[0] + timedelta(minutes=p[1]))
)
span_lists = st.lists(spans, max_size=5)
day_spans = st.lists(st.integers(0, 1440), max_size=4, unique=True).map(
    lambda edges: tuple(TimeSpan(a, b) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)
windows = st.one_of(
    st.just(WeekWindow("always", "around the clock", always=True)),
    st.builds(
        lambda week, monday, holidays, zone: WeekWindow(
            "week", "week", days=((monday,), *week), holidays=holidays, zone=zone
        ),
        st.lists(day_spans, min_size=6, max_size=6),
        st.integers(0, 1439).map(lambda m: TimeSpan(m, 1440)),
        st.sampled_from(["", "FR", "FR-57"]),
        st.sampled_from(["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "UTC"]),
    ),
)
percentages = st.decimals(0, 100, places=3)
amounts = st.decimals(0, 100000, places=2)
steps = st.decimals("0.01", 10, places=2)
rates_of_fee = st.decimals(0, 20, places=2)
thousands = st.decimals(0, 10**6, places=2)


@given(windows, st.lists(instants, min_size=3, max_size=3).map(sorted), span_lists)
def test_a_clock_runs_in_parts_as_in_the_whole(
    window: WeekWindow, cut: list[datetime], suspended: list[Interval]
) -> None:
    first, middle, last = cut
    parts = elapsed(window, first, middle, suspended) + elapsed(window, middle, last, suspended)
    assert elapsed(window, first, last, suspended) == parts <= open_minutes(window, Interval(first, last))


@given(windows, st.lists(instants, min_size=3, max_size=3).map(sorted))
def test_open_minutes_of_a_period_are_those_of_its_parts(window: WeekWindow, cut: list[datetime]) -> None:
    first, middle, last = cut
    parts = open_minutes(window, Interval(first, middle)) + open_minutes(window, Interval(middle, last))
    assert open_minutes(window, Interval(first, last)) == parts


@given(windows, st.lists(instants, min_size=3, max_size=3).map(sorted), span_lists, span_lists)
@settings(max_examples=50)
def test_downtime_of_a_period_is_that_of_its_parts(
    window: WeekWindow,
    cut: list[datetime],
    outages: list[Interval],
    planned: list[Interval],
) -> None:
    whole, one, other = (
        measure(window, Interval(a, b), outages, planned)
        for a, b in ((cut[0], cut[2]), (cut[0], cut[1]), (cut[1], cut[2]))
    )
    assert whole == tuple(a + b for a, b in zip(one, other, strict=True))


@given(windows, spans, span_lists, span_lists, span_lists, st.sampled_from(Exclusion))
@settings(max_examples=50)
def test_availability_is_between_0_and_100(
    window: WeekWindow,
    period: Interval,
    outages: list[Interval],
    planned: list[Interval],
    excluded: list[Interval],
    exclusion: Exclusion,
) -> None:
    value = availability(measure(window, period, outages, planned, excluded), exclusion)
    assert value is None or 0 <= value <= 100


@given(st.integers(1, 50000), st.integers(0, 50000), st.integers(0, 50000))
def test_excluding_time_never_lowers_availability(window: int, planned: int, downtime: int) -> None:
    planned = min(planned, window - 1)
    time = ServiceTime(window, planned, 0, min(downtime, window - planned), planned)
    none, both, one = (availability(time, e) for e in (Exclusion.NONE, Exclusion.BOTH, Exclusion.DOWNTIME))
    assert none is not None and both is not None and one is not None
    assert none <= both <= one


@given(span_lists, span_lists)
def test_what_is_clipped_and_what_is_left_make_the_whole(one: list[Interval], other: list[Interval]) -> None:
    assert total(clip(one, other)) + total(subtract(one, other)) == total(merge(one))


def indicator(direction: Direction, target: Decimal) -> Indicator:
    return Indicator("i", "Indicator", ("s",), direction, IndicatorUnit.PERCENT, target)


@st.composite
def step_scales(draw: st.DrawFn, direction: Direction) -> StepScale:
    edges = sorted(draw(st.lists(percentages, min_size=1, max_size=4, unique=True)))
    rates_up = sorted(draw(st.lists(rates_of_fee, min_size=len(edges) + 1, max_size=len(edges) + 1)))
    bounds = [None, *edges, None]
    if direction is Direction.HIGHER:
        rates_up.reverse()
    bands = zip(bounds, bounds[1:], rates_up, strict=False)
    return StepScale("steps", tuple(Band(low, high, rate) for low, high, rate in bands))


@given(st.data(), st.sampled_from(Direction), percentages, st.tuples(percentages, percentages), amounts)
def test_a_credit_never_falls_as_the_breach_grows(
    data: st.DataObject, direction: Direction, target: Decimal, pair: tuple[Decimal, Decimal], fee: Decimal
) -> None:
    scale = data.draw(
        st.one_of(
            step_scales(direction),
            st.builds(LinearScale, st.just("l"), steps, rates_of_fee, st.sampled_from(Counting)),
        )
    )
    better, worse = sorted(pair, reverse=direction is Direction.HIGHER)
    promise = indicator(direction, target)
    small, large = (indicator_credit(promise, scale, fee, value).value for value in (better, worse))
    assert 0 <= small <= large


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=5),
    amounts,
    st.integers(1, 1440),
    st.sampled_from(Counting),
)
def test_an_incident_credit_never_falls_as_incidents_last(
    late: list[tuple[int, int]], amount: Decimal, step: int, counting: Counting
) -> None:
    scale = PerIncidentScale("p", amount, step, counting)
    before = incident_credit(scale, [minutes for minutes, _ in late])
    after = incident_credit(scale, [minutes + more for minutes, more in late])
    assert 0 <= before.value <= after.value


@given(amounts, percentages, st.lists(st.integers(1, 100), min_size=1, max_size=5), st.data())
def test_points_never_cost_more_than_the_pool(
    fee: Decimal, pool: Decimal, parts: list[int], data: st.DataObject
) -> None:
    weights = [Weight(str(n), Decimal(100 * part) / sum(parts)) for n, part in enumerate(parts)]
    scale = PointScale("pool", pool, tuple(weights))
    missed = data.draw(st.sets(st.sampled_from([weight.indicator for weight in weights])))
    more = missed | data.draw(st.sets(st.sampled_from([weight.indicator for weight in weights])))
    assert point_credit(scale, fee, missed).value <= point_credit(scale, fee, more).value
    assert point_credit(scale, fee, more).value <= rates.rounded(
        fee * pool / 100, rates.Rounding()
    ) + Decimal("0.01")


drawn_charges = st.lists(
    st.tuples(amounts, st.integers(0, 5), st.sampled_from(["", "first outage", "second outage"])), max_size=6
)
Drawn = list[tuple[Decimal, int, str]]


def settled_month(
    drawn: Drawn, terms: PenaltyTerms, fee: Decimal, already: Decimal = Decimal(0)
) -> Settlement:
    base, outcomes, before = Base(("all",), fee), list[Outcome](), dict[str, int]()
    for index, (amount, rank, cause) in enumerate(drawn):
        outcomes.append(missed(str(index), amount, cause, base))
        before[str(index)] = rank
    return one_month(outcomes, terms, Carried(applied=already, missed=before), fee)


agreed = st.builds(
    lambda cumulation, monthly, yearly, exempt: PenaltyTerms(
        cumulation,
        Caps(monthly, yearly),
        SettlementTreatment.PRICE_REDUCTION,
        False,
        Repetition((Decimal(1), Decimal("1.5"), Decimal(2))),
        exempt_upto=exempt,
    ),
    st.sampled_from(Cumulation),
    rates_of_fee,
    rates_of_fee,
    st.sampled_from([Decimal(0), Decimal(500)]),
)


@given(drawn_charges, agreed, thousands, thousands)
def test_a_month_never_costs_more_than_its_caps(
    broken: Drawn, terms: PenaltyTerms, fee: Decimal, already: Decimal
) -> None:
    assert terms.caps.monthly is not None and terms.caps.yearly is not None
    result = settled_month(broken, terms, fee, already)
    assert 0 <= result.due <= share_of(fee, terms.caps.monthly, CENT)
    assert result.due == 0 or already + result.due <= share_of(12 * fee, terms.caps.yearly, CENT)
    assert result.lost >= 0


@given(drawn_charges, agreed, thousands, amounts, st.integers(0, 5))
def test_one_more_breach_never_makes_a_month_cheaper(
    broken: Drawn, terms: PenaltyTerms, fee: Decimal, amount: Decimal, months: int
) -> None:
    more = [*broken, (amount, months, "first outage")]
    assert settled_month(broken, terms, fee).due <= settled_month(more, terms, fee).due


@given(drawn_charges, agreed, thousands)
def test_the_last_step_of_a_month_is_the_amount_due(broken: Drawn, terms: PenaltyTerms, fee: Decimal) -> None:
    result = settled_month(broken, terms, fee)
    assert result.steps[-1].result.value == result.due


@given(amounts, st.lists(st.booleans(), max_size=8), st.integers(1, 6), st.data())
def test_no_more_is_earned_back_than_was_paid(
    penalty: Decimal, compliant: list[bool], months: int, data: st.DataObject
) -> None:

    share = data.draw(st.sampled_from(EarnBackShare))
    assert 0 <= earned_back(penalty, EarnBack(months, share), compliant).value <= penalty


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30), st.integers(1, 100))
def test_a_percentile_is_one_of_the_values(values: list[int], percent: int) -> None:
    assert rates.nearest_rank(values, percent) in values
