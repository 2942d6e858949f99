"""Numbers, labels, anchors and references, on whole small documents."""

from dataclasses import replace

import pytest

from docgen.assemble.assemble import assemble
from docgen.assemble.number import labelled, number
from docgen.model.as_text import as_text
from docgen.model.document import (
    Block,
    Callout,
    Cell,
    Definition,
    Division,
    Document,
    Glossary,
    Item,
    ItemList,
    Paragraph,
    Reference,
    Role,
    Row,
    Sheet,
    Signatures,
    Strong,
    Table,
    Text,
)
from docgen.model.tree import divisions, walk
from docgen.text.source import Span

from .small import assembled, clause, contract, document, resolved


def plain(tree: Document) -> str:
    """The text of a document, its no-break spaces as plain ones."""
    return as_text(tree).replace("\u00a0", " ").replace("\u202f", " ")


def body(tree: Document) -> list[str]:
    """The lines of a document without its head."""
    return plain(tree).splitlines()[3:]


def test_articles_clauses_paragraphs_and_items() -> None:
    library = {
        **clause("a.un", "Seul.", "Premier"),
        **clause("a.deux", "Un.\n\nDeux :\n\n1. x\n\n    1. y\n    2. z\n\n2. w\n\nTrois.", "Second"),
        **clause("b.un", "Unique.", "Tu ne me vois pas"),
        **clause("c.un", "Un.\n\nDeux.", "Ni moi"),
    }
    tree = document(
        library, contract(("premier", ["a.un", "a.deux"]), ("seul", ["b.un"]), ("deux", ["c.un"]))
    )
    assert body(tree) == [
        "Article 1er Article premier",
        "  1.1 Premier",
        "    Seul.",
        "  1.2 Second",
        "    1.2.1 Un.",
        "    1.2.2 Deux :",
        "    a) x",
        "      (i) y",
        "      (ii) z",
        "    b) w",
        "    1.2.3 Trois.",
        "",
        "Article 2 Article seul",
        "  Unique.",
        "",
        "Article 3 Article deux",
        "  3.1 Un.",
        "  3.2 Deux.",
    ]


def test_an_annex_numbers_its_articles_without_the_word() -> None:
    tree = document(clause("a.un", "Un."), contract(("premier", ["a.un"]), extra="annex: true"))
    (article,) = (division for division in divisions(tree.children) if division.level == 1)
    assert (article.label, article.number) == ("1", "1")


def test_an_unnumbered_part_takes_no_number() -> None:
    library = {**clause("a.un", "Un."), **clause("b.un", "Deux.")}
    tree = document(
        library, contract(("avant", ["a.un"]), ("corps", ["b.un"]), options={"avant": "numbered: false"})
    )
    assert [
        (division.id, division.label, division.anchor)
        for division in divisions(tree.children)
        if division.level == 1
    ] == [
        ("avant", "", "part-avant"),
        ("corps", "Article 1er", "article-corps"),
    ]


def test_an_omitted_article_keeps_its_number_and_says_so() -> None:
    library = {**clause("a.un", "Un."), **clause("b.un", "Deux."), **clause("c.un", "Voir l'[[article:b]].")}
    outline = contract(("a", ["a.un"]), ("b", ["b.un"]), ("c", ["c.un"]))
    tree = document(library, outline, facts="omitted: [{article: b, reason: sans objet}]")
    assert body(tree) == [
        "Article 1er Article a",
        "  Un.",
        "",
        "Article 2 Article b (omitted)",
        "  Sans objet.",
        "",
        "Article 3 Article c",
        "  Voir l’[article 2](contract#article-b).",
    ]


def test_an_optional_article_without_content_keeps_its_number() -> None:
    library = {**clause("a.un", "Un.", when="facts.benchmark"), **clause("b.un", "Deux.")}
    outline = contract(("a", ["a.un"]), ("b", ["b.un"]), options={"a": "optional: true"})
    assert body(document(library, outline, facts="facts: {benchmark: false}"))[:2] == [
        "Article 1er Article a (omitted)",
        "  Sans objet.",
    ]


