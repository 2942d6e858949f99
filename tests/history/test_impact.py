"""Whom a change of the library reaches, from packs and locks held as values."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.history.impact import Use, placed, printing, touched
from docgen.history.lock import Lock, Signed
from docgen.model.changes import ChangeClass, Level, PrintedClause
from docgen.model.review import ClauseReview, Fate, FileReview, ValueReview

from ..assemble.small import clause, contract, resolved

LIBRARY = {
    **clause("a.un", "Un."),
    **clause("a.deux", "Deux."),
    **clause("a.deux.fallback-1", "Repli.", rationale="x"),
    **clause("x.un", "Trois."),
    **clause("mots.mot", "x", term="Mot"),
}
PACK = resolved(
    LIBRARY,
    contract(("a", ["a.un", "a.deux"])),
    contract(("x", ["x.un", "glossary:mots"]), kind="sla-annex"),
    facts="positions: [{clause: a.deux, position: fallback-1, reason: r}]",
)


def printed(name: str, document: str = "contract", position: str = "standard") -> PrintedClause:
    return PrintedClause(name, name, document, "", "", position, ChangeClass.AMENDMENT, "", "")


def lock(version: str, *clauses: PrintedClause, signed: date | None = None) -> Lock:
    made = Lock("demo", "D", version, date(2027, 1, 1), Level.MAJOR, "x", (), {}, clauses, {}, {}, (), {})
    return replace(made, signed=Signed(signed) if signed else None)


DAY = date(2027, 2, 1)
SIGNED = lock("1.0.0", printed("a.un"), printed("a.gone"), signed=DAY)
LATER = lock("1.1.0", printed("a.un"), printed("a.late", "sla-annex"))
USE = Use(None, PACK, (SIGNED, LATER))


def change(
    name: str,
    fate: Fate = Fate.CHANGED,
    declared: ChangeClass = ChangeClass.AMENDMENT,
    position: str = "standard",
    language: str = "fr",
    former: str = "",
) -> ClauseReview:
    return ClauseReview(
        name, position, language, name, "", "", declared, fate, former=former, engagements=("demo",)
    )


@pytest.mark.parametrize(
    ("one", "rests"),
    [
        (change("a.un"), True),
        (change("a.un", language="en"), False),
        (change("a.deux"), False),
        (change("a.deux", position="fallback-1"), True),
        (change("a.new", former="a.un"), True),
        (change("nowhere.at"), False),
        (change("a.late"), True),
        (change("a.gone"), True),
        (change("a.gone", position="fallback-1"), False),
        (change("a.gone", language="en"), False),
    ],
)
def test_an_engagement_rests_on_what_it_prints_or_released(one: ClauseReview, rests: bool) -> None:
    assert USE.rests_on(one) is rests


def test_an_earlier_release_that_nobody_signed_binds_nobody() -> None:
    early = lock("0.9.0", printed("a.early"))
    assert not Use(None, PACK, (early, LATER)).rests_on(change("a.early"))
    assert Use(None, PACK, (early,)).rests_on(change("a.early"))
    assert not Use(None, None, (early,)).rests_on(change("a.early")), "without a pack nothing is known"
    assert Use(PACK, None, ()).rests_on(change("a.un")), "what it was counts too"


def test_the_last_signed_release_binds() -> None:
    again = lock("1.2.0", signed=date(2027, 3, 1))
    assert Use(None, PACK, (SIGNED, again, LATER)).signed is again
    assert Use(None, PACK, (LATER,)).signed is None
    assert USE.holds(SIGNED, change("a.new", former="a.gone"))
    assert not USE.holds(SIGNED, change("a.late"))


def test_what_is_told_of_an_engagement() -> None:
    clauses = (change("a.un"), change("a.un", position="fallback-1"), change("a.late"), change("b.x"))
    clauses = (*clauses[:3], replace(clauses[3], engagements=("other",)))
    values = (
        ValueReview("term", "x", "1", "2", ChangeClass.OPERATIONAL, engagements=("demo",)),
        ValueReview("fee", "x", "1", "2", ChangeClass.AMENDMENT, engagements=("other",)),
    )
    found = touched("demo", replace(USE, old=PACK), clauses, values)
    assert found is not None
    assert (found.engagement, found.title, found.fate) == ("demo", PACK.engagement.title, Fate.CHANGED)
    assert found.documents == ("Document contract", "Document sla-annex")
    assert found.clauses == ("a.un", "a.late")
    assert (found.values, found.released) == (1, "1.1.0")
    assert (found.signed, found.signed_on, found.amendment, found.bound) == ("1.0.0", DAY, True, ())


def test_an_engagement_that_nothing_reaches_is_not_told_unless_it_came_or_went() -> None:
    assert touched("demo", Use(PACK, PACK, ()), (), ()) is None
    for use, fate in ((Use(None, PACK, ()), Fate.ADDED), (Use(PACK, None, ()), Fate.REMOVED)):
        found = touched("demo", use, (), ())
        assert found is not None
        assert (found.fate, found.documents, found.clauses, found.values) == (fate, (), (), 0)
        assert (found.released, found.signed, found.signed_on, found.amendment) == ("", "", None, False)
    assert touched("demo", Use(None, None, ()), (), ()) is None


@pytest.mark.parametrize(
    ("one", "amendment", "bound"),
    [
        (change("a.un"), True, ()),
        (change("a.un", declared=ChangeClass.OPERATIONAL), False, ()),
        (change("a.un", Fate.RENAMED), False, ()),
        (change("a.late"), False, ()),
        (change("a.late", Fate.ADDED), True, ()),
        (change("a.gone", Fate.REMOVED), True, ("a.gone",)),
        (change("a.late", Fate.REMOVED), False, ()),
    ],
)
def test_a_signed_text_asks_for_an_amendment(
    one: ClauseReview, amendment: bool, bound: tuple[str, ...]
) -> None:
    found = touched("demo", replace(USE, old=PACK), (one,), ())
    assert found is not None
    assert (found.amendment, found.bound) == (amendment, bound)
    unsigned = touched("demo", Use(PACK, PACK, (LATER,)), (one,), ())
    assert unsigned is not None
    assert (unsigned.amendment, unsigned.bound) == (False, ())


@pytest.mark.parametrize(
    ("declared", "amendment"), [(ChangeClass.AMENDMENT, True), (ChangeClass.OPERATIONAL, False)]
)
def test_a_value_of_what_was_signed_asks_for_an_amendment(declared: ChangeClass, amendment: bool) -> None:
    value = ValueReview("fee", "x", "1", "2", declared, engagements=("demo",))
    for use, asked in ((replace(USE, old=PACK), amendment), (Use(PACK, PACK, (LATER,)), False)):
        found = touched("demo", use, (), (value,))
        assert found is not None
        assert found.amendment is asked


def test_an_outline_places_clauses_one_by_one_or_by_their_topic() -> None:
    first, second = PACK.outlines
    assert placed(first, ["a.un", "x.un", "mots.mot"]) == {"a.un"}
    assert placed(second, ["a.un", "x.un", "mots.mot", "mots.autre"]) == {"x.un", "mots.mot", "mots.autre"}


@pytest.mark.parametrize(
    ("path", "kind", "reached"),
    [
        ("templates/locales/fr.yaml", "locale", ("demo",)),
        ("templates/locales/en.yaml", "locale", ()),
        ("templates/outlines/contract.yaml", "outline", ("demo",)),
        ("templates/outlines/raci.yaml", "outline", ()),
        ("templates/page/x.css", "page", ("demo",)),
        ("docgen.yaml", "config", ("demo",)),
    ],
)
def test_a_file_prints_in_the_engagements_of_its_language_or_kind(
    path: str, kind: str, reached: tuple[str, ...]
) -> None:
    file = FileReview(path, kind, ChangeClass.EDITORIAL, Fate.CHANGED)
    assert printing(file, {"none": Use(None, None, ()), "demo": USE}) == reached
