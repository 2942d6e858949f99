"""The blocks of a credit statement: the figures are those of the statement, each line names its clause."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from docgen.assemble.grounds import GROUNDS, ground
from docgen.assemble.settled import settled
from docgen.model.document import Cell, Figure, Inline, Reference
from docgen.model.measures import Measures
from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader
from docgen.pipeline.statements import KIND, Series, read_months, statement_document
from docgen.read.shared_context import SharedContext
from docgen.render.widths import columns, places
from docgen.sla.statement import Statement, statements
from docgen.text.quantities import Month
from docgen.workspace import Workspace

from .nodes import Node, askew, built, cells, rows, tables

BLOCKS = (
    "statement-summary", "statement-indicators", "statement-grounds", "statement-computation", "statement-caps",
    "statement-exclusions", "statement-incidents",
)  # fmt: skip


@pytest.fixture(scope="module")
def measures(pack: Pack, reader: Reader) -> tuple[Measures, ...]:
    assert isinstance(reader.files, Workspace)
    months, _ = read_months(Reader(reader.files), pack.engagement, ("engagements/aurore/measures",))
    return months


@pytest.fixture(scope="module")
def history(pack: Pack, measures: tuple[Measures, ...]) -> tuple[Statement, ...]:
    return statements(pack.engagement, measures)


def shown(pack: Pack, name: str, history: tuple[Statement, ...]) -> tuple[Node, ...]:
    return built(settled(pack, history), name)


def references(cell: Cell) -> list[str]:
    def within(inlines: tuple[Inline, ...]) -> list[str]:
        return [inline.target for inline in inlines if isinstance(inline, Reference)]

    return within(cell.inlines)


@pytest.mark.parametrize("name", BLOCKS)
def test_without_measures_there_is_nothing(pack: Pack, name: str) -> None:
    assert built(pack, name) == ()


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_month_in_both_languages(
    pack: Pack, context: SharedContext, history: tuple[Statement, ...], name: str, language: str
) -> None:
    spoken = replace(pack, locale=context.locales[language])
    for upto in range(1, len(history) + 1):
        nodes = shown(spoken, name, history[:upto])
        assert not re.search(r"\{[a-z_]+\}", repr(nodes))
        for table in tables(nodes):
            assert table.caption
            assert table.body
            assert len(table.widths) == columns(table)
            assert sum(table.widths) == 100
            assert askew(table) == []
            for row in table.body:
                assert sum(cell.colspan for _, cell in places(row)) == columns(table)
        for figure in (node for node in nodes if isinstance(node, Figure)):
            assert figure.caption
            assert len(figure.alternative) > 40


@pytest.mark.parametrize("name", GROUNDS)
def test_every_ground_is_a_clause_of_the_library(pack: Pack, name: str) -> None:
    known = [clause for clause in GROUNDS[name] if pack.library.find(clause, "fr") is not None]
    assert known == list(GROUNDS[name])


def test_the_grounds_of_one_engagement_are_its_own(pack: Pack) -> None:
    held = {name: clause.id for name in GROUNDS if (clause := ground(pack, name)) is not None}
    assert held["cumulation"] == "penalites.cumul-maximum"
    assert "bonus" not in held


def test_the_totals_lead_to_what_is_due(pack: Pack, history: tuple[Statement, ...]) -> None:
    assert [row[:2] for row in rows(shown(pack, "statement-summary", history))] == [
        ("Pénalités des Indicateurs, répétition comprise", "31 786,60 €"),
        ("Écarts de même cause, comptés une seule fois", "– 13 130,00 €"),
        ("Excédent des plafonds", "– 7 037,60 €"),
        ("Pénalités dues au titre du Mois", "11 619,00 €"),
    ]


def test_each_indicator_names_what_it_rests_on(pack: Pack, history: tuple[Statement, ...]) -> None:
    (table,) = tables(shown(pack, "statement-indicators", history))
    assert len(table.body) == len(history[-1].lines)
    by_title = {cells(row)[0]: row for row in table.body}
    assert all(references(row.cells[-1]) for row in table.body)
    calls = by_title["Appels abandonnés"]
    assert cells(calls)[1:5] == (
        "12,05 % | 143 sur 1 187 | 2e période manquée consécutive",
        "6 %",
        "manqué",
        "2 181,95 €",
    )
    assert references(calls.cells[-1]) == [
        "sla-mesure.arrondi",
        "sla-penalites.baremes",
        "sla-penalites.repetition",
        "penalites.plafond",
    ]


def test_the_computation_shows_each_step_to_the_amount_due(
    pack: Pack, history: tuple[Statement, ...]
) -> None:
    told = rows(shown(pack, "statement-computation", history))
    at = told.index(("Disponibilité de l’hébergement – cause : cœur de réseau",))
    assert told[at + 1 : at + 4] == [
        ("Taux du palier dans lequel se trouve la valeur de 98,85 %", "15 %"),
        ("Montant : 46 800,00 € × 15 %", "7 020,00 €"),
        ("Répétition, période manquée n° 2 : 7 020,00 € × 1,5", "10 530,00 €"),
    ]
    assert ("Total, tous Services confondus : 7 020,00 € + 4 260,00 € + 339,00 €", "11 619,00 €") in told
    assert told[-1] == ("Pénalités dues au titre du Mois", "11 619,00 €")


def test_in_the_run_in_an_amount_is_shown_and_not_due(pack: Pack, measures: tuple[Measures, ...]) -> None:
    levels = pack.engagement.sla
    spared = replace(pack.engagement, sla=replace(levels, terms=replace(levels.terms, grace_months=24)))
    nodes = shown(replace(pack, engagement=spared), "statement-computation", statements(spared, measures))
    told = rows(nodes)
    at = told.index(("Disponibilité de l’hébergement – cause : cœur de réseau",))
    assert told[at + 2] == ("Montant : 46 800,00 € × 15 %", "7 020,00 €")
    assert told[at + 3][0].startswith("Période de rodage : montant mesuré, non dû (")
    assert told[at + 3][1] == "0,00 €"
    assert told[-1] == ("Pénalités dues au titre du Mois", "0,00 €")


def test_a_month_without_a_miss_says_so(pack: Pack, measures: tuple[Measures, ...]) -> None:
    better = tuple(
        replace(one, number=800) if one.indicator == "premier-contact" else one for one in measures[0].series
    )
    good = statements(pack.engagement, (replace(measures[0], series=better),))
    assert list(tables(shown(pack, "statement-computation", good))) == []
    assert len(shown(pack, "statement-computation", good)) == 1


def test_the_hour_that_comes_twice_is_told_apart(pack: Pack, history: tuple[Statement, ...]) -> None:
    night = next(
        row for row in rows(shown(pack, "statement-exclusions", history[:2])) if "31/10/2027" in row[1]
    )
    assert night[1:3] == ("du 31/10/2027 01:40 au 31/10/2027 02:25 (UTC+1)", "1 h 45 min")


def test_the_holiday_is_not_counted(pack: Pack, history: tuple[Statement, ...]) -> None:
    calls = next(row for row in rows(shown(pack, "statement-exclusions", history)) if "10/11/2027" in row[1])
    assert calls[2] == "39 h 20 min | dont 1 h 20 min en Fenêtre de Service"


def test_what_is_refused_says_why(pack: Pack, history: tuple[Statement, ...]) -> None:
    decisions = {
        row[3] for upto in (1, 2, 3) for row in rows(shown(pack, "statement-exclusions", history[:upto]))
    }
    assert "compté : force majeure, sans justification jointe au relevé" in decisions
    assert any(decision.startswith("compté : préavis insuffisant") for decision in decisions)
    assert any(decision.startswith("compté : au-delà de la fin annoncée") for decision in decisions)
    assert any(decision.startswith("exclu : Maintenance Planifiée") for decision in decisions)
    assert any(decision.startswith("exclu : fait du Client, justifié") for decision in decisions)


def test_incidents_that_do_not_count_stand_apart(pack: Pack, history: tuple[Statement, ...]) -> None:
    counted, apart = tables(shown(pack, "statement-incidents", history[:1]))
    assert any("Doublon" in cells(row)[3] for row in apart.body)
    assert any("Encore ouvert" in cells(row)[3] for row in apart.body)
    assert not {cells(row)[0] for row in counted.body} & {cells(row)[0] for row in apart.body}


def test_all_incidents_may_be_listed(pack: Pack, history: tuple[Statement, ...]) -> None:
    few, *_ = tables(shown(pack, "statement-incidents", history))
    every, *_ = tables(built(settled(pack, history), "statement-incidents", all=True))
    assert len(few.body) == 6
    assert len(every.body) == 48


def test_the_document_is_numbered_with_its_pack(
    pack: Pack, context: SharedContext, history: tuple[Statement, ...]
) -> None:
    outline = next(outline for outline in context.outlines if outline.kind == KIND)
    series = Series(pack, history, frozenset(), {}, {})
    document, diagnostics = statement_document(series, Month(2027, 10), outline)
    assert diagnostics == ()
    assert document is not None
    assert document.title.replace("\u00a0", " ") == "Relevé des Pénalités – octobre 2027"
    assert "article 16.3 du Contrat" in repr(document).replace("\\xa0", " ")
    assert history[1].settlement.due == Decimal("7452.40")


@pytest.mark.parametrize("word", ["status.statement", "blocks.statement.title", "status.final"])
def test_a_word_that_a_statement_lacks_is_told(
    pack: Pack, context: SharedContext, history: tuple[Statement, ...], word: str
) -> None:
    outline = next(outline for outline in context.outlines if outline.kind == KIND)
    words = {key: text for key, text in pack.locale.words.items() if key != word}
    final = replace(pack, draft=False, locale=replace(pack.locale, words=words))
    document, (fault,) = statement_document(
        Series(final, history, frozenset(), {}, {}), Month(2027, 10), outline
    )
    assert (document, fault.code) == (None, "DG222")
    assert word in fault.message
