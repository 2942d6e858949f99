"""What the documents print of bounds, caps and sums is what the arithmetic decides by.

The figures are read back from the tree of the document, and the engine is asked on both sides of each bound.
"""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.assemble.assemble import assemble
from docgen.assemble.settled import settled
from docgen.assemble.worked_examples import Case, examples
from docgen.model.as_text import as_text
from docgen.model.document import Sheet
from docgen.model.measures import Measures, Series
from docgen.model.pack import Pack
from docgen.model.services import IndicatorSheet, NamedScale
from docgen.model.sla import (
    Compared,
    Direction,
    Measure,
    PointScale,
    Rounding,
    RoundingMode,
    Weight,
)
from docgen.sla.availability import ServiceTime, availability
from docgen.sla.rates import Compliance, compliance_of, compliance_of_rate
from docgen.sla.statement import statements
from docgen.text.quantities import Money, Month, Percent

from .blocks.nodes import built, cells, facts, figures, rows, spaced, stating, tables

D = Decimal
SEVERAL = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def measuring(pack: Pack, *sheets: IndicatorSheet, scale: NamedScale | None = None) -> Pack:
    """The pack with these indicators alone."""
    sla = pack.engagement.sla
    scales = sla.scales if scale is None else (scale,)
    return replace(pack, engagement=replace(pack.engagement, sla=replace(sla, sheets=sheets, scales=scales)))


# --- the downtime allowed -----------------------------------------------------------------------------------


def minutes(text: str) -> int:
    """The whole minutes of "1 h 20 min 3 s"."""
    found = {unit: int(number) for number, unit in re.findall(r"(\d+) (h|min|s)\b", text)}
    assert found, text
    return found.get("h", 0) * 60 + found.get("min", 0)


@given(
    st.decimals(90, D("99.99"), places=2),
    st.builds(Rounding, st.integers(0, 3), st.sampled_from(RoundingMode)),
    st.sampled_from(Compared),
)
@SEVERAL
def test_the_downtime_printed_is_met_and_a_minute_more_is_missed(
    pack: Pack, target: Decimal, rounding: Rounding, compared: Compared
) -> None:
    first = pack.engagement.sla.sheets[0]
    assert first.measure is Measure.AVAILABILITY
    indicator = replace(first.indicator, target=target, rounding=rounding, compared=compared)
    always, _ = tables(
        built(measuring(pack, replace(first, indicator=indicator)), "allowed-downtime", deciding=True)
    )
    for days, printed in zip((28, 30, 31), cells(always.body[0])[1:], strict=True):
        allowed = minutes(printed)
        judged = [
            compliance_of(indicator, availability(ServiceTime(days * 1440, 0, 0, down), indicator.exclusion))
            for down in (allowed, allowed + 1)
        ]
        assert judged == [Compliance.MET, Compliance.MISSED], (days, printed)


def test_a_deal_that_says_nothing_compares_exact_values(small_pack: Pack, public_pack: Pack) -> None:
    for pack in (small_pack, public_pack):
        assert {sheet.indicator.compared for sheet in pack.engagement.sla.sheets} == {Compared.UNROUNDED}


# --- small samples ------------------------------------------------------------------------------------------


