"""What is told of a condition without an engagement."""

import pytest

from docgen.read.condition import parse_condition
from docgen.rules.values._conditions import can_hold, guards

MEDIATION = ("disputes", "mediation")


@pytest.mark.parametrize(
    ("condition", "guarded"),
    [
        ("", False),
        ("disputes.mediation", True),
        ("disputes.mediation.centre", True),
        ("disputes", False),
        ("facts.on_call and disputes.mediation", True),
        ("facts.on_call or disputes.mediation", False),
        ("disputes.mediation.centre or disputes.mediation", True),
        ("not disputes.mediation", False),
    ],
)
def test_a_condition_guards_what_must_be_there_for_it_to_hold(condition: str, guarded: bool) -> None:
    assert guards(parse_condition(condition), MEDIATION) is guarded


@pytest.mark.parametrize(
    ("condition", "possible"),
    [
        ("facts.on_call", True),
        ("facts.on_call and not facts.on_call", False),
        ("payment.mode == 'net_days' and payment.mode == 'end_of_month_after'", False),
        ("payment.mode != 'net_days' and payment.mode != 'end_of_month_after'", True),
        (
            "payment.mode != 'net_days' and payment.mode != 'end_of_month_after' and payment.mode != 'end_of_month_then'",
            False,
        ),
        ("not payment.mode", False),
        ("not disputes.court", True),
        ("disputes.court and not disputes.mediation", True),
        ("not services", False),
        ("not disputes.court and disputes.court == 'x'", False),
        (" and ".join(f"f{place}" for place in range(11)) + " and not f0", True),  # too many facts to try
    ],
)
def test_all_cases_of_the_facts_are_tried(condition: str, possible: bool) -> None:
    assert can_hold(parse_condition(condition)) is possible
