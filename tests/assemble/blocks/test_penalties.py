"""Penalty scales: tables, drawings, worked examples."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from docgen.assemble.worked_examples import Case, Example, examples
from docgen.model.document import Callout, Figure, ItemList, Paragraph, Sheet, Table
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.model.sla import (
    Band,
    Caps,
    CapScope,
    Counting,
    Direction,
    LinearScale,
    PenaltyScale,
    PerIncidentScale,
    PointScale,
    ScaleKind,
    StepScale,
    Weight,
)
from docgen.render.widths import plain
from docgen.sla.charges import charges, sheets_of
from docgen.sla.measuring import Result
from docgen.sla.rates import Compliance
from docgen.text.quantities import Money

from .nodes import built, cells, spaced, tables

D = Decimal


def named(pack: Pack, scale_id: str) -> NamedScale:
    found = pack.engagement.sla.scale(scale_id)
    assert found is not None
    return found


def with_scale(pack: Pack, changed: NamedScale, **indicator: object) -> Pack:
    """The pack with one scale changed, and with the first indicator under it changed too."""
    sla = pack.engagement.sla
    scales = tuple(changed if one.scale.id == changed.scale.id else one for one in sla.scales)
    sheets = tuple(
        replace(sheet, indicator=replace(sheet.indicator, **indicator))
        if sheet.indicator.scale == changed.scale.id
        else sheet
        for sheet in sla.sheets
    )
    return replace(pack, engagement=replace(pack.engagement, sla=replace(sla, scales=scales, sheets=sheets)))


def of(pack: Pack, scale_id: str) -> dict[Case, Example]:
    return {example.case: example for example in examples(pack, named(pack, scale_id))}


def sheet(pack: Pack, scale_id: str) -> Sheet:
    (found,) = [
        node
        for node in built(pack, "penalty-scales")
        if isinstance(node, Sheet) and node.anchor == f"scale-{scale_id}"
    ]
    return found


def drawing(pack: Pack, scale_id: str) -> Figure:
    (found,) = [block for block in sheet(pack, scale_id).blocks if isinstance(block, Figure)]
    return found


def test_bands_with_their_money(pack: Pack) -> None:
    (table,) = tables((sheet(pack, "paliers-dispo"),))
    assert [cells(row) for row in table.body] == [
        ("au moins 99,5 %", "0 %", "0,00 €", "0,00 €"),
        ("au moins 99 % et moins de 99,5 %", "5 %", "1 420,00 €", "1 130,00 €"),
        ("au moins 98 % et moins de 99 %", "10 %", "2 840,00 €", "2 260,00 €"),
        ("moins de 98 %", "15 %", "4 260,00 €", "3 390,00 €"),
    ]


def test_the_edge_of_a_band_is_said(pack: Pack) -> None:
    (note,) = [block for block in sheet(pack, "paliers-dispo").blocks if isinstance(block, Paragraph)]
    assert "99,5 % appartient au palier des valeurs supérieures" in spaced(plain(note.inlines))


def test_bands_where_lower_is_better_turn_round(pack: Pack) -> None:
    scale = named(pack, "paliers-dispo-critique")
    bands = (Band(None, D(2), D(0)), Band(D(2), D(5), D(5)), Band(D(5), None, D(10)))
    changed = with_scale(
        pack, replace(scale, scale=StepScale(scale.scale.id, bands)), direction=Direction.LOWER, target=D(2)
    )
    (table,) = tables((sheet(changed, scale.scale.id),))
    assert [cells(row)[:2] for row in table.body] == [
        ("au plus 2 %", "0 %"), ("plus de 2 % et au plus 5 %", "5 %"), ("plus de 5 %", "10 %"),
    ]  # fmt: skip
    shown = of(changed, scale.scale.id)
    assert [shown[case].measured for case in Case] == [D("1.00"), D("3.50"), D("6.50")]
    assert [shown[case].settlement.due for case in Case] == [D(0), D("2340.00"), D("7020.00")]


def test_a_slope_names_every_indicator_with_a_step(pack: Pack) -> None:
    (table,) = tables((sheet(pack, "lineaire-taux"),))
    assert cells(table.body[0]) == (
        "Respect de la GTI à toute heure",
        "au moins 95 %",
        "69 400,00 €",
        "694,00 €",
    )
    assert ("Appels abandonnés", "au plus 6 %", "28 400,00 €", "284,00 €") in [
        cells(row) for row in table.body
    ]
    (note,) = [block for block in sheet(pack, "lineaire-taux").blocks if isinstance(block, Paragraph)]
    assert "Un montant inférieur à 50,00 € n’est pas dû." in spaced(plain(note.inlines))


def test_examples_of_bands(pack: Pack) -> None:
    shown = of(pack, "paliers-dispo-critique")
    assert [shown[case].measured for case in Case] == [D("99.95"), D("99.70"), D("98.75")]
    # 5 % of 46 800; then 15 %, doubled in the third month, under the cap of 15 %.
    assert [shown[case].settlement.due for case in Case] == [D(0), D("2340.00"), D("7020.00")]
    assert shown[Case.CAP].months == 3
    assert shown[Case.CAP].settlement.lost == D("7020.00")
    assert shown[Case.CAP].settlement.cap_reached


def test_examples_of_a_slope_count_started_steps(pack: Pack) -> None:
    shown = of(pack, "lineaire-taux")
    # 1.5 points short are two started points of 1 % of 69 400.
    assert shown[Case.BREACH].settlement.due == D("1388.00")
    assert shown[Case.CAP].settlement.due == D("10410.00")
    assert shown[Case.CAP].settlement.cap_reached


def test_examples_of_a_slope_in_proportion(pack: Pack) -> None:
    scale = named(pack, "lineaire-taux")
    assert isinstance(scale.scale, LinearScale)
    changed = with_scale(pack, replace(scale, scale=replace(scale.scale, counting=Counting.PRO_RATA)))
    assert of(changed, "lineaire-taux")[Case.BREACH].settlement.due == D("1041.00")
    assert "en proportion de l’écart" in drawing(changed, "lineaire-taux").alternative


def test_examples_of_late_incidents(pack: Pack) -> None:
    shown = of(pack, "retard-gtr")
    assert [shown[case].late for case in Case] == [0, 80, 11 * 60]
    # Two started hours; then 11 hours doubled are 7 700, and 15 % of the 46 800 of the service 7 020.
    assert [shown[case].settlement.due for case in Case] == [D(0), D("700.00"), D("7020.00")]
    assert {shown[case].service for case in Case} == {"hebergement"}


def test_examples_of_late_incidents_under_a_cap_of_each_base(pack: Pack) -> None:
    sla = pack.engagement.sla
    terms = replace(sla.terms, caps=replace(sla.terms.caps, scope=CapScope.BASE))
    by_base = replace(pack, engagement=replace(pack.engagement, sla=replace(sla, terms=terms)))
    shown = of(by_base, "retard-gtr")
    assert [shown[case].late for case in Case] == [0, 80, 15 * 60]
    # 15 hours doubled are 10 500, and 15 % of the 69 400 of both services 10 410.
    assert [shown[case].settlement.due for case in Case] == [D(0), D("700.00"), D("10410.00")]
    assert {shown[case].service for case in Case} == {""}


def test_examples_of_points(pack: Pack) -> None:
    shown = of(pack, "points-qualite")
    # 6 % of 46 800 is 2 808; half of it; all of it doubled stays below 7 020.
    assert [shown[case].settlement.due for case in Case] == [D(0), D("1404.00"), D("5616.00")]
    assert not shown[Case.CAP].settlement.cap_reached
    text = repr(built(pack, "penalty-scales"))
    assert "ce barème seul n’atteint pas le plafond mensuel" in text


def test_a_pool_is_shown_as_it_is_billed_to_the_cent(pack: Pack) -> None:
    """6.00033 % of 46 800 is 2 808.15444: its shares by 50, 30 and 20 points, each rounded, are a cent more."""
    scale = named(pack, "points-qualite")
    assert isinstance(scale.scale, PointScale)
    pack = with_scale(pack, replace(scale, scale=replace(scale.scale, pool=D("6.00033"))))
    missed = [
        one.amount.value
        for sheet in sheets_of(pack.engagement, scale)
        for one in charges(pack.engagement, sheet, Result(Compliance.MISSED, None))
    ]
    assert sorted(missed) == [D("561.63"), D("842.45"), D("1404.08")]
    last = [cells(table.body[-1])[-1] for table in tables(built(pack, "penalty-scales"))]
    assert "2 808,16 €" in last
    # Twice 1 404.07722, 842.446332 and 561.630888, each rounded: 2 808.15, 1 684.89 and 1 123.26.
    cap = of(pack, "points-qualite")[Case.CAP]
    assert cap.settlement.due == D("5616.30")
    assert [step.result.value for step in cap.steps if step.label_key == "sla.steps.repetition"] == [
        D("2808.15"),
        D("1684.89"),
        D("1123.26"),
    ]


def test_a_credit_below_the_minimum_is_not_due(pack: Pack) -> None:
    scale = replace(named(pack, "lineaire-taux"), minimum=Money(D(5000), "EUR"))
    shown = of(with_scale(pack, scale), "lineaire-taux")
    assert shown[Case.BREACH].settlement.due == 0
    assert shown[Case.CAP].settlement.due == D("10410.00")


def test_without_a_monthly_cap_the_extreme_is_still_computed(pack: Pack) -> None:
    terms = replace(pack.engagement.sla.terms, caps=Caps())
    bare = replace(pack, engagement=replace(pack.engagement, sla=replace(pack.engagement.sla, terms=terms)))
    assert of(bare, "retard-gtr")[Case.CAP].settlement.due == D("2800.00")  # four hours, doubled
    assert of(bare, "paliers-dispo-critique")[Case.CAP].settlement.due == D("14040.00")
    assert built(bare, "penalty-scales")


def test_the_steps_of_an_example_are_printed_in_order(pack: Pack) -> None:
    (table,) = [
        node
        for node in built(pack, "penalty-scales")
        if isinstance(node, Table) and "cible de 99,9" in spaced(node.caption)
    ]
    assert [cells(row) for row in table.body] == [
        ("Mois conforme – valeur mesurée de 99,95 %",),
        ("Aucune Pénalité n’est due", "0,00 €"),
        ("Écart – valeur mesurée de 99,70 %",),
        ("Taux du palier dans lequel se trouve la valeur de 99,70 %", "5 %"),
        ("Montant : 46 800,00 € × 5 %", "2 340,00 €"),
        (
            "Plafond mensuel : le plus faible de 2 340,00 € et de 7 020,00 € (46 800,00 € × 15 %)",
            "2 340,00 €",
        ),
        ("Pénalité due", "2 340,00 €"),
        ("Situation extrême – valeur mesurée de 98,75 %, 3e période manquée consécutive",),
        ("Taux du palier dans lequel se trouve la valeur de 98,75 %", "15 %"),
        ("Montant : 46 800,00 € × 15 %", "7 020,00 €"),
        ("Répétition, période manquée n° 3 : 7 020,00 € × 2", "14 040,00 €"),
        (
            "Plafond mensuel : le plus faible de 14 040,00 € et de 7 020,00 € (46 800,00 € × 15 %)",
            "7 020,00 €",
        ),
        ("Pénalité due ; le plafond mensuel est atteint", "7 020,00 €"),
    ]


def test_the_drawing_is_told_in_words(pack: Pack) -> None:
    said = spaced(drawing(pack, "paliers-dispo-critique").alternative)
    assert "Valeur : moins de 99 % ; Pénalité : 15 % de l’assiette." in said
    assert "Application des correctifs de sécurité : 1 404,00 €." in spaced(
        drawing(pack, "points-qualite").alternative
    )


def test_a_slope_is_drawn_up_to_the_cap(pack: Pack) -> None:
    svg = spaced(drawing(pack, "lineaire-taux").svg)
    assert ">80 %</text>" in svg
    assert ">Plafond mensuel : 15 %</text>" in svg
    assert len(re.findall(r'class="stroke1 thick"', svg)) == 16  # fifteen stairs and the free part


def test_hours_late_in_proportion_are_one_slope(pack: Pack) -> None:
    scale = named(pack, "retard-gtr")
    assert isinstance(scale.scale, PerIncidentScale)
    changed = with_scale(pack, replace(scale, scale=replace(scale.scale, counting=Counting.PRO_RATA)))
    assert drawing(changed, "retard-gtr").svg.count('class="stroke1 thick"') == 1


def test_common_rules_close_the_scales(pack: Pack) -> None:
    *_, last = built(pack, "penalty-scales")
    assert isinstance(last, Callout)
    (rules,) = last.blocks
    assert isinstance(rules, ItemList)
    said = [
        spaced(plain(block.inlines))
        for item in rules.items
        for block in item.blocks
        if isinstance(block, Paragraph)
    ]
    assert said[0].startswith("Répétition")
    assert "multiplié successivement par 1, 1,5 et 2" in said[0]
    assert [text.split(" ")[0] for text in said] == [
        "Répétition",
        "Cumul",
        "Plafonds",
        "Rodage",
        "Restitution",
    ]
    assert all(item.label for item in rules.items)


ONE_OF_EACH: dict[type, PenaltyScale] = {
    StepScale: StepScale("x", (Band(D(95), None, D(0)), Band(None, D(95), D(5)))),
    LinearScale: LinearScale("x", D(1), D(2), Counting.STARTED),
    PerIncidentScale: PerIncidentScale("x", D(350)),
    PointScale: PointScale("x", D(6), (Weight("taux-gtr", D(100)),)),
}


@pytest.mark.parametrize("kind", get_args(PenaltyScale), ids=lambda kind: str(kind.__name__))
@pytest.mark.parametrize("block", ["penalty-scales", "indicator-sheets", "indicators-summary"])
def test_every_kind_of_scale_is_shown_wherever_scales_are(pack: Pack, block: str, kind: type) -> None:
    """A new kind is in this table, and has its words in each of these blocks."""
    old = named(pack, "lineaire-taux")
    changed = replace(old, scale=replace(ONE_OF_EACH[kind], id=old.scale.id))
    assert built(with_scale(pack, changed), block)


def test_each_kind_of_scale_has_a_name_in_the_engagement_and_a_class() -> None:
    assert len(ScaleKind) == len(get_args(PenaltyScale))