def test_another_article_without_content_is_not_there() -> None:
    library = {**clause("a.un", "Un.", when="facts.benchmark"), **clause("b.un", "Deux.")}
    assert body(
        document(library, contract(("a", ["a.un"]), ("b", ["b.un"])), facts="facts: {benchmark: false}")
    ) == ["Article 1er Article b", "  Deux."]


def test_a_clause_that_does_not_apply_leaves_no_gap() -> None:
    library = {
        **clause("a.un", "Un."),
        **clause("a.deux", "Deux.", when="facts.benchmark"),
        **clause("a.trois", "Trois."),
    }
    tree = document(
        library, contract(("a", ["a.un", "a.deux", "a.trois"])), facts="facts: {benchmark: false}"
    )
    assert [division.label for division in divisions(tree.children) if division.level == 2] == ["1.1", "1.2"]


def test_definitions_stand_in_alphabetical_order() -> None:
    library = {
        **clause("mots.b", "deux", term="Écart"),
        **clause("mots.a", "trois", term="Zone"),
        **clause("mots.c", "un", term="Accès"),
        **clause("mots.d", "", term="Délai"),
    }
    assert body(document(library, contract(("mots", ["glossary:mots"]))))[1:] == [
        "  Accès: un", "  Délai:", "  Écart: deux", "  Zone: trois",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("survival", "printed"),
    [("[b]", "les articles [2](contract#article-b)."),
     ("[c, b, a]", "les articles [3](contract#article-c), [2](contract#article-b) et [1](contract#article-a).")],
)  # fmt: skip
def test_a_list_of_articles_is_their_numbers(survival: str, printed: str) -> None:
    library = {**clause("a.un", "Survivent les articles {{ survival | articles }}."), **clause("b.un", "x")}
    outline = contract(("a", ["a.un"]), ("b", ["b.un"]), ("c", ["b.un"]))
    assert printed in plain(document(library, outline, facts=f"survival: {survival}"))


REFERRING = {
    **clause("a.un", "Un."),
    **clause(
        "a.deux",
        "Voir l'[[a.un]], le [[a.un|number]], l'[[article:b]], le [[article:b|number]] et l'[[b.un]].",
    ),
    **clause("b.un", "Voir l'[[x.un]] et **l'[[a.deux]]**.\n\n1. [[a.un]]"),
    **clause("x.un", "Voir l'[[a.un]] et l'[[article:a]]."),
}
OUTLINES = contract(
    ("a", ["a.un", "a.deux"]), ("b", ["b.un"]), extra="cited_as: {fr: du Contrat}"
) | contract(("x", ["x.un"]), kind="sla-annex")


def test_references_within_and_across_documents() -> None:
    documents, faults = assembled(REFERRING, OUTLINES, facts="documents: {list: [{id: sla-annex}]}")
    assert faults == ()
    contract_text, annex_text = plain(documents["contract"]), plain(documents["sla-annex"])
    assert (
        "Voir l’[article 1.1](contract#clause-a-un), le [1.1](contract#clause-a-un), l’[article 2](contract#article-b), "
        "le [2](contract#article-b) et l’[article 2](contract#clause-b-un)."
    ) in contract_text
    assert (
        "Voir l’[article 1 de l’annexe 1](sla-annex#clause-x-un) et **l’[article 1.2](contract#clause-a-deux)**."
        in contract_text
    )
    assert "a) [article 1.1](contract#clause-a-un)" in contract_text
    assert (
        "Voir l’[article 1.1 du Contrat](contract#clause-a-un) et l’[article 1 du Contrat](contract#article-a)."
        in annex_text
    )


def test_a_document_that_is_neither_cited_nor_listed_is_cited_by_its_title() -> None:
    documents, _ = assembled(REFERRING, OUTLINES, facts="documents: {list: [{id: other}]}")
    assert "article 1 du document « Document sla-annex »" in plain(documents["contract"])


