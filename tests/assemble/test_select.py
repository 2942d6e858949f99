"""Which clauses of the library a pack holds: by outline, by condition, by position, and what is left out."""

from .small import clause, contract, resolved

OUTLINE = contract(("un", ["a.oui", "a.non", "a.absente"]), ("deux", ["b.seule"]))
LIBRARY = {
    **clause("a.oui", "oui", when="facts.benchmark"),
    **clause("a.non", "non", when="not facts.benchmark"),
    **clause("b.seule", "seule"),
    **clause("b.oubliee", "que nul plan ne nomme"),
}


def chosen(facts: str = "") -> list[str]:
    return list(resolved(LIBRARY, OUTLINE, facts=facts).chosen)


def test_a_condition_chooses() -> None:
    assert chosen("facts: {benchmark: true}") == ["a.oui", "b.seule"]
    assert chosen("facts: {benchmark: false}") == ["a.non", "b.seule"]


def test_a_condition_sees_computed_values() -> None:
    pack = resolved(clause("a.oui", "x", when="computed.annual_fee"), contract(("un", ["a.oui"])))
    assert list(pack.chosen) == ["a.oui"]


def test_the_position_agreed_is_taken() -> None:
    library = {**LIBRARY, **clause("b.seule.fallback-1", "repli", rationale="possible")}
    pack = resolved(
        library, OUTLINE, facts="positions: [{clause: b.seule, position: fallback-1, reason: accord}]"
    )
    assert (pack.chosen["b.seule"].text.strip(), pack.chosen["b.seule"].position) == ("repli", "fallback-1")
    assert pack.position("b.seule") == "fallback-1"
    assert pack.position("a.oui") == "standard"


def test_the_condition_of_a_position_is_that_of_the_standard_text() -> None:
    library = {**LIBRARY, **clause("a.oui.fallback-1", "repli", rationale="possible")}
    positions = "positions: [{clause: a.oui, position: fallback-1, reason: accord}]\n"
    assert "a.oui" not in resolved(library, OUTLINE, facts=positions + "facts: {benchmark: false}").chosen
    assert (
        resolved(library, OUTLINE, facts=positions + "facts: {benchmark: true}").chosen["a.oui"].text.strip()
        == "repli"
    )


def test_a_position_that_the_library_lacks_leaves_the_standard_text() -> None:
    pack = resolved(
        LIBRARY, OUTLINE, facts="positions: [{clause: b.seule, position: fallback-2, reason: accord}]"
    )
    assert pack.chosen["b.seule"].position == "standard"


def test_the_clauses_of_an_omitted_article_are_left_out() -> None:
    pack = resolved(LIBRARY, OUTLINE, facts="omitted: [{article: deux, reason: sans objet}]")
    assert list(pack.chosen) == ["a.non"]
    assert dict(pack.omitted) == {"deux": "sans objet"}


def test_a_glossary_takes_the_terms_of_its_topic() -> None:
    library = {
        **clause("mots.abc", "un", term="Abc"),
        **clause("mots.sans", "deux"),
        **clause("mots.cond", "trois", term="Cond", when="facts.benchmark"),
    }
    assert list(
        resolved(library, contract(("un", ["glossary:mots"])), facts="facts: {benchmark: false}").chosen
    ) == ["mots.abc"]


def test_listed_documents_are_numbered_in_their_order() -> None:
    outlines = contract(("un", ["b.seule"])) | contract(("x", ["b.seule"]), kind="sla-annex")
    facts = "documents: {list: [{id: financial, title: Conditions financières, version: '1.1'}, {id: sla-annex}, {id: other}]}"
    listed = resolved(LIBRARY, outlines, facts=facts).listed
    assert [(item.annex, item.id, item.title, item.version, item.in_pack) for item in listed] == [
        (1, "financial", "Conditions financières", "1.1", False),
        (2, "sla-annex", "Document sla-annex", "", True),
        (3, "other", "other", "", False),
    ]


def test_a_document_of_the_pack_is_listed_under_its_own_title() -> None:
    outlines = contract(("un", ["b.seule"])) | contract(("x", ["b.seule"]), kind="sla-annex")
    pack = resolved(LIBRARY, outlines, facts="documents: {list: [{id: sla-annex, title: Autrement}]}")
    assert [item.title for item in pack.listed] == ["Document sla-annex"]


def test_documents_stand_in_the_order_of_their_outlines() -> None:
    pack = resolved(LIBRARY, contract(("x", ["b.seule"]), kind="annex-a"), contract(("un", ["b.seule"])))
    assert [outline.kind for outline in pack.outlines] == ["contract", "annex-a"]


def test_an_outline_in_a_deeper_folder_is_none() -> None:
    deeper = {
        path.replace("outlines/", "outlines/old/"): text
        for path, text in contract(("un", ["b.seule"])).items()
    }
    assert [outline.kind for outline in resolved(LIBRARY, OUTLINE, deeper).outlines] == ["contract"]


def test_an_annex_built_when_listed_is_made_only_of_an_engagement_that_lists_it() -> None:
    outlines = contract(("un", ["b.seule"])) | contract(
        ("x", ["a.oui"]), kind="price-list", extra="built: listed"
    )
    without = resolved(
        LIBRARY, outlines, facts="documents: {list: [{id: other, title: Autre, version: '1'}]}"
    )
    assert [outline.kind for outline in without.outlines] == ["contract"]
    listing = resolved(LIBRARY, outlines, facts="documents: {list: [{id: price-list}]}")
    assert [outline.kind for outline in listing.outlines] == ["contract", "price-list"]


def test_a_document_whose_condition_fails_is_not_made_and_takes_no_annex_number() -> None:
    outlines = contract(("un", ["b.seule"])) | contract(
        ("x", ["b.seule"]), kind="benchmark-plan", extra="built: listed\nwhen: facts.benchmark"
    )
    listed = "documents: {list: [{id: benchmark-plan}, {id: other, title: Autre, version: '1'}]}\n"
    without = resolved(LIBRARY, outlines, facts=listed + "facts: {benchmark: false}")
    assert [outline.kind for outline in without.outlines] == ["contract"]
    assert [(item.annex, item.id, item.place) for item in without.listed] == [(1, "other", 1)]
    having = resolved(LIBRARY, outlines, facts=listed + "facts: {benchmark: true}")
    assert [(item.annex, item.id) for item in having.listed] == [(1, "benchmark-plan"), (2, "other")]
