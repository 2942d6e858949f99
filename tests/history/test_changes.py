"""What changed between two states of a small pack, and the level that follows."""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docgen.history.changes import compare
from docgen.history.snapshot import at_rest, node_words, snapshot
from docgen.model.changes import (
    ChangeClass,
    Changes,
    ClauseChange,
    ContentSnapshot,
    Kind,
    Level,
    Op,
    PrintedClause,
    PrintedValue,
    ValueChange,
    Word,
)
from docgen.model.document import Item, ItemList, Paragraph, Text
from docgen.model.outline import UseBlock, entries
from docgen.model.pack import Revision
from docgen.model.parties import PartyKind
from docgen.model.printed import Printable
from docgen.text.quantities import Money, Month, Percent

from ..assemble.small import clause, contract, resolved

PLAFOND = clause(
    "penalites.plafond",
    "Le plafond est de {{ sla.credits.monthly_cap }} du montant.",
    "Plafond",
    change=ChangeClass.AMENDMENT,
)
OBJET = clause("objet.objet", "Le contrat a un objet.", "Objet", change=ChangeClass.AMENDMENT)
SUITE = clause("objet.suite", "Voir l’[[penalites.plafond]].", "Suite", change=ChangeClass.AMENDMENT)
NOTE = clause("objet.note", "Une note.", "Note", change=ChangeClass.EDITORIAL)
BASE = (
    PLAFOND,
    OBJET,
    SUITE,
    contract(("objet", ["objet.objet", "objet.suite"]), ("penalites", ["penalites.plafond"])),
)


def said(*overlays: Mapping[str, str], facts: str = "") -> ContentSnapshot:
    return snapshot(at_rest(resolved(*overlays, facts=facts)))


def changed(*overlays: Mapping[str, str], facts: str = "", old_facts: str = "") -> Changes:
    """From the base to the base with these files over it."""
    return compare(said(*BASE, facts=old_facts), said(*BASE, *overlays, facts=facts))


def kinds(changes: Changes) -> list[tuple[str, str]]:
    return [(change.kind.value, change.clause) for change in changes.clauses]


def test_a_state_compared_with_itself_has_no_change() -> None:
    changes = changed()
    assert changes.empty
    assert (changes.level, changes.because) == (Level.NONE, "nothing changed")


def test_version_date_and_history_change_nothing() -> None:
    pack = resolved(*BASE)
    row = replace(pack.history[-1], date=pack.dated.replace(year=2031))
    later = replace(pack, version="9.9.9", draft=not pack.draft, history=(*pack.history, row))
    assert later.dated != pack.dated
    assert compare(snapshot(at_rest(pack)), snapshot(at_rest(later))).empty


def test_a_changed_text_is_compared_word_by_word() -> None:
    changes = changed(
        clause("objet.objet", "Le contrat a deux objets.", "Objet", change=ChangeClass.AMENDMENT)
    )
    (change,) = changes.clauses
    assert change.kind is Kind.CHANGED
    assert [(run.op, run.text) for run in change.runs if run.op is not Op.SAME] == [
        (Op.REMOVED, " un objet"),
        (Op.ADDED, " deux objets"),
    ]
    assert changes.documents == ("contract",)
    assert (changes.level, changes.because) == (Level.MAJOR, "clause objet.objet changed, declared amendment")


def test_typography_alone_is_editorial_and_no_change_of_a_clause() -> None:
    changes = changed(
        clause("objet.objet", "Le contrat\na un  objet.", "Objet", change=ChangeClass.AMENDMENT)
    )
    assert changes.empty
    emphasised = changed(
        clause("objet.objet", "Le contrat a un *objet*.", "Objet", change=ChangeClass.AMENDMENT)
    )
    assert (emphasised.clauses, emphasised.documents, emphasised.level) == ((), ("contract",), Level.PATCH)


def test_an_inserted_clause_renumbers_the_others_without_changing_them() -> None:
    changes = changed(
        NOTE,
        contract(
            ("objet", ["objet.note", "objet.objet", "objet.suite"]), ("penalites", ["penalites.plafond"])
        ),
    )
    assert kinds(changes) == [("added", "objet.note")]
    assert changes.level is Level.PATCH, "the class is that of the clause"


