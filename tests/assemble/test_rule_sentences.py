"""The sentences of the rules: each follows its parameter."""

from dataclasses import replace
from decimal import Decimal

import pytest

from docgen.assemble import rule_sentences
from docgen.assemble.step_sentences import said
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.sla import (
    Caps,
    Compared,
    Counting,
    Cumulation,
    Direction,
    EarnBack,
    EarnBackShare,
    Exclusion,
    Indicator,
    LinearScale,
    PenaltyBase,
    PenaltyTerms,
    PerIncidentScale,
    PointScale,
    Repetition,
    Rounding,
    RoundingMode,
    StepScale,
)
from docgen.read.shared_context import SharedContext
from docgen.sla.steps import STEP_KEYS, count, money, percent, step
from docgen.text.quantities import Money

D = Decimal


@pytest.fixture(scope="module")
def locale(pack: Pack) -> Locale:
    return pack.locale


@pytest.fixture(scope="module")
def indicator(pack: Pack) -> Indicator:
    return pack.engagement.sla.sheets[3].indicator


@pytest.fixture(scope="module")
def terms(pack: Pack) -> PenaltyTerms:
    return pack.engagement.sla.terms


def test_each_method_of_exclusion_has_its_own_sentence(locale: Locale) -> None:
    assert len({rule_sentences.availability(locale, exclusion) for exclusion in Exclusion}) == 3


@pytest.mark.parametrize("mode", RoundingMode)
def test_rounding_names_its_decimals(locale: Locale, mode: RoundingMode) -> None:
    assert "3 décimales" in rule_sentences.rounding(locale, Rounding(3, mode))
    assert "1 décimale" in rule_sentences.rounding(locale, Rounding(1, mode))
    assert "décimales" not in rule_sentences.rounding(locale, Rounding(1, mode))


def test_the_compared_value_is_said(locale: Locale, indicator: Indicator) -> None:
    assert "arrondie est comparée" in rule_sentences.comparison(
        locale, replace(indicator, compared=Compared.ROUNDED)
    )
    assert "avant arrondi" in rule_sentences.comparison(
        locale, replace(indicator, compared=Compared.UNROUNDED)
    )


def test_a_sample_of_one_needs_no_rule(locale: Locale, indicator: Indicator) -> None:
    assert rule_sentences.small_sample(locale, replace(indicator, min_sample=1)) == ""
    # 5 % of 59 events is 2.95.
    assert "(sur 59, 2 non conformes" in rule_sentences.small_sample(
        locale, replace(indicator, min_sample=60)
    )


def test_started_and_pro_rata_differ(locale: Locale) -> None:
    def say(how: Counting) -> tuple[str, str]:
        step_, hour = LinearScale("x", D(1), D(1), how), PerIncidentScale("x", D(1), 60, how)
        return rule_sentences.counting(locale, step_), rule_sentences.counting(locale, hour)

    assert "pas entamé" in say(Counting.STARTED)[0]
    assert "heure entamée" in say(Counting.STARTED)[1]
    assert all("prorata" in sentence for sentence in say(Counting.PRO_RATA))
    assert rule_sentences.counting(locale, PointScale("x", D(1), ())) == ""


def test_repetition_is_silent_where_all_multipliers_are_one(locale: Locale, terms: PenaltyTerms) -> None:
    assert "1, 1,5 et 2" in rule_sentences.repetition(locale, terms)
    assert rule_sentences.repetition(locale, replace(terms, repetition=Repetition((D(1), D(1))))) == ""


def test_caps_in_their_order(locale: Locale, terms: PenaltyTerms) -> None:
    both = rule_sentences.caps(locale, terms)
    assert both.index("15") < both.index("ensuite") < both.index("ni reporté ni dû")
    assert rule_sentences.caps(locale, replace(terms, caps=Caps())) == ""


