from decimal import Decimal

import pytest

from docgen.model.measures import Measures
from docgen.model.sla import Caps, Cumulation, PenaltyTerms
from docgen.sla.intervals import Interval
from docgen.sla.measuring import Evidence
from docgen.sla.settle import MonthOutcome, settle
from docgen.sla.simulation import Difference, differences
from docgen.sla.statement import Statement

from .deal import at, deal
from .months import agreement, met, missed, month, terms

CAPPED = terms(Cumulation.SUM, Caps(monthly=Decimal(1)))
"""A cap of 200 of 20 000."""


def settled(agreed: PenaltyTerms, *months: MonthOutcome) -> tuple[Statement, ...]:
    """Statements of which only the settlement matters."""
    evidence = Evidence(deal(), Interval(at(1, 1), at(2, 1)), (), ())
    return tuple(
        Statement(Measures(one.month), evidence, (), one) for one in settle(agreement(agreed), months)
    )


FIRST, SECOND = month(0, missed("a", 300), missed("b", 100)), month(1, met("a"), missed("c", 50))


def test_each_indicator_is_compared_then_the_month() -> None:
    found = differences(settled(terms(Cumulation.SUM), FIRST, SECOND), settled(CAPPED, FIRST, SECOND))
    assert found == (
        Difference(FIRST.month, "a", Decimal(300), Decimal(150)),
        Difference(FIRST.month, "b", Decimal(100), Decimal(50)),
        Difference(FIRST.month, "", Decimal(400), Decimal(200)),
        Difference(SECOND.month, "a", Decimal(0), Decimal(0)),
        Difference(SECOND.month, "c", Decimal(50), Decimal(50)),
        Difference(SECOND.month, "", Decimal(50), Decimal(50)),
    )
    assert [one.amount for one in found] == [-150, -50, -200, 0, 0, 0]


def test_an_indicator_that_only_one_side_has_costs_nothing_on_the_other() -> None:
    one, two = month(0, missed("a", 300)), month(0, missed("b", 100))
    found = differences(settled(terms(), one), settled(terms(), two))
    assert [(each.indicator, each.present, each.other) for each in found] == [
        ("a", 300, 0),
        ("b", 0, 100),
        ("", 300, 100),
    ]


def test_amounts_have_cents() -> None:
    found = differences(settled(terms(), SECOND), settled(terms(), SECOND))
    assert {str(each.present) for each in found} == {"0.00", "50.00"}
    assert {str(each.other) for each in found} == {"0.00", "50.00"}


def test_as_many_months_are_compared_on_both_sides() -> None:
    with pytest.raises(ValueError, match="zip"):
        differences(settled(terms(), FIRST, SECOND), settled(terms(), FIRST))