def test_a_reference_that_follows_a_renumbering_is_no_change() -> None:
    outline = contract(
        ("avant", ["objet.note"]),
        ("objet", ["objet.objet", "objet.suite"]),
        ("penalites", ["penalites.plafond"]),
    )
    changes = changed(NOTE, outline)
    assert kinds(changes) == [("added", "objet.note")]


def test_a_removed_clause_is_told_where_it_stood() -> None:
    changes = changed(contract(("objet", ["objet.suite"]), ("penalites", ["penalites.plafond"])))
    assert kinds(changes) == [("removed", "objet.objet")]
    assert changes.clauses[0].old_number == "1.1"
    assert changes.clauses[0].runs[0].text == "Le contrat a un objet."


def test_a_clause_in_another_order_is_moved() -> None:
    changes = changed(
        contract(("objet", ["objet.suite", "objet.objet"]), ("penalites", ["penalites.plafond"]))
    )
    (change,) = changes.clauses
    assert change.kind is Kind.MOVED
    assert (
        (change.old_number, change.new_number) == ("1.1", "1.2")
        if change.clause == "objet.objet"
        else ("1.2", "1.1")
    )
    assert change.runs == ()


def test_a_clause_in_another_article_is_moved_though_the_order_stands() -> None:
    changes = changed(
        contract(("objet", ["objet.objet"]), ("penalites", ["objet.suite", "penalites.plafond"]))
    )
    assert kinds(changes) == [("moved", "objet.suite")]
    assert (changes.clauses[0].old_number, changes.clauses[0].new_number) == ("1.2", "2.1")


def test_an_article_under_another_name_moves_nothing() -> None:
    changes = changed(contract(("but", ["objet.objet", "objet.suite"]), ("penalites", ["penalites.plafond"])))
    assert changes.clauses == ()


def test_a_clause_in_another_document_is_moved() -> None:
    annex = contract(("suite", ["objet.suite"]), kind="annexe")
    changes = changed(contract(("objet", ["objet.objet"]), ("penalites", ["penalites.plafond"])), annex)
    assert kinds(changes) == [("moved", "objet.suite")]
    assert changes.clauses[0].document == "annexe"


def test_a_moved_clause_that_changed_gives_one_change_for_each() -> None:
    outline = contract(("objet", ["objet.objet"]), ("penalites", ["objet.suite", "penalites.plafond"]))
    changes = changed(
        outline, clause("objet.suite", "Lire l’[[penalites.plafond]].", "Suite", change=ChangeClass.AMENDMENT)
    )
    assert kinds(changes) == [("moved", "objet.suite"), ("changed", "objet.suite")]


def test_a_title_is_editorial() -> None:
    changes = changed(clause("objet.objet", "Le contrat a un objet.", "But", change=ChangeClass.AMENDMENT))
    (change,) = changes.clauses
    assert (change.kind, change.old_title, change.title, changes.level) == (
        Kind.RETITLED,
        "Objet",
        "But",
        Level.PATCH,
    )


def test_a_position_is_told_as_such() -> None:
    fallback = clause(
        "objet.objet.fallback-1", "Le contrat a un but.", "Objet", approver="legal", rationale="usage"
    )
    facts = "positions:\n  - {clause: objet.objet, position: fallback-1, reason: usage, approved_by: legal}"
    changes = compare(said(*BASE, fallback), said(*BASE, fallback, facts=facts))
    (change,) = changes.clauses
    assert (change.kind, change.old_position, change.new_position) == (
        Kind.POSITION,
        "standard",
        "fallback-1",
    )
    assert change.change == "amendment", "a fallback has the class of its clause"