def test_a_cap_is_said_of_its_base(locale: Locale, terms: PenaltyTerms) -> None:
    def monthly(base: PenaltyBase) -> str:
        return rule_sentences.caps(locale, replace(terms, caps=Caps(D(15), None, base)))

    assert "Service par Service, à 15" in monthly(PenaltyBase.SERVICE_MONTHLY_FEE)
    assert "15\u00a0% du total des Redevances mensuelles" in monthly(PenaltyBase.TOTAL_MONTHLY_FEE)
    assert "ensuite" not in monthly(PenaltyBase.TOTAL_MONTHLY_FEE)
    yearly = rule_sentences.caps(locale, replace(terms, caps=Caps(None, D(10))))
    assert yearly.startswith("Le résultat est ensuite ramené")
    assert yearly.endswith("L’excédent n’est ni reporté ni dû.")


def test_the_smallest_amount_is_named(locale: Locale) -> None:
    assert "50,00" in rule_sentences.minimum(locale, Money(D(50), "EUR"))


def test_a_boundary_falls_in_the_band_of_its_direction(locale: Locale, indicator: Indicator) -> None:
    scale = StepScale("x", ())
    said = {
        rule_sentences.edge(locale, scale, replace(indicator, direction=way), "99,9 %") for way in Direction
    }
    assert len(said) == 2
    assert all("99,9 %" in sentence for sentence in said)
    assert rule_sentences.edge(locale, PointScale("x", D(1), ()), indicator, "1") == ""


def test_one_cause_costs_once_or_each_time(locale: Locale, terms: PenaltyTerms) -> None:
    assert "qu’une fois" in rule_sentences.cumulation(locale, replace(terms, cumulation=Cumulation.MAX))
    assert "s’additionnent" in rule_sentences.cumulation(locale, replace(terms, cumulation=Cumulation.SUM))


def test_grace_and_earn_back(locale: Locale, terms: PenaltyTerms) -> None:
    assert "2\u00a0mois" in rule_sentences.grace(locale, terms)
    assert rule_sentences.grace(locale, replace(terms, grace_months=0)) == ""
    assert "en totalité si" in rule_sentences.earn_back(locale, EarnBack(3, EarnBackShare.FULL))
    assert "une fraction sur 6" in rule_sentences.earn_back(locale, EarnBack(6, EarnBackShare.PARTIAL))
    assert "n’est pas restituée" in rule_sentences.earn_back(locale, None)


def test_every_step_has_a_sentence_in_every_language(context: SharedContext) -> None:
    for locale in context.locales.values():
        assert locale.words.keys() >= STEP_KEYS


def test_a_step_shows_its_figures(locale: Locale) -> None:
    shown = said(
        locale,
        step(
            "share", (money("fee", D("46800.00")), percent("rate", D("7.5"))), money("amount", D("3510.00"))
        ),
        "EUR",
    )
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in shown] == [
        "Montant : 46 800,00 € × 7,5 %",
        "3 510,00 €",
    ]


def test_operands_are_summed(locale: Locale) -> None:
    parts = (money("amount", D("1.00")), money("amount", D("2.00")))
    shown = said(locale, step("incidents", parts, money("amount", D("3.00"))), "EUR")
    assert shown.operation.replace("\u00a0", " ") == "Montant des Incidents : 1,00 € + 2,00 €"


def test_a_number_without_end_is_cut_to_four_decimals(locale: Locale) -> None:
    units = count("units", D(80) / 60)
    shown = said(
        locale, step("incident", (units, money("price", D("34.01"))), money("amount", D("45.35"))), "EUR"
    )
    assert shown.operation.replace("\u00a0", " ") == "Montant de l’Incident : 1,3333 × 34,01 €"


def test_a_measure_keeps_the_decimals_of_the_report(locale: Locale) -> None:
    shown = said(locale, step("band", (percent("measured", D("99.70")),), percent("rate", D(5))), "EUR")
    assert "99,70" in shown.operation
    whole = said(
        locale,
        step(
            "rate", (count("units", D("2")), percent("rate_per_unit", D("1.50"))), percent("rate", D("3.00"))
        ),
        "EUR",
    )
    assert "1,5" in whole.operation
    assert "1,50" not in whole.operation
