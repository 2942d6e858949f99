"""What a value is called in a comparison."""

from decimal import Decimal

import pytest

from docgen.assemble.value_titles import title_of
from docgen.history.titles import names_of
from docgen.history.values import Leaf, declared, leaves
from docgen.model.changes import ChangeClass
from docgen.model.parties import PartyKind
from docgen.model.printed import Printable
from docgen.text.quantities import Money

SAID = {
    "fields.services._": "Services",
    "fields.services.monthly_fee": "Redevance mensuelle",
    "fields.sla._": "Niveaux",
    "fields.sla.targets": "Cibles",
    "fields.common.notice": "Préavis",
    "fields.title": "Titre",
}
NAMES = {"services[support]": "Support"}


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("title", "Titre"),
        ("services[support].monthly_fee", "Services › Support › Redevance mensuelle"),
        ("services[other].monthly_fee", "Services › other › Redevance mensuelle"),
        ("services[support]", "Services › Support"),
        ("sla.targets.P1", "Niveaux › Cibles › P1"),
        ("sla.targets.P1.notice", "Niveaux › Cibles › P1 › Préavis"),
        ("sla.notice", "Niveaux › Préavis"),
        ("term.notice", "Préavis"),
        ("term.rest", "déclaré"),
        ("term.rest.more", "déclaré"),
    ],
)
def test_a_title_leads_from_the_group_to_the_field(path: str, title: str) -> None:
    assert title_of(path, SAID, NAMES, "déclaré") == title


def leaf(path: str, value: Printable) -> Leaf:
    return Leaf(path, "", ChangeClass.AMENDMENT, None, value)


def test_an_item_is_called_by_its_first_name() -> None:
    found = [
        leaf("services[a].fee", "12"),
        leaf("services[a].title", "Premier"),
        leaf("services[a].name", "second"),
        leaf("services[b].what", "Autre"),
        leaf("services[c].name", 3),
        leaf("price.name", "hors liste"),
    ]
    assert names_of(found) == {"services[a]": "Premier", "services[b]": "Autre"}


# --- the facts themselves ------------------------------------------------------------------------------------


def test_facts_are_told_with_their_path_in_order() -> None:
    values = {
        "title": "Demo",
        "positions": [{"clause": "a.b"}],
        "amendment": {"signed": "x"},
        "waivers": [{"code": "DG1"}],
        "contract": {"reference": "D-1"},
        "services": (
            {"id": "a", "name": "same", "monthly_fee": Money(Decimal(1), "EUR")},
            {"id": "b", "name": "same", "monthly_fee": None, "scope": ()},
        ),
    }
    assert [(one.path, one.value) for one in leaves(values)] == [
        ("title", "Demo"),
        ("contract.reference", "D-1"),
        ("services[a].id", "a"),
        ("services[a].name", "same"),
        ("services[a].monthly_fee", Money(Decimal(1), "EUR")),
        ("services[b].id", "b"),
        ("services[b].name", "same"),
    ]


def test_items_that_nothing_tells_apart_have_their_rank() -> None:
    twice = ({"name": "x"}, {"name": "x", "what": "y"})
    assert [one.path for one in leaves({"unknown": twice})] == [
        "unknown[1].name",
        "unknown[2].name",
        "unknown[2].what",
    ]
    named = ({"code": "1", "title": "x"}, {"code": "1", "title": "y"})
    assert next(one.path for one in leaves({"unknown": named})) == "unknown[x].code"


def test_a_list_of_plain_values_is_one_fact() -> None:
    (one,) = leaves({"unknown": ("a", "b")})
    assert (one.path, one.value) == ("unknown", ("a", "b"))


def test_what_the_schema_declares_of_a_field() -> None:
    fee = declared("services[support].monthly_fee")
    assert fee.change is ChangeClass.AMENDMENT
    assert fee.gains is PartyKind.PROVIDER
    (told,) = leaves({"services": ({"monthly_fee": "x"},)})
    assert (told.title, told.change, told.gains) == fee
    assert fee.title
    assert declared("nowhere.at.all") == ("", ChangeClass.AMENDMENT, None)


@pytest.mark.parametrize(
    ("direction", "gains"),
    [("higher", PartyKind.CLIENT), ("lower", PartyKind.PROVIDER), (None, PartyKind.CLIENT)],
)
def test_who_gains_from_a_target_turns_with_its_direction(direction: str | None, gains: PartyKind) -> None:
    beside = {} if direction is None else {"direction": direction}
    found = leaves({"sla": {"indicators": ({"id": "a", "target": "x", **beside},)}})
    assert {one.path: one.gains for one in found}["sla.indicators[a].target"] is gains