def test_the_class_of_a_clause_that_follows_a_value_is_that_of_the_value() -> None:
    contact = clause("objet.objet", "Écrire à {{ notices.client }}.", "Objet", change=ChangeClass.AMENDMENT)
    old, new = said(*BASE, contact), said(*BASE, contact, facts="notices:\n  client: 1 rue Neuve, Lyon")
    changes = compare(old, new)
    assert [(change.clause, change.change, change.values) for change in changes.clauses] == [
        ("objet.objet", "operational", ("notices.client",))
    ]
    assert [(value.path, value.change) for value in changes.values] == [("notices.client", "operational")]
    assert changes.level is Level.MINOR


def test_a_value_that_grew_says_who_gains() -> None:
    changes = changed(
        facts="sla:\n  credits:\n    monthly_cap: 20 %", old_facts="sla:\n  credits:\n    monthly_cap: 15 %"
    )
    (value,) = changes.values
    assert (value.path, value.old, value.new, value.gains, value.grew) == (
        "sla.credits.monthly_cap",
        "15\u00a0%",
        "20\u00a0%",
        "client",
        True,
    )
    assert kinds(changes) == [("changed", "penalites.plafond")]
    assert changes.level is Level.MAJOR


def test_a_derived_value_has_the_class_of_those_it_follows_from() -> None:
    changes = changed(facts="liability:\n  cap: 120 %", old_facts="liability:\n  cap: 110 %")
    derived = [value for value in changes.values if value.path == "computed.liability_cap"]
    assert [value.change for value in derived] == ["amendment"]


def test_a_block_that_is_taken_out_of_the_contract_needs_an_amendment() -> None:
    with_block = contract(
        ("objet", ["objet.objet", "block:prices"]),
        ("penalites", ["penalites.plafond"]),
        extra="cited_as: {fr: du Contrat}",
    )
    without = contract(
        ("objet", ["objet.objet"]), ("penalites", ["penalites.plafond"]), extra="cited_as: {fr: du Contrat}"
    )
    changes = compare(said(*BASE, with_block), said(*BASE, without))
    assert kinds(changes) == [("removed", "block:prices")]
    assert changes.level is Level.MAJOR


def test_the_far_class_of_two_is_taken_when_a_clause_is_declared_anew() -> None:
    changes = changed(
        clause("objet.objet", "Le contrat a deux objets.", "Objet", change=ChangeClass.EDITORIAL)
    )
    assert changes.level is Level.MAJOR, "a text cannot be made editorial and changed in one step"


def test_a_lock_without_words_tells_the_same_changes() -> None:
    """A lock keeps stamps, not words: the facts are the same, only the runs are missing."""
    old = said(*BASE)
    new = said(
        *BASE, clause("objet.objet", "Le contrat a deux objets.", "Objet", change=ChangeClass.AMENDMENT)
    )
    bare = replace(old, clauses=tuple(replace(entry, words=(), values=()) for entry in old.clauses))
    full, without = compare(old, new), compare(bare, new)
    assert [replace(change, runs=()) for change in without.clauses] == [
        replace(change, runs=()) for change in full.clauses
    ]
    assert (without.level, without.values, without.documents) == (full.level, full.values, full.documents)


def test_two_thousand_clauses_are_compared_in_no_time() -> None:
    def entry(index: int, printed: str) -> PrintedClause:
        return PrintedClause(
            f"a.c{index}",
            "T",
            "contract",
            "a",
            f"1.{index}",
            "standard",
            ChangeClass.AMENDMENT,
            printed,
            printed,
        )

    old = ContentSnapshot(tuple(entry(index, "same") for index in range(2000)))
    new = ContentSnapshot(tuple(entry(index, "other") for index in range(1999, -1, -1)))
    start = time.process_time()
    changes = compare(old, new)
    assert time.process_time() - start < 2
    assert sum(change.kind is Kind.CHANGED for change in changes.clauses) == 2000
    assert (
        sum(isinstance(change, ClauseChange) and change.kind is Kind.MOVED for change in changes.clauses)
        == 1999
    )


