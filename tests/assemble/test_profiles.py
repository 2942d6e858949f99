"""The three sizes of a pack: which documents it holds, at which length a clause is printed, what goes with it."""

import pytest

from docgen.history.approvals import approval_stamp
from docgen.history.changes import compare
from docgen.history.impact import Use
from docgen.history.snapshot import at_rest, snapshot
from docgen.model.as_text import as_text
from docgen.model.changes import ChangeClass, Kind
from docgen.model.document import Division, Figure, Table
from docgen.model.review import ClauseReview, Fate
from docgen.model.tree import walk

from .small import assembled, clause, contract, document, resolved

SHORT, STANDARD, FULL = "profile: short", "profile: standard", "profile: full"
TEXTS = {
    **clause("a.une", "Le texte long.", satisfies="[FR-X, FR-Y]"),
    **clause("a.une.short", "Le texte bref."),
    **clause("a.une.fallback-1", "Le repli.", rationale="possible"),
    **clause("a.deux", "Sans texte bref."),
}
OUTLINE = contract(("un", ["a.une", "a.deux"]))


def text_of(facts: str, name: str = "a.une") -> str:
    return resolved(TEXTS, OUTLINE, facts=facts).chosen[name].text.strip()


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("", "Le texte long."),
        (FULL, "Le texte long."),
        (STANDARD, "Le texte long."),
        (SHORT, "Le texte bref."),
    ],
)
def test_a_short_pack_alone_prints_the_short_text(facts: str, text: str) -> None:
    assert text_of(facts) == text


def test_a_clause_without_a_short_text_is_printed_at_length() -> None:
    assert text_of(SHORT, "a.deux") == "Sans texte bref."


def test_a_negotiated_position_is_printed_at_length() -> None:
    agreed = "positions: [{clause: a.une, position: fallback-1, reason: accord}]"
    assert text_of(f"{SHORT}\n{agreed}") == "Le repli."


def test_a_short_text_is_no_deviation_and_claims_what_the_master_does() -> None:
    chosen = resolved(TEXTS, OUTLINE, facts=SHORT).chosen["a.une"]
    assert not chosen.deviates
    assert chosen.satisfies == ("FR-X", "FR-Y")


def test_a_declared_difference_takes_the_claim_off() -> None:
    texts = {**TEXTS, **clause("a.une.short", "Le texte bref.", without="{satisfies: [FR-Y]}")}
    assert resolved(texts, OUTLINE, facts=SHORT).chosen["a.une"].satisfies == ("FR-X",)


def test_an_outline_is_made_in_its_profiles() -> None:
    brief = contract(("deux", ["a.deux"]), kind="brief", extra="profiles: [short, standard]")
    whole = contract(("un", ["a.une"]), extra="profiles: [full]")
    kinds = {
        facts: [one.kind for one in resolved(TEXTS, whole, brief, facts=facts).outlines]
        for facts in (FULL, STANDARD, SHORT)
    }
    assert kinds == {FULL: ["contract"], STANDARD: ["brief"], SHORT: ["brief"]}


def test_a_document_stands_for_another_kind() -> None:
    texts = {**clause("a.renvoi", "Voir l’[[document:sla-annex]].")}
    levels = contract(("deux", ["a.deux"]), kind="levels", extra="annex: true\nstands_for: [sla-annex]")
    listed = "documents: {list: [{id: levels}]}"
    documents, faults = assembled(
        TEXTS, texts, contract(("un", ["a.renvoi"])), levels, facts=f"{SHORT}\n{listed}"
    )
    assert faults == ()
    assert "Voir l’[annexe\u00a01](levels)." in as_text(documents["contract"])


def test_the_default_terms_of_a_profile_stand_before_the_others() -> None:
    own = {"clauses/terms.short.yaml": "audit: {notice: 3 days}\nforce_majeure: {notice: 9 h}\n"}
    assert [
        str(resolved(TEXTS, OUTLINE, own, facts=facts).engagement.audit.notice.amount)
        for facts in (FULL, SHORT)
    ] == ["15", "3"]
    stated = resolved(TEXTS, OUTLINE, own, facts=f"{SHORT}\naudit: {{notice: 5 days}}").engagement
    assert (stated.audit.notice.amount, stated.force_majeure.notice.amount) == (5, 9)