def test_references_to_documents() -> None:
    library = clause(
        "a.un",
        "[[document:sla-annex]], [[document:sla-annex|number]], [[document:contract]], [[document:offer]].",
    ) | clause("x.un", "Un.")
    outlines = contract(("a", ["a.un"])) | contract(("x", ["x.un"]), kind="sla-annex")
    documents, faults = assembled(
        library, outlines, facts="documents: {list: [{id: offer, title: Offre}, {id: sla-annex}]}"
    )
    assert faults == ()
    line = plain(documents["contract"]).splitlines()[4].strip()
    assert (
        line
        == "[annexe 2 (Document sla-annex)](sla-annex), [annexe 2](sla-annex), [Document contract](contract), annexe 1 (Offre)."
    )


def test_a_definition_is_cited_by_its_article() -> None:
    library = clause("mots.acces-distant", "un", term="Accès") | clause(
        "a.un", "Voir l'[[mots.acces-distant]]."
    )
    tree = document(library, contract(("a", ["a.un"]), ("mots", ["glossary:mots"])))
    assert "[article 2](contract#term-acces-distant)" in plain(tree)


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("Voir [[a.rien]].", "DG310", "no document of this pack contains 'a.rien'"),
        ("Voir [[article:rien]].", "DG310", "no document of this pack contains 'rien'"),
        ("Voir [[a.jamais]].", "DG310", "no document of this pack contains 'a.jamais'"),
        ("Voir [[part.un]].", "DG310", "'part.un' is in a part without numbers"),
        ("Voir [[document:rien]].", "DG311", "document 'rien' is neither in the pack nor in documents.list"),
    ],
)
def test_a_broken_reference_is_a_fault_with_a_place(text: str, code: str, message: str) -> None:
    library = (
        clause("a.un", "Un.\n\n" + text)
        | clause("a.jamais", "x", when="facts.benchmark")
        | clause("part.un", "x")
    )
    outline = contract(
        ("part", ["part.un"]), ("a", ["a.un", "a.jamais"]), options={"part": "numbered: false"}
    )
    documents, (fault,) = assembled(library, outline, facts="facts: {benchmark: false}")
    assert (fault.code, fault.message) == (code, message)
    assert tuple(fault.span) == ("clauses/a/un.fr.md", 8, 6, len(text))
    assert fault.hint
    assert "référence inconnue" in plain(documents["contract"])


def test_all_broken_references_are_told() -> None:
    library = clause("a.un", "[[a.x]] [[a.y]]\n\n1. [[a.z]]\n\n**[[a.w]]**")
    _, faults = assembled(library, contract(("a", ["a.un"])))
    assert [fault.message.rpartition(" ")[2] for fault in faults] == ["'a.x'", "'a.y'", "'a.z'", "'a.w'"]


def test_no_anchor_is_duplicated() -> None:
    documents, _ = assembled(REFERRING, OUTLINES)
    for tree in documents.values():
        anchors = [division.anchor for division in divisions(tree.children)]
        assert "" not in anchors
        assert len(set(anchors)) == len(anchors)


def test_every_reference_leads_to_an_anchor_that_is_there() -> None:
    documents, _ = assembled(REFERRING, OUTLINES)
    anchors = {
        (tree.kind, division.anchor) for tree in documents.values() for division in divisions(tree.children)
    }

    def references(node: object) -> list[Reference]:
        if isinstance(node, Reference):
            return [node]
        if isinstance(node, tuple):
            return [found for part in node for found in references(part)]
        slots = getattr(node, "__slots__", ())
        return [found for slot in slots for found in references(getattr(node, slot))]

    found = [reference for tree in documents.values() for reference in references(tree.children)]
    assert len(found) == 10
    assert all((reference.document, reference.anchor) in anchors for reference in found)


def test_numbering_is_the_same_the_second_time() -> None:
    assert assembled(REFERRING, OUTLINES) == assembled(REFERRING, OUTLINES)


def item(*inside: ItemList) -> Item:
    return Item((Paragraph((Text("x"),)), *inside))


@pytest.mark.parametrize(
    ("rank", "label"), [(1, "a)"), (26, "z)"), (27, "aa)"), (52, "az)"), (53, "ba)"), (703, "aaa)")]
)
def test_letters_go_on_after_z(rank: int, label: str) -> None:
    assert labelled(ItemList((item(),) * rank, ordered=True)).items[-1].label == label