def grew(old: Printable, new: Printable) -> bool | None:
    """Whether a value grew from one state to the next, as the comparison says it."""
    states = [
        ContentSnapshot(
            (), (PrintedValue("price.x", text, "X", ChangeClass.AMENDMENT, PartyKind.CLIENT, value),), {}
        )
        for text, value in (("before", old), ("after", new))
    ]
    (change,) = compare(*states).values
    return change.grew


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Money(Decimal("99.99"), "EUR"), Money(Decimal(100), "EUR")),
        (Percent(Decimal("9.5")), Percent(Decimal(10))),
        (Month(2026, 12), Month(2027, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (9, Decimal("10.5")),
    ],
)
def test_a_quantity_grows_and_shrinks(less: Printable, more: Printable) -> None:
    assert (grew(less, more), grew(more, less)) == (True, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Money(Decimal(1), "EUR"), Money(Decimal(2), "USD")),
        (Money(Decimal(1), "EUR"), 2),
        (Percent(Decimal(1)), Decimal(2)),
        (False, True),
        (0, True),
        ("a", "b"),
        (None, 1),
    ],
)
def test_what_has_no_common_measure_neither_grows_nor_shrinks(one: Printable, other: Printable) -> None:
    assert (grew(one, other), grew(other, one)) == (None, None)


@pytest.mark.parametrize(
    ("gains", "grew", "favours"),
    [
        (PartyKind.CLIENT, True, PartyKind.CLIENT),
        (PartyKind.CLIENT, False, PartyKind.PROVIDER),
        (PartyKind.PROVIDER, False, PartyKind.CLIENT),
        (None, True, None),
        (PartyKind.CLIENT, None, None),
    ],
)
def test_a_change_favours_who_gains_by_its_way(
    gains: PartyKind | None, grew: bool | None, favours: PartyKind | None
) -> None:
    assert ValueChange("a", "A", "1", "2", ChangeClass.AMENDMENT, gains, grew).favours is favours


# --- values, without a pack --------------------------------------------------------------------------------


