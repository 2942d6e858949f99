"""Rules on parties, dates and money, where their examples show one of several cases."""

from datetime import date

import pytest

from docgen.rules.law._courts import CITIES, proper_name
from docgen.rules.law._legal_rate import RATES, HalfYear, half_year, last_known

from .harness import check_files

DEMO = "engagements/demo/engagement.yaml"


def messages(code: str, facts: str) -> list[str]:
    """The messages of a code for an engagement that states some facts."""
    return [d.message for d in check_files({DEMO: f"id: demo\n{facts}\n"}) if d.code == code]


@pytest.mark.parametrize(
    ("facts", "number"),
    [
        ('parties: {client: {siret: "100 000 009 00018"}}', "SIRET"),
        ("parties: {provider: {vat: FR38200000008}}", "VAT number"),
        ("parties: {provider: {iban: FR7699999000010000000000213}}", "IBAN"),
        ('parties: {beneficiaries: [{name: FILIALE, siren: "300 000 008"}]}', "SIREN"),
        (
            "subcontracting: {list: [{name: SOUS, siren: '300 000 008', service: x, country: France, personal_data: false}]}",
            "SIREN",
        ),
    ],
)
def test_each_number_is_held_against_its_key(facts: str, number: str) -> None:
    (message,) = messages("DG400", facts)
    assert f"is not a valid {number}" in message


def test_a_vat_number_from_outside_the_union_is_not_checked() -> None:
    assert messages("DG400", "parties: {client: {vat: GB980780684}}") == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("preamble: {exchanged: [{document: Offre, date: 2026-12-01}]}", "the exchange of 'Offre'"),
        ("signature: {date: 2026-11-23}", "the signature, 2026-11-23, is before the date of this version"),
        (
            "parties: {client: {signatory: {authority: delegation, authority_date: 2026-12-16}}}",
            "the power of Camille EXEMPLE",
        ),
    ],
)
def test_dates_out_of_order(facts: str, words: str) -> None:
    (message,) = messages("DG402", facts)
    assert words in message


def test_dates_on_the_same_day_are_in_order() -> None:
    facts = "contract: {date: 2027-01-01, effective: 2027-01-01, service_start: 2027-01-01}\nsignature: {date: 2027-01-01}"
    assert messages("DG402", facts) == []
    assert messages("DG403", facts) == []


def test_a_renewal_that_is_none_needs_no_bound_and_no_notice() -> None:
    facts = "term: {renewal: {mode: none, notice: 6 months, duration: 6 months}}"
    assert messages("DG404", facts) == messages("DG405", facts) == []


def test_capital_and_indemnity_may_be_in_another_currency() -> None:
    assert messages("DG406", "parties: {client: {capital: 100 000 CHF}}") == []
    found = messages("DG406", "price: {currency: CHF}")
    assert found
    assert not any(message.startswith("40 EUR") for message in found)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("liability: {cap: 300 %}", "the raised cap, 200 %"),
        ("transition: {delay_penalty: 25 %}", "the cap of the delay penalty, 20 %"),
        ("sla: {bonus: {rate: 16 %, threshold: 99.9 %}}", "the monthly cap of the penalties, 15 %"),
        ("exit: {first_export: 200 days}", "the length of the reversibility, 6 months"),
    ],
)
def test_a_part_larger_than_its_whole(facts: str, words: str) -> None:
    (message,) = messages("DG409", facts)
    assert words in message


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ("exit: {price_mode: day_rates_capped}", ["exit.day_cap", "price.day_rates"]),
        ("sla: {earn_back: {mode: per_month}}", ["sla.earn_back.months"]),
        ("signature: {mode: paper}", ["signature.originals", "signature.place"]),
    ],
)
def test_a_choice_without_its_detail(facts: str, missing: list[str]) -> None:
    assert [message.split(", and ")[1] for message in messages("DG414", facts)] == [
        f"{m} is missing" for m in missing
    ]


def test_affiliates_without_a_group_are_found_too() -> None:
    facts = 'parties: {beneficiaries: [{name: FILIALE, siren: "300 000 007"}]}'
    assert messages("DG413", facts) == ["affiliates are named, and facts.group_contract is false"]


@pytest.mark.parametrize(
    ("vsr", "long_enough"),
    [("22 business days", True), ("20 business days", False), ("4 weeks", False), ("5 weeks", True)],
)
def test_a_vsr_is_compared_in_calendar_days(vsr: str, long_enough: bool) -> None:
    assert (messages("DG415", f"acceptance: {{vsr: {vsr}}}") == []) is long_enough


def test_half_years() -> None:
    assert half_year(date(2026, 6, 30)) == HalfYear(2026, 1)
    assert half_year(date(2026, 7, 1)) == HalfYear(2026, 2)
    assert last_known(HalfYear(2026, 2)) == HalfYear(2026, 1)
    assert last_known(min(RATES)) is None


@pytest.mark.parametrize(
    ("court", "name"),
    [
        ("tribunal de commerce du Mans", "tribunal des activités économiques du Mans"),
        ("Tribunal de Commerce d’Avignon", "tribunal des activités économiques d'Avignon"),
        ("tribunal des activités économiques de Grenoble", "tribunal de commerce de Grenoble"),
        ("tribunal des activités économiques de Saint-Brieuc", ""),
        ("tribunal de commerce de Grenoble", ""),
        ("tribunal judiciaire de Lyon", ""),
        ("commercial court of Lyon", ""),
    ],
)
def test_the_name_of_a_court(court: str, name: str) -> None:
    assert proper_name(court, date(2026, 11, 24)) == name


def test_the_list_of_courts_holds_from_2025_to_2028() -> None:
    assert len(CITIES) == 12
    assert proper_name("tribunal de commerce de Lyon", date(2024, 12, 31)) == ""
    assert proper_name("tribunal de commerce de Lyon", date(2025, 1, 1)) != ""
    assert proper_name("tribunal de commerce de Lyon", date(2029, 1, 1)) == ""
