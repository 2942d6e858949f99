"""Parties, documents, phases, services, perimeter and duties."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from docgen.assemble.blocks import phases
from docgen.model.document import Paragraph, Sheet, Table
from docgen.model.pack import ListedDocument, Pack, Revision
from docgen.render.widths import plain
from docgen.text.quantities import Duration, Unit

from .nodes import built, cells, facts, figures, rows, spaced, stating, tables


def test_the_numbers_of_the_parties_stand_side_by_side(pack: Pack) -> None:
    lines = {row[0]: row[1:] for row in rows(built(pack, "parties"))}
    assert lines["SIRET du siège"] == ("100 000 009 00017", "200 000 008 00017")
    assert lines["IBAN"][0] == "FR76 9999 9000 0100 0000 0000 115"


def test_a_number_of_one_party_alone_leaves_a_dash(pack: Pack) -> None:
    lines = {row[0]: row[1:] for row in rows(built(stating(pack, "parties.client.vat", None), "parties"))}
    assert lines["TVA intracommunautaire"] == ("–", "FR37200000008")


def test_beneficiaries_are_those_of_a_group_contract(pack: Pack) -> None:
    assert ("AURORE LOGISTIQUE", "100 001 007") in rows(built(pack, "beneficiaries"))
    assert built(stating(pack, "facts.group_contract", False), "beneficiaries") == ()


def test_every_exchanged_document_has_its_date(pack: Pack) -> None:
    lines = rows(built(pack, "exchanged-documents"))
    assert len(lines) == len(pack.engagement.printed["preamble"]["exchanged"])
    assert lines[0] == ("Cahier des charges", "2.1", "16 mars 2026")
    assert lines[1][1] == "–"


def test_precedence_ranks_amendments_contract_then_annexes(pack: Pack) -> None:
    lines = rows(built(pack, "precedence"))
    assert [row[0] for row in lines] == [str(rank) for rank in range(1, len(pack.listed) + 3)]
    assert lines[0][2].startswith("Avenants")
    assert lines[1][2:] == ("Contrat d’infogérance", pack.version, "dossier contractuel")
    assert lines[2][2:] == (
        "Protection des données à caractère personnel",
        pack.version,
        "dossier contractuel",
    )
    sla = next(row for row in lines if row[2] == "Convention de niveaux de service")
    assert sla[3:] == (pack.version, "dossier contractuel")


def test_precedence_names_the_amendments_of_the_history_the_latest_first(pack: Pack) -> None:
    natures = (
        ("1.0.0", "major"),
        ("1.1.0", "minor"),
        ("2.0.0", "major"),
        ("3.0.0", "major"),
        ("3.0.1-draft", "draft"),
    )
    history = tuple(Revision(version, date(2027, 5, 3), "X", nature, ()) for version, nature in natures)
    lines = rows(built(replace(pack, history=history), "precedence", amendments=True))
    assert [line[1] for line in lines[:4]] == ["–", "Avenant n° 2", "Avenant n° 1", "présent document"]
    assert [line[3] for line in lines[1:3]] == ["3.0.0", "2.0.0"]
    assert lines[0][2] == "Avenants ultérieurs, du plus récent au plus ancien"
    assert "3 mai 2027" in lines[1][2]
    first = rows(built(replace(pack, history=history[:2]), "precedence", amendments=True))
    assert (first[0][2], first[1][1]) == ("Avenants, du plus récent au plus ancien", "présent document")


def test_a_document_kept_elsewhere_may_have_no_version(pack: Pack) -> None:
    bare = replace(pack, listed=(ListedDocument("pas", "Plan d'assurance sécurité", "", 1, False),))
    assert rows(built(bare, "precedence"))[2][3] == "–"


def test_phases_follow_one_another_to_the_end_of_the_firm_term(pack: Pack) -> None:
    calendar = phases._calendar(pack)
    starts = {phase.label: phase.start for phase in calendar}
    assert starts["Initialisation"] == date(2027, 1, 4)
    assert starts["Vérification de service régulier"] == pack.engagement.printed["contract"]["service_start"]
    assert all(before.end == after.start for before, after in pairwise(calendar))
    running, last = calendar[-2:]
    assert (running.end, last.start, last.optional) == (date(2031, 1, 4), date(2031, 1, 4), True)
    assert not any(phase.optional for phase in calendar[:-1])


def test_the_calendar_is_told_in_words(pack: Pack) -> None:
    (figure,) = figures(built(pack, "phases"))
    words = spaced(figure.alternative)
    assert "Initialisation : du 4 janvier 2027 au 17 janvier 2027 (2 semaines)." in words
    assert "Réversibilité : 6 mois, au plus tôt à partir du 4 janvier 2031." in words


def test_a_phase_names_its_committee_and_deliverables(pack: Pack) -> None:
    first = rows(built(pack, "phases"))[0]
    assert first[0] == "Initialisation"
    assert first[3].startswith("– plan de prise en charge détaillé | – PAQ")
    assert first[5] == "COPROJ"


def test_prerequisites_are_numbered_with_their_delay(pack: Pack) -> None:
    lines = rows(built(pack, "prerequisites"))
    assert lines[2] == (
        "3",
        "Ouverture des accès d’administration et des accès distants nominatifs",
        "10 jours ouvrés",
    )


def test_each_service_has_a_sheet_with_its_terms(pack: Pack) -> None:
    sheets = [node for node in built(pack, "service-catalogue") if isinstance(node, Sheet)]
    assert [sheet.title for sheet in sheets] == [service.name for service in pack.engagement.services]
    hosting, support = facts((sheets[0],)), facts((sheets[1],))
    assert hosting["Redevance"] == "46 800,00 € hors taxes par mois"
    assert (hosting["RTO"], hosting["RPO"]) == ("4 h", "4 h")
    assert support["Fenêtre de Service"].startswith("Heures ouvrées | Lundi à vendredi")
    assert support["Utilisateurs"] == "1 200"
    assert "RTO" not in support
    assert hosting["Règlement (UE) 2023/2854"] == "service de traitement de données"
    assert "Règlement (UE) 2023/2854" not in support


def test_the_inventory_groups_lines_by_service(pack: Pack) -> None:
    nodes = built(pack, "inventory")
    lines = rows(nodes)
    baseline = pack.engagement.printed["scope"]["baseline"]
    assert len([row for row in lines if len(row) == 2]) == len(baseline)
    assert lines[0] == ("Hébergement et exploitation",)
    assert lines[1] == ("Serveurs virtuels", "126")
    note = nodes[-1]
    assert isinstance(note, Paragraph)
    assert "10 %" in spaced(plain(note.inlines))


def test_exclusions_are_numbered(pack: Pack) -> None:
    lines = rows(built(pack, "exclusions"))
    assert [row[0] for row in lines] == ["1", "2", "3", "4", "5"]
    assert lines[4][1] == "Les licences acquises par le Client auprès des éditeurs"


def test_duties_stand_under_their_regime_with_what_measures_them(pack: Pack) -> None:
    lines = rows(built(pack, "obligations"))
    regimes = [row[0] for row in lines if len(row) == 1]
    assert regimes == ["Obligations de résultat", "Obligations de moyens renforcées", "Obligations de moyens"]
    measured = {row[0]: row[1] for row in lines if len(row) == 2}
    assert len(measured) == len(pack.obligations) == 14
    assert measured["Exécuter les sauvegardes et pouvoir les restaurer"] == "Réussite des sauvegardes"
    assert measured["Informer, conseiller et mettre en garde le Client"] == "–"


def test_a_regime_that_no_duty_has_is_not_named(pack: Pack) -> None:
    duties = ({"id": "conseil", "duty": "conseiller", "regime": "means"},)
    silent = {name: replace(clause, obligations=()) for name, clause in pack.chosen.items()}
    without = replace(stating(pack, "obligations", duties), chosen=silent)
    assert rows(built(without, "obligations"))[0] == ("Obligations de moyens",)


def test_a_duty_that_a_clause_states_goes_before_the_one_of_the_engagement(pack: Pack) -> None:
    duties = ({"id": "conseil", "duty": "conseiller autrement", "regime": "result"},)
    stated = stating(pack, "obligations", duties).obligations
    assert stated == pack.obligations
    assert [duty.regime for duty in stated if duty.id == "conseil"] == ["means"]


def test_a_delay_of_a_phase_in_months_ends_on_the_same_day(pack: Pack) -> None:
    phase = {**pack.engagement.printed["phases"][0], "duration": Duration(1, Unit.MONTH)}
    (only,) = phases._calendar(stating(pack, "phases", (phase,)))
    assert only.end == date(2027, 2, 4)


def test_the_head_of_a_table_names_every_column(pack: Pack) -> None:
    for name in ("phases", "precedence", "prerequisites", "exchanged-documents"):
        (table,) = tables(tuple(node for node in built(pack, name) if isinstance(node, Table)))
        assert len(cells(table.head[0])) == len(table.widths) == len(table.body[0].cells)


def test_key_people_are_named_with_their_function(pack: Pack) -> None:
    lines = rows(built(pack, "key-people"))
    assert lines[0] == ("Dany PARABOLE", "Responsable de la livraison des services (SDM)")
    assert len(lines) == len(pack.engagement.staff.key_people)
    assert built(stating(pack, "staff.key_people", None), "key-people") == ()