@given(
    st.decimals(1, D("99.9"), places=1),
    st.sampled_from(Direction),
    st.integers(2, 200),
    st.sampled_from([Measure.RATE, Measure.ON_TIME_RATE]),
)
@SEVERAL
def test_as_many_failures_as_the_sheet_prints_meet_the_target_and_one_more_misses_it(
    pack: Pack, target: Decimal, direction: Direction, sample: int, measure: Measure
) -> None:
    stated = next(one for one in pack.engagement.sla.sheets if one.indicator.id == "gti-permanente")
    indicator = replace(stated.indicator, target=target, direction=direction, min_sample=sample)
    changed = replace(stated, indicator=indicator, measure=measure)
    (sheet,) = (
        node for node in built(measuring(pack, changed), "indicator-sheets") if isinstance(node, Sheet)
    )
    said = facts((sheet,))["Échantillon minimal"]
    printed = re.search(r"\(sur (\d+), (\d+) non conformes? au plus\)", said)
    assert printed is not None, said
    number, allowed = int(printed[1]), int(printed[2])
    assert number == sample - 1

    def judged(failures: int, *, excusable: bool = True) -> Compliance:
        counted = number - failures if direction is Direction.HIGHER else failures
        return compliance_of_rate(indicator, counted, number, excusable=excusable).status

    assert judged(min(allowed, number)) is Compliance.MET
    assert allowed >= number or judged(allowed + 1) is Compliance.MISSED
    assert ("un ticket P1 est hors délai, le taux mesuré décide" in said) is (changed.unexcused == "P1")


# --- tables and drawings of the same sum --------------------------------------------------------------------


@given(
    st.decimals(1, 99_999, places=2),
    st.decimals(D("0.01"), 20, places=2),
    st.lists(st.integers(1, 97), min_size=2, max_size=2).filter(lambda some: sum(some) < 100),
)
@SEVERAL
def test_a_pool_costs_the_same_in_table_drawing_and_example(
    pack: Pack, fee: Decimal, pool: Decimal, points: list[int]
) -> None:
    """Shares of 33, 33 and 34 points are rounded one by one: their sum is what all of them cost, everywhere."""
    ids = ("correctifs", "changements", "rapport-mensuel")
    weights = tuple(map(Weight, ids, map(D, (*points, 100 - sum(points)))))
    scale = NamedScale("Points", PointScale("points-qualite", pool, weights))
    sheets = (one for one in pack.engagement.sla.sheets if one.indicator.id in ids)
    services = tuple(replace(one, monthly_fee=Money(fee, "EUR")) for one in pack.engagement.services)
    changed = measuring(pack, *sheets, scale=scale)
    changed = replace(changed, engagement=replace(changed.engagement, services=services))
    nodes = built(changed, "penalty-scales")
    (drawn,) = figures(tuple(block for node in nodes if isinstance(node, Sheet) for block in node.blocks))
    in_drawing = re.findall(r": ([\d ]+,\d\d) €\.", spaced(drawn.alternative))
    (table,) = [one for one in tables(nodes) if len(one.body) == len(ids) + 1]
    assert [cells(row)[2] for row in table.body] == [f"{amount} €" for amount in in_drawing]
    all_missed = next(one for one in examples(changed, scale) if one.case is Case.CAP)
    billed = sum((charge.scaled.value for charge in all_missed.settlement.charges), D(0))
    assert billed == euros(in_drawing[-1])


def euros(printed: str) -> Decimal:
    return D(printed.replace(" ", "").replace(",", ".").removesuffix("€"))


# --- the caps, wherever they are printed --------------------------------------------------------------------


def caps_of_the_engine(pack: Pack) -> dict[str, Decimal]:
    """The cap of each service, from a month in which every indicator is missed as badly as can be."""
    return {services: limit for services, limit, _ in worst_month(pack)}


def worst_month(pack: Pack) -> list[tuple[str, Decimal, str]]:
    """Names of the services, cap and how the statement prints it, for each base of a month that misses everything."""
    worst = {Direction.HIGHER: D(0), Direction.LOWER: D(100)}
    month = Month(2028, 12)
    series = tuple(
        Series(sheet.indicator.id, value=worst[sheet.indicator.direction], unmeasured=True)
        for sheet in pack.engagement.sla.sheets
    )
    made = statements(pack.engagement, (Measures(month, series=series),))
    printed = [
        line[:2]
        for line in rows(built(settled(pack, made), "statement-caps"))
        if line[0].startswith("Du Mois")
    ]
    names = {one.id: pack.locale.typeset(one.name) for one in pack.engagement.services}
    return [
        (" et ".join(names[one] for one in base.base.services), base.limit or D(0), f"{label} = {limit}")
        for base, (label, limit) in zip(made[0].settlement.bases, printed, strict=True)
    ]


