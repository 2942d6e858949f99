"""Rules on the law, where their examples show one of several cases."""

import pytest

from .test_parties import messages

PUBLIC = "facts: {client_public: true}\n"


@pytest.mark.parametrize(
    ("facts", "ceiling"),
    [
        ("payment: {term: 60 days}", "45 days of a periodic invoice"),
        ("payment: {term: 33 business days}", "45 days of a periodic invoice"),
        (
            "billing: {frequency: monthly_in_advance}\npayment: {term: 43 business days}",
            "60 days of a term from the invoice",
        ),
        (PUBLIC + "payment: {term: 31 days}", "30 days of a public buyer"),
    ],
)
def test_each_ceiling_of_the_payment_term(facts: str, ceiling: str) -> None:
    (message,) = messages("DG485", facts)
    assert ceiling in message


@pytest.mark.parametrize(
    "facts",
    [
        "payment: {term: 45 days}",
        "billing: {frequency: monthly_in_advance}\npayment: {term: 60 days}",
        PUBLIC + "payment: {term: 30 days}",
    ],
)
def test_a_term_at_its_ceiling_is_lawful(facts: str) -> None:
    assert messages("DG485", facts) == []


def test_the_floor_of_the_late_rate_is_three_times_the_legal_rate() -> None:
    year = "contract: {date: 2026-05-04}\n"
    assert messages("DG486", year + "payment: {late_rate: fixed, late_rate_fixed: 7.86 %}") == []
    (message,) = messages("DG486", year + "payment: {late_rate: fixed, late_rate_fixed: 7.85 %}")
    assert "first half of 2026, 2.62 %" in message


def test_an_unknown_half_year_is_noted_and_not_guessed() -> None:
    facts = "payment: {late_rate: fixed, late_rate_fixed: 1 %}"
    assert messages("DG486", facts) == []
    assert messages("DG487", facts) == [
        "the legal rate of the second half of 2026 is not known; three times that of the first half of 2026 is 7.86 %"
    ]


def test_a_public_buyer_has_one_rate_only() -> None:
    assert messages("DG486", PUBLIC + "payment: {late_rate: ecb_plus_10}") != []
    assert messages("DG486", PUBLIC + "payment: {late_rate: ecb_plus_8}") == []


def test_the_floor_of_the_liability_cap_counts() -> None:
    assert messages("DG489", "liability: {cap: 10 %, cap_floor: 60 000 EUR}") == []
    assert messages("DG489", "liability: {cap: 10 %, cap_floor: 59 999 EUR}") != []


@pytest.mark.parametrize(("cap", "words"), [("4.99 %", "derisory"), ("30.01 %", "excessive")])
def test_the_monthly_cap_at_both_ends(cap: str, words: str) -> None:
    (message,) = messages("DG490", f"sla: {{credits: {{monthly_cap: {cap}, yearly_cap: 4 %}}}}")
    assert words in message


@pytest.mark.parametrize("cap", ["5 %", "30 %"])
def test_usual_monthly_caps(cap: str) -> None:
    assert messages("DG490", f"sla: {{credits: {{monthly_cap: {cap}, yearly_cap: 5 %}}}}") == []


def test_no_court_needs_no_merchant() -> None:
    assert (
        messages(
            "DG495",
            "parties: {client: {merchant: false}}\ndisputes: {forum: arbitration, arbitration: {rules: r, seat: Paris, arbitrators: 3}}",
        )
        == []
    )


def test_arbitration_with_a_court_is_two_forums() -> None:
    facts = "disputes: {forum: arbitration, arbitration: {rules: r, seat: Paris, arbitrators: 3}}"
    assert messages("DG496", facts) == ["the forum is 'arbitration', and disputes.court is given"]


def test_a_public_contract_has_its_own_hardship_rules() -> None:
    assert messages("DG499", PUBLIC + "hardship: {mode: exclude_provider}") == []