def test_three_depths_of_ordered_lists_and_a_dashed_one() -> None:
    deepest = ItemList((item(),), ordered=True)
    middle = ItemList((item(), item(deepest)), ordered=True)
    dashed = ItemList((item(),))
    outer = labelled(ItemList((item(middle, dashed),), ordered=True))
    _, inner, dashes = outer.items[0].blocks
    assert isinstance(inner, ItemList)
    assert isinstance(dashes, ItemList)
    assert [entry.label for entry in inner.items] == ["(i)", "(ii)"]
    (_, innermost) = inner.items[1].blocks
    assert isinstance(innermost, ItemList)
    assert innermost.items[0].label == dashes.items[0].label == "–"


def test_a_division_made_by_a_block_is_numbered_like_a_clause() -> None:
    tree = document(clause("a.un", "Un.") | clause("a.deux", "Deux."), contract(("a", ["a.un", "a.deux"])))
    assert all(isinstance(child, Division) and child.number for child in tree.children)


def test_a_paragraph_with_a_role_takes_no_number() -> None:
    pack = resolved(clause("a.un", "Un."), contract(("a", ["a.un"])))
    (tree,) = assemble(pack).value
    roles = (Role.BODY, Role.NOTE, Role.BODY)
    made = Division("a.deux", "Deux", 2, tuple(Paragraph(RUN[:1], role=role) for role in roles))
    article = Division("b", "B", 1, (made, replace(made, id="a.trois")))
    (numbered,), _ = number((replace(tree, children=(article,)),), pack)
    assert [node.number for node in walk(numbered.children) if isinstance(node, Paragraph)] == [
        "1.1.1", "", "1.1.2", "1.2.1", "", "1.2.2",
    ]  # fmt: skip


CITING = Reference("a.un", Span("a.md"))
RUN = (Text("Voir "), Strong((CITING,)))
HOLDERS: dict[str, Block] = {
    "paragraph": Paragraph(RUN),
    "list": ItemList((Item((Paragraph(RUN), ItemList((Item((Paragraph(RUN),)),)))),)),
    "table": Table("", (Row((Cell(RUN),)),), (Row((Cell(RUN), Cell(RUN))),)),
    "glossary": Glossary((Definition("Mot", (Paragraph(RUN),)),)),
    "callout": Callout("", (Paragraph(RUN), Table("", (), (Row((Cell(RUN),)),)))),
    "sheet": Sheet("", (Callout("", (Paragraph(RUN),)),)),
    "signatures": Signatures(RUN, ()),
}


@pytest.mark.parametrize("block", HOLDERS.values(), ids=HOLDERS)
@pytest.mark.parametrize("level", ["document", "article", "clause"])
def test_a_reference_is_resolved_wherever_it_stands(block: Block, level: str) -> None:
    pack = resolved(clause("a.un", "Un."), contract(("a", ["a.un"])))
    (tree,) = assemble(pack).value
    children: dict[str, tuple[Block | Division, ...]] = {
        "document": (block,),
        "article": (Division("x", "X", 1, (block,)),),
        "clause": (Division("x", "X", 1, (Division("x.un", "X", 2, (block,)),)),),
    }
    (numbered,), faults = number((replace(tree, children=(*tree.children, *children[level])),), pack)
    assert faults == ()
    found = [node for node in walk(numbered.children) if isinstance(node, Reference)]
    assert len(found) == sum(node == CITING for node in walk((block,)))
    assert {(one.text, one.document, one.anchor) for one in found} == {
        ("article\u00a01", "contract", "clause-a-un")
    }


@pytest.mark.parametrize("block", HOLDERS.values(), ids=HOLDERS)
def test_a_broken_reference_is_told_wherever_it_stands(block: Block) -> None:
    pack = resolved(clause("b.un", "Un."), contract(("b", ["b.un"])))
    (tree,) = assemble(pack).value
    (_,), faults = number((replace(tree, children=(*tree.children, block)),), pack)
    assert [fault.code for fault in faults] == ["DG310"] * sum(node == CITING for node in walk((block,)))
