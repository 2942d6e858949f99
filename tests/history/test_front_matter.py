"""What became of the front matter of a clause, as keys and values."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from docgen.history.front_matter import binding, condition, front_matter
from docgen.model.changes import ChangeClass
from docgen.model.clause import Clause, Waiver
from docgen.model.review import Sentence
from docgen.read.condition import parse_condition
from docgen.text.source import Source

CLAUSE = Clause("a.b", "Titre", "fr", Source("clauses/a/b.fr.md", ""), 0, owner="legal")
FALLBACK = replace(CLAUSE, position="fallback-1", owner="")


def sentence(**changes: Any) -> list[Sentence]:
    """Of a master: from the clause to the clause with these fields, and back."""
    new = replace(CLAUSE, **changes)
    return list(front_matter(CLAUSE, new, CLAUSE, new))


def back(**changes: Any) -> list[Sentence]:
    old = replace(CLAUSE, **changes)
    return list(front_matter(old, CLAUSE, old, CLAUSE))


def test_nothing_changed() -> None:
    assert sentence() == []
    assert sentence(source=Source("else.md", "x"), approvals=(), id="c.d") == []


def test_a_title_that_is_only_set_anew_is_the_same() -> None:
    old, new = replace(CLAUSE, title="L'objet : A"), replace(CLAUSE, title="L’objet\u00a0: A")
    assert list(front_matter(old, new, old, new)) == []
    assert sentence(title="Autre") == [Sentence("title", {"old": "Titre", "new": "Autre"})]


@pytest.mark.parametrize("name", ["term", "rationale", "approver"])
def test_a_text_is_stated_changed_or_dropped(name: str) -> None:
    assert sentence(**{name: "un"}) == [Sentence(f"{name}.stated", {"old": "", "new": "un"})]
    assert back(**{name: "un"}) == [Sentence(f"{name}.dropped", {"old": "un", "new": ""})]
    old, new = replace(CLAUSE, **{name: "un"}), replace(CLAUSE, **{name: "deux"})  # type: ignore[arg-type]
    assert list(front_matter(old, new, old, new)) == [
        Sentence(f"{name}.changed", {"old": "un", "new": "deux"})
    ]


def test_owner_and_class_are_told() -> None:
    assert sentence(owner="sales") == [Sentence("owner.changed", {"old": "legal", "new": "sales"})]
    assert sentence(change=ChangeClass.EDITORIAL) == [
        Sentence("change.changed", {"old": "amendment", "new": "editorial"})
    ]


@pytest.mark.parametrize("name", ["requires", "conflicts", "satisfies", "derogates", "speaks_of", "forms"])
def test_entries_of_a_list_come_and_go(name: str) -> None:
    old, new = (replace(CLAUSE, **{name: items}) for items in (("a", "b"), ("c", "b", "d")))  # type: ignore[arg-type]
    assert list(front_matter(old, new, old, new)) == [
        Sentence(f"{name}.added", {"item": "c"}),
        Sentence(f"{name}.added", {"item": "d"}),
        Sentence(f"{name}.removed", {"item": "a"}),
    ]


def test_the_day_of_the_review_is_told() -> None:
    day = date(2027, 11, 30)
    assert sentence(review_by=day) == [Sentence("review_by", {"old": "–", "new": "2027-11-30"})]
    assert back(review_by=day) == [Sentence("review_by", {"old": "2027-11-30", "new": "–"})]


def test_what_a_text_does_to_the_contract_is_told() -> None:
    assert sentence(ends=(("client", "a fault"),)) == [Sentence("ends.added", {"item": "client: a fault"})]
    assert back(caps=("x",), lifts=("y",), survives=True) == [
        Sentence("caps.removed", {"item": "x"}),
        Sentence("lifts.removed", {"item": "y"}),
        Sentence("survives.removed", {"item": "true"}),
    ]


def test_waivers_are_told_by_their_code() -> None:
    assert sentence(waivers=(Waiver("DG401", "x"),)) == [Sentence("waiver.added", {"item": "DG401"})]
    assert back(waivers=(Waiver("DG401", "x"),)) == [Sentence("waiver.removed", {"item": "DG401"})]


def test_values_of_a_position_are_told_in_their_order() -> None:
    old, new = (
        replace(CLAUSE, values={"b": "1", "a": None, "z": 1}),
        replace(CLAUSE, values={"b": "2", "c": 3, "z": 1}),
    )
    assert list(front_matter(old, new, old, new)) == [
        Sentence("values", {"path": "b", "old": "1", "new": "2"}),
        Sentence("values", {"path": "c", "old": "–", "new": "3"}),
    ]


def test_a_fallback_tells_its_own_text_and_leaves_the_rest_to_its_master() -> None:
    master = replace(
        CLAUSE, title="Autre", owner="sales", requires=("x.y",), caps=("x",), review_by=date(2027, 1, 1)
    )
    inheriting = replace(FALLBACK, title="Autre", caps=("x",), requires=("x.y",))
    assert list(front_matter(FALLBACK, inheriting, CLAUSE, master)) == []
    own = replace(FALLBACK, title="Sien", rationale="r", lifts=("y",))
    assert list(front_matter(FALLBACK, own, CLAUSE, CLAUSE)) == [
        Sentence("title", {"old": "Titre", "new": "Sien"}),
        Sentence("lifts.added", {"item": "y"}),
        Sentence("rationale.stated", {"old": "", "new": "r"}),
    ]


def test_what_binds_otherwise_under_the_same_words() -> None:
    new = replace(
        CLAUSE, when=parse_condition("facts.benchmark"), change=ChangeClass.EDITORIAL, term="Mot", forms=("Mots",),
        owner="sales", rationale="x",
    )  # fmt: skip
    assert [one.key for one in binding(CLAUSE, new)] == [
        "when.only", "change.changed", "term.stated", "forms.added",
    ]  # fmt: skip
    assert list(binding(CLAUSE, CLAUSE)) == []


A, B, C = "facts.benchmark", "facts.subcontracting", "payment.mode == 'x'"


@pytest.mark.parametrize(
    ("old", "new", "key", "values"),
    [
        ("", A, "when.only", {"new": A}),
        (A, "", "when.always", {"old": A}),
        (A, f"{A} or {B}", "when.also", {"new": B}),
        (A, f"{A} or {B} or {C}", "when.also", {"new": f"{B} or {C}"}),
        (f"{A} or {B}", B, "when.no_longer", {"old": A}),
        (f"{A} or {B} or {C}", C, "when.no_longer", {"old": f"{A} or {B}"}),
        (A, f"{B} and {A}", "when.besides", {"new": B}),
        (A, f"{B} and {C} and {A}", "when.besides", {"new": f"{B} and {C}"}),
        (f"{A} and {B}", A, "when.unasked", {"old": B}),
        (f"{A} and {B} and {C}", A, "when.unasked", {"old": f"{B} and {C}"}),
        (A, B, "when.other", {"old": A, "new": B}),
        (f"{A} or {B}", f"{A} or {C}", "when.other", {"old": f"{A} or {B}", "new": f"{A} or {C}"}),
        (f"{A} and {B}", f"{A} and {C}", "when.other", {"old": f"{A} and {B}", "new": f"{A} and {C}"}),
        (A, f"not {A}", "when.other", {"old": A, "new": f"not {A}"}),
    ],
)  # fmt: skip
def test_how_far_a_condition_reaches_now(old: str, new: str, key: str, values: dict[str, str]) -> None:
    (found,) = condition(parse_condition(old), parse_condition(new))
    assert found.key == key
    assert found.values.keys() == values.keys()
    for name, text in values.items():
        shown = found.values[name]
        assert not isinstance(shown, str)
        assert list(condition(shown, parse_condition(text))) == [], (name, shown)


@pytest.mark.parametrize("text", [A, f"not ({A} and {B})", f"{A} or {B} and {C}"])
def test_spaces_in_a_condition_are_no_change(text: str) -> None:
    assert list(condition(parse_condition(text), parse_condition("  " + text.replace(" ", "  ")))) == []