def test_a_value_taken_away_is_in_no_default_terms() -> None:
    own = {"clauses/terms.short.yaml": "acceptance: {tacit: 4 business days}\n"}
    given, taken = (
        resolved(TEXTS, OUTLINE, own, facts=f"{SHORT}\n{facts}").engagement.acceptance.tacit
        for facts in ("", "acceptance: {tacit: null}")
    )
    assert (given is not None, taken) == (True, None)


def test_a_short_document_begins_with_its_text_and_numbers_no_paragraph() -> None:
    texts = {**TEXTS, **clause("a.une.short", "Un.\n\nDeux.")}
    outline = {
        path: text.replace("body:\n", "body:\n  - block: cover\n  - block: contents\n")
        for path, text in OUTLINE.items()
    }
    made = document(texts, outline, facts=SHORT)
    assert all(isinstance(child, Division) for child in made.children)
    assert "1.1.1" not in as_text(made)
    assert made.look == "short"
    assert document(texts, outline, facts=FULL).look == ""


def test_tables_say_what_drawings_show() -> None:
    outline = contract(("un", ["a.une", "block:windows"]))
    kinds = {
        facts: {type(node) for node in walk(document(TEXTS, outline, facts=facts).children)}
        for facts in (FULL, SHORT)
    }
    assert Figure in kinds[FULL]
    assert Figure not in kinds[SHORT]
    assert Table in kinds[SHORT]


def test_a_changed_short_text_is_a_change_of_the_clause() -> None:
    changed = {**TEXTS, **clause("a.une.short", "Le texte plus bref.")}

    def changes(facts: str) -> list[tuple[Kind, str]]:
        states = (snapshot(at_rest(resolved(texts, OUTLINE, facts=facts))) for texts in (TEXTS, changed))
        return [(change.kind, change.clause) for change in compare(*states).clauses]

    assert changes(SHORT) == [(Kind.CHANGED, "a.une")]
    assert changes(FULL) == []


def test_a_changed_short_text_reaches_the_short_packs() -> None:
    change = ClauseReview(
        "a.une",
        "short",
        "fr",
        "Titre",
        "clauses/a/une.short.fr.md",
        "legal",
        ChangeClass.AMENDMENT,
        Fate.CHANGED,
    )
    reached = {
        facts: Use(None, resolved(TEXTS, OUTLINE, facts=facts), ()).rests_on(change)
        for facts in (FULL, SHORT)
    }
    assert reached == {FULL: False, SHORT: True}


def test_another_profile_is_another_text_of_the_clause() -> None:
    states = (snapshot(at_rest(resolved(TEXTS, OUTLINE, facts=facts))) for facts in (FULL, SHORT))
    found = {
        change.clause: (change.kind, change.old_position, change.new_position)
        for change in compare(*states).clauses
    }
    assert found == {"a.une": (Kind.POSITION, "standard", "short")}


def test_a_changed_master_asks_for_its_short_text_to_be_read_again() -> None:
    def short_stamp(master: str) -> str:
        chosen = resolved({**TEXTS, **clause("a.une", master)}, OUTLINE, facts=SHORT)
        whole = chosen.library.find("a.une", "fr")
        assert whole is not None
        return approval_stamp(chosen.chosen["a.une"], whole)

    assert short_stamp("Le texte long.") != short_stamp("Le texte, autrement.")


def test_a_short_text_stands_for_the_values_of_its_master() -> None:
    texts = {**TEXTS, **clause("a.une", "Le texte long.", values="{sla.review: 6 months}")}
    assert resolved(texts, OUTLINE, facts=SHORT).chosen["a.une"].values.keys() == {"sla.review"}
