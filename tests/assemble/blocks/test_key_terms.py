"""The page of key terms agrees with the engagement, and leads to the articles of the pack."""

from dataclasses import replace

import pytest

from docgen.assemble.assemble import assemble
from docgen.assemble.setting import show
from docgen.model.document import Reference
from docgen.model.pack import Pack
from docgen.model.tree import divisions
from docgen.render.widths import plain

from .nodes import built, facts, rows, spaced, stating, tables


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Client", "AURORE INDUSTRIES (100 000 009 RCS Lyon)"),
        ("Dates", "Date d’Effet : 4 janvier 2027 ; Date de Début de Service : 3 mai 2027"),
        ("Durée ferme", "48 mois, jusqu’au 3 janvier 2031 inclus"),
        ("Redevances", "97 800,00 € hors taxes par mois, soit 1 173 600,00 € par an"),
        ("Paiement", "30 jours à compter de l’émission de la facture"),
        ("Plafonds des Pénalités", "15 % de la Redevance mensuelle de chaque Service ; 10 % des Redevances annuelles, tous Services confondus"),
        ("Plafond majoré", "300 % des Redevances annuelles, soit 3 520 800,00 € par Année Contractuelle"),
        ("Réversibilité", "6 mois, prolongeable de 3 mois ; prix compris dans les Redevances"),
    ],
)  # fmt: skip
def test_a_line_states_what_the_engagement_states(pack: Pack, label: str, value: str) -> None:
    assert facts(built(pack, "key-terms"))[label] == value


def test_alerts_have_their_delays(pack: Pack) -> None:
    found = facts(built(pack, "key-terms"))
    labels = [
        label for label, value in found.items() if value.startswith("alerte du Client dans un délai de ")
    ]
    deal = pack.engagement
    told = [show(pack.locale, delay) for delay in (deal.security.incident_notice, deal.dpa.breach_notice)]
    assert len(labels) == 2
    assert [spaced(delay) in found[label] for delay, label in zip(told, labels, strict=True)] == [True, True]


def test_the_cap_is_the_higher_of_its_share_and_its_floor(pack: Pack) -> None:
    line = facts(built(pack, "key-terms"))["Plafond de responsabilité"]
    assert "150 % des Redevances annuelles et de 1 000 000,00 €, soit 1 760 400,00 €" in line


def test_availability_and_response_times_are_those_of_the_sla(pack: Pack) -> None:
    lines = facts(built(pack, "key-terms"))
    assert "Hébergement et exploitation : 99,9 %" in lines["Disponibilité"]
    first = pack.engagement.sla.priorities[0].priority.id
    expected = [response for response in pack.engagement.sla.responses if response.target.priority == first]
    assert lines["Incident le plus urgent"].count(" | ") == len(expected) - 1
    assert "GTI 15 min, GTR 4 h" in lines["Incident le plus urgent"]


def test_a_renewal_says_how_often_and_how_long(pack: Pack) -> None:
    line = facts(built(pack, "key-terms"))["Renouvellement"]
    assert line == "sur accord exprès des Parties, 2 fois au plus, durée de 12 mois, préavis de 6 mois"
    never = stating(pack, "term.renewal", {"mode": "none"})
    assert facts(built(never, "key-terms"))["Renouvellement"] == "aucun"


def test_a_revision_names_its_cap_only_when_there_is_one(pack: Pack) -> None:
    assert "plafonnée à 3 % par an" in facts(built(pack, "key-terms"))["Révision des prix"]
    uncapped = stating(pack, "price.revision.cap", None)
    assert "plafonnée" not in facts(built(uncapped, "key-terms"))["Révision des prix"]
    firm = stating(pack, "price.revision.index", "none")
    assert facts(built(firm, "key-terms"))["Révision des prix"] == "prix fermes"


def test_the_forum_follows_the_clause_that_was_chosen(pack: Pack) -> None:
    assert "tribunal des activités économiques de Lyon" in facts(built(pack, "key-terms"))["Différends"]
    chosen = {name: clause for name, clause in pack.chosen.items() if name != "droit-applicable.juridiction"}
    by_law = replace(pack, chosen=chosen)
    assert "juridiction désignée par la loi" in facts(built(by_law, "key-terms"))["Différends"]


def test_a_line_goes_with_the_clause_that_it_is_from(pack: Pack) -> None:
    chosen = {name: clause for name, clause in pack.chosen.items() if name != "resiliation.convenance"}
    assert "Résiliation sans motif" in facts(built(pack, "key-terms"))
    assert "Résiliation sans motif" not in facts(built(replace(pack, chosen=chosen), "key-terms"))


def test_each_reference_is_resolved_to_a_number(pack: Pack) -> None:
    made = assemble(pack, ("contract",))
    assert [fault for fault in made.diagnostics if fault.code == "DG310"] == []
    (contract,) = made.value
    page = next(division for division in divisions(contract.children) if division.id == "recapitulatif")
    (table,) = tables(tuple(node for node in page.children))
    references = [
        inline for row in table.body for inline in row.cells[2].inlines if isinstance(inline, Reference)
    ]
    assert len(references) >= 18
    assert all(spaced(plain((reference,))).startswith("article ") for reference in references)


def test_the_page_stays_short(pack: Pack, small_pack: Pack) -> None:
    for each in (pack, small_pack):
        lines = sum(
            max(cell.count(" | ") + 1 + len(cell) // 95 for cell in row)
            for row in rows(built(each, "key-terms"))
        )
        assert lines <= 40
