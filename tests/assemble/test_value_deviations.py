"""Values that leave the default terms: which, and who approved them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from docgen.assemble.value_deviations import covering, value_deviations
from docgen.model.pack import Pack
from docgen.read.engagement import shaped
from docgen.text.quantities import Percent


def deal(pack: Pack, terms: dict[str, Any], *agreed: dict[str, str], **approvers: str) -> Pack:
    """The pack under these default terms alone, with what the engagement states of its values."""
    values = {**pack.engagement.printed, "agreed_values": agreed}
    named = {path.replace("__", "."): role for path, role in approvers.items()}
    return replace(pack, engagement=shaped(values, default_terms=terms), value_approvers=named)


def yearly(points: str) -> dict[str, Any]:
    """Default terms with a yearly cap of the penalties; the large engagement has 10 %."""
    return {"sla": {"credits": {"yearly_cap": Percent(Decimal(points))}}}


def test_only_what_differs_from_the_default_terms_deviates(pack: Pack) -> None:
    assert value_deviations(deal(pack, yearly("10"))) == ()
    (found,) = value_deviations(deal(pack, yearly("12")))
    assert (found.path, found.default, found.agreed) == (
        "sla.credits.yearly_cap",
        Percent(Decimal(12)),
        Percent(Decimal(10)),
    )
    assert found.approved, "nobody must approve it"


def test_facts_of_the_deal_are_no_terms(pack: Pack) -> None:
    assert value_deviations(deal(pack, {"facts": {"on_call": False}, "documents": {"list": ()}})) == ()


def test_the_role_of_the_nearest_path_approves(pack: Pack) -> None:
    def approved(*agreed: dict[str, str]) -> tuple[str, bool]:
        whole = deal(pack, yearly("12"), *agreed, sla="delivery", sla__credits="finance")
        (found,) = value_deviations(whole)
        return found.approver, found.approved

    assert approved() == ("finance", False)
    assert approved({"value": "sla", "reason": "x", "approved_by": "finance"}) == ("finance", True)
    assert approved({"value": "sla.credits.yearly_cap", "reason": "x", "approved_by": "delivery"}) == (
        "finance",
        False,
    )


def test_a_value_of_a_position_is_approved_with_the_position(pack: Pack) -> None:
    clause = pack.chosen["penalites.plafond"]
    lower = replace(
        clause,
        position="fallback-1",
        approver="direction",
        values={"sla.credits.yearly_cap": Percent(Decimal(10))},
    )
    whole = deal(pack, yearly("12"), sla="finance")
    position = {
        "clause": clause.id,
        "position": "fallback-1",
        "reason": "troc",
        "approved_by": "direction",
    }
    values = {**whole.engagement.printed, "positions": (position,)}
    engagement = shaped(values, default_terms=whole.engagement.default_terms)
    (found,) = value_deviations(
        replace(whole, engagement=engagement, chosen={**whole.chosen, clause.id: lower})
    )
    assert (found.position, found.approver, found.reason, found.approved) == (
        "penalites.plafond",
        "direction",
        "troc",
        True,
    )


def test_of_a_list_only_the_items_that_differ_are_told(pack: Pack) -> None:
    survival = ("personnel", "penalites", "audit")
    engagement = replace(deal(pack, {}).engagement, default_terms={"survival": survival})
    values = {**engagement.printed, "survival": ("penalites", "audit", "litiges")}
    whole = replace(pack, engagement=shaped(values, default_terms={"survival": survival}))
    (found,) = value_deviations(whole)
    assert (found.path, found.default, found.agreed) == ("survival", ("personnel",), ("litiges",))


def test_the_items_of_a_list_with_ids_are_compared_one_by_one(pack: Pack) -> None:
    priorities = [dict(one) for one in pack.engagement.printed["sla"]["priorities"]]  # type: ignore[call-overload, index]
    agreed, priorities[0]["name"] = priorities[0]["name"], "totale"
    (found,) = value_deviations(deal(pack, {"sla": {"priorities": tuple(priorities)}}))
    assert (found.path, found.default, found.agreed) == ("sla.priorities[P1].name", "totale", agreed)


def test_a_path_covers_what_stands_in_it() -> None:
    assert covering(("sla", "sla.credits", "sla.cred"), "sla.credits.cap") == "sla.credits"
    assert covering(("obligations",), "obligations[delais].regime") == "obligations"
    assert covering(("sla.credit",), "sla.credits.cap") == ""