def caps_of_the_table(pack: Pack) -> dict[str, tuple[str, Decimal]]:
    """Of each service the rate and the amount of its monthly cap, as the table prints them."""
    return {
        line[0].removeprefix("Par Mois – "): (line[1], euros(line[3]))
        for line in rows(built(pack, "caps"))
        if line[0].startswith("Par Mois")
    }


def held_together(pack: Pack, rate: str) -> None:
    """Table, statement, key terms and annex print the cap that the engine applies."""
    table = caps_of_the_table(pack)
    assert {printed for printed, _ in table.values()} == {rate}
    assert caps_of_the_engine(pack) == {service: amount for service, (_, amount) in table.items()}
    for services, limit, printed in worst_month(pack):
        assert printed.startswith(f"Du Mois, {services} ({rate}) = ")
        assert euros(printed.rsplit(" = ")[1]) == limit
    key_terms = {line[0]: line[1] for line in rows(built(pack, "key-terms"))}
    assert key_terms["Plafonds des Pénalités"].startswith(
        f"{rate} de la Redevance mensuelle de chaque Service ; "
    )
    rules = spaced(repr(built(pack, "penalty-scales")[-1]).replace("\\xa0", " ").replace("\\u202f", " "))
    assert f"Service par Service, à {rate} de la Redevance mensuelle." in rules


@pytest.mark.parametrize(
    ("fixture", "rate"), [("pack", "15 %"), ("small_pack", "15 %"), ("public_pack", "10 %")]
)
def test_the_examples_print_one_cap_everywhere(
    request: pytest.FixtureRequest, fixture: str, rate: str
) -> None:
    stands: Pack = request.getfixturevalue(fixture)
    held_together(stands, rate)
    documents, _ = assemble(stands)
    contract = spaced(next(as_text(one) for one in documents if one.kind in ("contract", "general-terms")))
    clause = re.findall(
        r"plafonné(?:es)?, Service par Service, à (?:[a-z -]+ pour cent \()?([\d,]+ %)", contract
    )
    assert clause == [rate]
    assert "pour chaque assiette" not in contract
    whole = [spaced(as_text(one)) for one in documents if one.kind == "sla-annex"]
    for annex in whole:  # a short one has the table alone
        assert re.findall(r"Service par Service, à (\S+ %) de la Redevance mensuelle", annex) == [rate]
    assert bool(whole) is (fixture != "small_pack")


@given(
    st.lists(st.decimals(100, 99_999, places=2), min_size=3, max_size=3),
    st.decimals(D("0.1"), 30, places=1),
)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_deal_prints_one_cap_everywhere(pack: Pack, fees: list[Decimal], rate: Decimal) -> None:
    changed = stating(pack, "sla.credits.monthly_cap", Percent(rate))
    services = tuple(
        replace(one, monthly_fee=Money(fee, "EUR"))
        for one, fee in zip(changed.engagement.services, fees, strict=True)
    )
    changed = replace(changed, engagement=replace(changed.engagement, services=services))
    number = str(rate.normalize()) if rate != rate.to_integral_value() else str(int(rate))
    held_together(changed, f"{number.replace('.', ',')} %")


def test_what_is_said_of_the_penalty_of_a_late_incident_is_the_same(public_pack: Pack) -> None:
    documents, _ = assemble(public_pack)
    text = " ".join(spaced(as_text(one)) for one in documents if one.kind in ("contract", "sla-annex"))
    for said in (
        "pour chaque Incident rétabli hors délai, même si l’Indicateur atteint sa cible",
        "120,00 € par heure de retard de chaque Incident, que l’Indicateur atteigne ou non sa cible",
        "que l’Indicateur atteigne ou non sa cible.",
        "le premier s’applique aux Incidents des autres périodes",
        "le premier s’applique tant que l’Indicateur atteint sa cible",
    ):
        assert said in text, said
