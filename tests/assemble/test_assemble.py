"""What stands on a document as a whole: titles, version, status, mark of a draft, seal."""

from dataclasses import replace

from docgen.assemble.assemble import PAGE_WORDS, assemble
from docgen.model.document import Division, Document, Orientation, Reference
from docgen.model.pack import Pack
from docgen.model.tree import divisions, walk

from .small import clause, contract, resolved

LIBRARY = {**clause("a.un", "Voir l'[[x.un]].", "L'objet"), **clause("x.un", "Un.")}
PACK = resolved(
    LIBRARY,
    contract(
        ("a", ["a.un"]),
        ("nuls", []),
        options={"a": "break_before: true\npage: landscape"},
    ),
    contract(("x", ["x.un"]), kind="sla-annex"),
    facts="contract: {reference: DEMO-1}\ndocuments: {list: [{id: sla-annex}]}",
)


def made(pack: Pack, kind: str = "contract") -> Document:
    documents, faults = assemble(pack)
    assert faults == ()
    return next(document for document in documents if document.kind == kind)


def test_a_document_bears_the_title_of_its_outline_and_the_names_of_its_pack() -> None:
    document = made(replace(PACK, version="1.2.0"))
    assert (document.title, document.running_title) == ("Document contract", "Document contract")
    assert (document.language, document.reference, document.version) == ("fr", "DEMO-1", "1.2.0")
    assert made(PACK, "sla-annex").title == "Document sla-annex"


def test_a_draft_is_marked_and_a_release_is_not() -> None:
    draft, final = made(replace(PACK, draft=True)), made(replace(PACK, draft=False))
    words = PACK.locale.words
    assert (draft.draft, draft.status, draft.watermark) == (
        True,
        words["status.draft"],
        words["document.watermark"],
    )
    assert (final.draft, final.status, final.watermark) == (False, words["status.final"], "")
    assert words["status.draft"] != words["status.final"]


def test_ten_signs_of_the_seal_are_shown() -> None:
    assert made(replace(PACK, seal="0123456789abcdef")).seal == "0123456789"
    assert made(PACK).seal == ""


def test_the_words_of_the_page_are_those_of_the_language() -> None:
    assert dict(made(PACK).words) == {name: PACK.locale.words[f"page.{name}"] for name in PAGE_WORDS}


def test_chosen_kinds_refer_to_the_others_as_in_the_whole_pack() -> None:
    documents, faults = assemble(PACK, ("contract",))
    assert faults == ()
    (only,) = documents
    assert only == made(PACK)
    (reference,) = [node for node in walk(only.children) if isinstance(node, Reference)]
    assert (reference.document, reference.anchor) == ("sla-annex", "clause-x-un")


def test_an_article_keeps_how_it_is_set() -> None:
    (article,) = made(PACK).children
    assert isinstance(article, Division)
    assert (article.id, article.title, article.break_before) == ("a", "Article a", True)
    assert (article.page, article.omitted, article.numbered) == (Orientation.LANDSCAPE, False, True)
    (other,) = made(PACK, "sla-annex").children
    assert isinstance(other, Division)
    assert (other.break_before, other.page) == (False, Orientation.PORTRAIT)


def test_a_clause_is_known_by_its_id_title_and_position() -> None:
    fallback = clause("a.un.fallback-1", "Repli.", "L'autre", rationale="possible")
    facts = "positions: [{clause: a.un, position: fallback-1, reason: accord}]"
    pack = resolved(LIBRARY, fallback, contract(("a", ["a.un"])), facts=facts)
    (document,), _ = assemble(pack)
    (found,) = [node for node in divisions(document.children) if node.clause]
    assert (found.id, found.clause, found.title, found.position) == ("a.un", "a.un", "L’autre", "fallback-1")
    untitled = {name: replace(one, title="") for name, one in pack.chosen.items()}
    (document,), _ = assemble(replace(pack, chosen=untitled))
    (found,) = [node for node in divisions(document.children) if node.clause]
    assert found.title == "L’objet", "a position without a title of its own has that of the standard text"


def test_an_omitted_article_is_marked() -> None:
    pack = resolved(
        LIBRARY, contract(("a", ["a.un"]), ("x", ["x.un"])), facts="omitted: [{article: x, reason: r}]"
    )
    (document,), _ = assemble(pack)
    assert [node.omitted for node in document.children if isinstance(node, Division)] == [False, True]


def test_a_message_that_the_locale_lacks_is_a_fault() -> None:
    words = {name: text for name, text in PACK.locale.words.items() if name != "status.draft"}
    documents, (fault,) = assemble(replace(PACK, draft=True, locale=replace(PACK.locale, words=words)))
    assert documents == ()
    assert fault.code == "DG222"
    assert "status.draft" in fault.message