def printed(name: str, words: str = "un", values: tuple[str, ...] = (), **changes: str) -> PrintedClause:
    said = tuple(Word(word, f" {word}") for word in words.split())
    made = PrintedClause(
        name, name, "contract", "a", "1", "standard", ChangeClass.AMENDMENT, "stamp", words, said, values
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def value(path: str, text: str, change: ChangeClass = ChangeClass.AMENDMENT) -> PrintedValue:
    return PrintedValue(path, text, path, change)


def between(old: ContentSnapshot, new: ContentSnapshot) -> list[tuple[str, str]]:
    return kinds(compare(old, new))


def test_a_removed_clause_follows_the_one_it_stood_behind() -> None:
    old = ContentSnapshot(tuple(printed(name) for name in ("z", "a", "b", "c", "d", "e")))
    new = ContentSnapshot(tuple(printed(name, "deux") for name in ("a", "d")))
    assert between(old, new) == [
        ("removed", "z"), ("changed", "a"), ("removed", "b"), ("removed", "c"), ("changed", "d"), ("removed", "e"),
    ]  # fmt: skip


def test_a_clause_follows_the_values_that_it_prints_and_those_below_them() -> None:
    paths = ("price.fee", "price.fee.part", "price.fee[a]", "price.fees", "price")
    old = ContentSnapshot((printed("a", "un", ("price.fee",)),), tuple(value(path, "1") for path in paths))
    new = ContentSnapshot((printed("a", "deux", ("price.fee",)),), tuple(value(path, "2") for path in paths))
    (change,) = compare(old, new).clauses
    assert change.values == ("price.fee", "price.fee.part", "price.fee[a]")


def test_what_follows_from_values_has_the_farthest_of_their_classes() -> None:
    def states(change: ChangeClass | None) -> tuple[ContentSnapshot, ContentSnapshot]:
        stated = () if change is None else (("notices.client", change),)
        return tuple(  # type: ignore[return-value]
            ContentSnapshot(
                (), (value("computed.end", text), *(value(path, text, one) for path, one in stated))
            )
            for text in ("1", "2")
        )

    for change, level in ((ChangeClass.OPERATIONAL, Level.MINOR), (ChangeClass.EDITORIAL, Level.PATCH)):
        changes = compare(*states(change))
        assert [(one.path, one.change) for one in changes.values] == [
            ("notices.client", change), ("computed.end", change),
        ]  # fmt: skip
        assert changes.level is level
    assert compare(*states(None)).level is Level.PATCH


def test_the_level_is_that_of_the_farthest_change() -> None:
    classes = (ChangeClass.EDITORIAL, ChangeClass.OPERATIONAL, ChangeClass.AMENDMENT)
    for many in (1, 2, 3):
        old, new = (
            ContentSnapshot((), tuple(value(one, text, one) for one in classes[:many])) for text in "12"
        )
        changes = compare(old, new)
        assert changes.level is classes[many - 1].level
        assert changes.because == f"{classes[many - 1]} changed, declared {classes[many - 1]}"


def test_reasons_of_one_level_are_counted() -> None:
    old, new = (ContentSnapshot((), tuple(value(path, text) for path in "abc")) for text in "12")
    assert compare(old, new).because == "a changed, declared amendment, and 2 more"


def test_a_title_that_is_set_anew_is_no_other() -> None:
    old, new = (
        ContentSnapshot((printed("a", title=title),)) for title in ("L'objet : A", "L’objet\u00a0: A")
    )
    assert between(old, new) == []
    assert between(old, ContentSnapshot((printed("a", title="L'objet : B"),))) == [("retitled", "a")]


def test_words_of_a_clause_that_came_or_went_are_told() -> None:
    here = ContentSnapshot((printed("a", "un mot"),))
    for old, new, op in ((ContentSnapshot(), here, Op.ADDED), (here, ContentSnapshot(), Op.REMOVED)):
        (change,) = compare(old, new).clauses
        assert [(run.op, run.text) for run in change.runs] == [(op, "un mot")]


def test_a_block_in_another_article_is_no_move() -> None:
    for name, moves in (("block:caps", []), ("caps", [("moved", "caps")])):
        old, new = (
            ContentSnapshot((printed(name, article=article), printed("z"), printed("y", article="b")))
            for article in "ab"
        )
        assert between(old, new) == moves


# --- a pack at rest ------------------------------------------------------------------------------------------


def test_a_pack_at_rest_says_nothing_of_its_version() -> None:
    moving = ("cover", "contents", "history", "versions")
    pack = resolved(
        OBJET,
        contract(("objet", ["objet.objet", *(f"block:{name}" for name in moving), "block:parties"])),
        contract(("objet", ["objet.objet"]), kind="journal", extra="built: on-request"),
    )
    line = Revision("1.0.0", date(2026, 1, 1), "Jo", "major", ("x",))
    states = [
        at_rest(replace(pack, version=version, draft=draft, history=history, issuer=issuer))
        for version, draft, history, issuer in (
            ("1.0.0", False, (line,), "docgen 1"),
            ("2-draft", True, (), ""),
        )
    ]
    assert states[0] == states[1]
    still = states[0].pack
    assert (still.version, still.draft, still.history, still.issuer) == ("", False, (), "")
    assert [document.kind for document in states[0].documents] == ["contract"]
    (outline,) = still.outlines
    assert [entry.block for entry in entries(outline.body) if isinstance(entry, UseBlock)] == ["parties"]


@pytest.mark.parametrize(
    ("extra", "change"),
    [
        ("annex: true", ChangeClass.AMENDMENT),
        ("cited_as: {fr: du Contrat}", ChangeClass.AMENDMENT),
        ("", ChangeClass.EDITORIAL),
    ],
)
def test_a_block_of_a_document_that_binds_needs_an_amendment(extra: str, change: ChangeClass) -> None:
    found = said(OBJET, contract(("objet", ["objet.objet", "block:parties"]), extra=extra)).clauses
    assert [(one.id, one.change) for one in found] == [
        ("objet.objet", ChangeClass.AMENDMENT),
        ("block:parties", change),
    ]


def test_where_paragraphs_part_is_content() -> None:
    un, deux = (Paragraph((Text(word),)) for word in ("un", "deux"))
    assert [word.key for word in node_words((un, ItemList((Item((deux,)),))))] == ["un", "\n", "deux"]
    assert [word.key for word in node_words((Paragraph((Text("un deux"),)),))] == ["un", "deux"]
