"""Values that follow from the engagement: exact, to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.assemble.computed import NAMES
from docgen.text.quantities import Duration, Money, Unit

from .small import clause, contract, resolved

OUTLINE = contract(("un", ["a.b"]))


def computed(facts: str) -> dict[str, object]:
    return dict(resolved(clause("a.b", "x"), OUTLINE, facts=facts).computed.printed)


SERVICE = (
    "  - {{id: s{rank}, name: Nom, description: Texte, window: HO, monthly_fee: {fee}, rto: 4 h, rpo: 4 h, backup_interval: 2 h,"
    " components: [{{name: c, availability: 99.5 %, count: 2, needed: 1}}], exit_deliverables: [images]}}\n"
)


def services(*fees: str) -> str:
    """Services that differ by their monthly fee alone."""
    return "services:\n" + "".join(SERVICE.format(rank=rank, fee=fee) for rank, fee in enumerate(fees))


def test_every_name_is_documented() -> None:
    surviving = resolved(clause("a.b", "x", survives="true"), OUTLINE).computed.printed
    assert set(surviving) == set(NAMES)


def test_the_firm_term_ends_the_day_before_its_anniversary() -> None:
    assert computed("contract: {effective: 2027-01-04}\nterm: {initial: 48 months}")["end"] == date(
        2031, 1, 3
    )
    assert computed("contract: {effective: 2027-01-31}\nterm: {initial: 13 months}")["end"] == date(
        2028, 2, 28
    )
    assert computed("contract: {effective: 2027-03-01}\nterm: {initial: 3 years}")["end"] == date(2030, 2, 28)


@pytest.mark.parametrize(
    ("renewal", "months"),
    [
        ("{mode: express, duration: 12 months, max_count: 2, notice: 6 months}", 60),
        ("{mode: express, duration: 1 year, max_count: 3, notice: 6 months}", 72),
    ],
)
def test_the_longest_term_counts_every_renewal(renewal: str, months: int) -> None:
    assert computed(f"term: {{initial: 36 months, renewal: {renewal}}}")["longest_term"] == Duration(
        months, Unit.MONTH
    )


def test_fees_and_caps_follow_from_the_sum_of_the_monthly_fees() -> None:
    values = computed(
        services("1 000.10 EUR", "0.20 EUR", "99.70 EUR")
        + "term: {initial: 36 months}\nliability: {cap: 150 %, cap_floor: 1 EUR, supercap: 300 %}"
    )
    assert {
        name: value.amount
        for name, value in values.items()
        if isinstance(value, Money) and name != "transition_penalty_cap"
    } == {
        "monthly_fee": Decimal("1100.00"),
        "annual_fee": Decimal("13200.00"),
        "firm_fee": Decimal("39600.00"),
        "liability_cap": Decimal("19800.00"),
        "liability_supercap": Decimal("39600.00"),
    }


def test_a_cap_is_never_below_its_floor_nor_the_raised_cap_below_the_cap() -> None:
    values = computed("liability: {cap: 1 %, cap_floor: 999 999 999.50 EUR, supercap: 2 %}")
    assert values["liability_cap"] == values["liability_supercap"] == Money(Decimal("999999999.50"), "EUR")


def test_half_a_cent_is_rounded_up() -> None:
    values = computed("transition: {price: 1.50 EUR, delay_penalty_cap: 15 %}")
    assert values["transition_penalty_cap"] == Money(Decimal("0.23"), "EUR"), "0.225 EUR"


def test_an_article_survives_by_its_clause_or_by_the_engagement() -> None:
    texts = {**clause("a.b", "x", survives="true"), **clause("c.d", "x"), **clause("e.f", "x")}
    outline = contract(("un", ["a.b"]), ("deux", ["c.d"]), ("trois", ["e.f"]))
    facts = "survival: [trois]\nomitted: [{article: deux, reason: Motif}]"
    assert resolved(texts, outline, facts=facts).computed.surviving == ("un", "trois")
