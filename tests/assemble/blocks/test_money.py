"""Prices, their revision, thresholds, subcontractors and indicators: figures agree with the engagement."""

from decimal import Decimal

import pytest

from docgen.model.document import Paragraph
from docgen.model.pack import Pack
from docgen.render.widths import plain
from docgen.text.quantities import Percent

from .nodes import built, cells, facts, rows, spaced, stating, tables


def test_the_fees_add_up(pack: Pack) -> None:
    lines = rows(built(pack, "prices"))
    assert lines[0] == ("Hébergement et exploitation", "46 800,00 €", "561 600,00 €")
    assert lines[3] == ("Total des Redevances", "97 800,00 €", "1 173 600,00 €")
    assert lines[4] == ("Prise en charge", "96 000,00 €")


def test_units_and_day_rates_go_when_there_are_none(pack: Pack) -> None:
    assert ("uo-utilisateur", "Support d’un Utilisateur supplémentaire, par mois", "17,50 €") in rows(
        built(pack, "work-units")
    )
    assert ("Architecte", "860,00 €") in rows(built(pack, "day-rates"))
    assert built(stating(pack, "price.units", None), "work-units") == ()
    assert built(stating(pack, "price.day_rates", None), "day-rates") == ()


def formulas(pack: Pack) -> list[str]:
    nodes = built(pack, "revision-formula")
    return [
        spaced(plain(node.inlines))
        for node in nodes
        if isinstance(node, Paragraph) and node.role == "formula"
    ]


def test_the_formula_shows_the_fixed_part_only_when_there_is_one(pack: Pack) -> None:
    assert formulas(pack) == ["P1 = P0 × S1 / S0", "P1 ≤ P0 × (1 + 3 %) pour une révision annuelle"]
    partly = stating(pack, "price.revision.fixed_part", Percent(Decimal(15)))
    assert formulas(partly)[0] == "P1 = P0 × (0,15 + 0,85 × S1 / S0)"


def test_the_examples_of_a_revision_are_computed(pack: Pack) -> None:
    lines = {row[0]: row[1:] for row in rows(built(pack, "revision-formula"))}
    assert lines["Rapport S1 / S0, arrondi"] == ("1,0150", "1,0500", "0,9900")
    assert lines["Variation calculée"] == ("+1,5 %", "+5 %", "−1 %")
    assert lines["Variation retenue"] == ("+1,5 %", "+3 %", "−1 %")
    # 97 800 x 1.015, x 1.03 (capped), x 0.99
    assert lines["Prix révisé P1"] == ("99 267,00 €", "100 734,00 €", "96 822,00 €")


def test_a_revision_without_cap_has_no_capped_example(pack: Pack) -> None:
    uncapped = stating(pack, "price.revision.cap", None)
    (table,) = tables(built(uncapped, "revision-formula"))
    assert cells(table.head[0]) == ("Étape", "Hausse", "Baisse")
    assert len(formulas(uncapped)) == 1


def test_a_fixed_part_weakens_the_variation(pack: Pack) -> None:
    partly = stating(pack, "price.revision.fixed_part", Percent(Decimal(20)))
    lines = {row[0]: row[1:] for row in rows(built(partly, "revision-formula"))}
    assert lines["Variation calculée"][2] == "−0,8 %"


def test_firm_prices_have_no_formula(pack: Pack) -> None:
    assert built(stating(pack, "price.revision.index", "none"), "revision-formula") == ()


def test_the_note_says_that_the_indices_are_made_up(pack: Pack) -> None:
    note = built(pack, "revision-formula")[-1]
    assert isinstance(note, Paragraph)
    assert "fictives" in plain(note.inlines)


def test_the_thresholds_follow_one_another(pack: Pack) -> None:
    lines = rows(built(pack, "change-thresholds"))
    assert [row[0] for row in lines[:4]] == [
        "jusqu’à 2 000,00 €",
        "plus de 2 000,00 €, jusqu’à 10 000,00 €",
        "plus de 10 000,00 €, moins de 50 000,00 €",
        "50 000,00 € et plus",
    ]
    assert "soit 117 360,00 €" in lines[4][0]
    assert lines[4][1].startswith("Avenant")


def test_subcontractors_say_whether_they_see_personal_data(pack: Pack) -> None:
    lines = {row[0].partition(" | ")[0]: row[1:] for row in rows(built(pack, "subcontractors"))}
    assert len(lines) == len(pack.engagement.printed["subcontracting"]["list"])
    assert lines["ASTRE MAINTENANCE"][2] == "non"
    assert lines["VIGIE CYBERDÉFENSE"][2] == "oui"


@pytest.mark.parametrize(
    ("path", "value"),
    [("facts.subcontracting", False), ("subcontracting.regime", "prohibited"), ("subcontracting.list", ())],
)
def test_no_subcontractors_no_table(pack: Pack, path: str, value: object) -> None:
    assert built(stating(pack, path, value), "subcontractors") == ()


def test_the_processing_sheet_lists_processors_with_access(pack: Pack) -> None:
    lines = facts(built(pack, "processing-sheet"))
    assert "NÉBULEUSE DATACENTERS (France)" in lines["Sous-Traitants Ultérieurs"]
    assert "ASTRE MAINTENANCE" not in lines["Sous-Traitants Ultérieurs"]
    assert lines["Effacement"] == "dans un délai de 30 jours à compter de la fin de la Réversibilité"
    assert "yael.patron@aurore.example" in lines["Contacts"]
    assert lines["Transferts hors de l’Espace économique européen"] == "aucun"
    assert built(stating(pack, "facts.personal_data", False), "processing-sheet") == ()


def test_an_indicator_shows_target_and_price_of_a_miss(pack: Pack) -> None:
    lines = {row[0]: row[1:] for row in rows(built(pack, "indicators-summary"))}
    assert len(lines) == len(pack.engagement.sla.sheets)
    assert lines["Disponibilité de l’hébergement"][1:] == ("≥ 99,9 %", "mois", "de 5 % à 15 %, par paliers")
    assert lines["Appels abandonnés"][1:] == ("≤ 6 %", "mois", "1 % par point d’écart commencé")
    assert lines["Satisfaction des Utilisateurs"][1:] == ("≥ 4,2", "trimestre", "sans Pénalité")
    assert lines["Respect de la GTR à toute heure"][3].startswith(
        "350,00 € par Incident et par 1 h de retard"
    )
    assert lines["Réussite des Changements"][3] == "30 points sur 100 d’un montant en jeu de 6 %"
    assert lines["Respect de la GTI en Heures Ouvrées"][0].count("–") == 3
