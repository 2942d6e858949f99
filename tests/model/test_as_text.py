"""Every node of the tree has a text."""

from typing import get_args

import pytest

from docgen.model import document as tree
from docgen.model.as_text import as_text, inline_text, node_text
from docgen.model.document import (
    Callout,
    Cell,
    Contents,
    Cover,
    Definition,
    Deleted,
    Division,
    Document,
    Emphasis,
    Figure,
    Glossary,
    Inserted,
    Item,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Party,
    Reference,
    Row,
    Sheet,
    SignatureBox,
    Signatures,
    Strong,
    Superscript,
    Table,
    Text,
    Value,
)  # fmt: skip
from docgen.text.source import Span

A, B = Paragraph((Text("a"),)), Paragraph((Text("b"),), number="1.2", role="note")
PARTY = Party("Le Client", "A*B", ("Lyon",))

INLINES = {
    Text: (Text("a"), "a"),
    Value: (Value("30 jours", "payment.term"), "30 jours"),
    Strong: (Strong((Text("a"), Emphasis((Text("b"),)))), "**a*b***"),
    Emphasis: (Emphasis((Text("a"),)), "*a*"),
    Superscript: (Superscript("er"), "^er"),
    Inserted: (Inserted((Text("a"),)), "{+a+}"),
    Deleted: (Deleted((Text("a"),)), "[-a-]"),
    LineBreak: (LineBreak(), " / "),
    Link: (Link("tel:+33", (Text("33"),)), "[33](tel:+33)"),
    Reference: (
        Reference("a.b", Span("x"), text="article 1", document="contract", anchor="clause-a-b"),
        "[article 1](contract#clause-a-b)",
    ),
}
BLOCKS = {
    Paragraph: (B, "1.2 (note) b\n"),
    ItemList: (ItemList((Item((A, B), "a)"), Item((), "b)")), ordered=True), "a) a\n  1.2 (note) b\nb)\n"),
    Table: (
        Table("Tableau", (Row((Cell((Text("h"),)), Cell(()))),), (Row((Cell((Text("x"),)), Cell((Text("y"),)))),)),
        "[table] Tableau\n  | h |  |\n  ---\n  | x | y |\n",
    ),
    Figure: (Figure("<svg/>", "Deux\nlignes", "Figure"), "[figure] Figure\n  Deux\n  lignes\n"),
    Glossary: (Glossary((Definition("Mot", (A, B)), Definition("Vide", ()))), "Mot: a\n  1.2 (note) b\nVide:\n"),
    Cover: (
        Cover("K", "T", "", (PARTY,), (("Version", "1"),), "Projet", "Secret"),
        "[cover] K / T\n  Le Client; A*B; Lyon\n  Version: 1\n  Projet Secret\n",
    ),
    Contents: (Contents("Sommaire", 1), "[contents] Sommaire (1)\n"),
    Signatures: (Signatures((Text("Fait"),), (SignatureBox(PARTY, (("Nom", ""),)),)), "[signatures] Fait\n  Le Client; A*B; Lyon\n    Nom:\n"),
    Callout: (Callout("Titre", (A,)), "[callout] Titre\n  a\n"),
    Sheet: (Sheet("Fiche", (A, B)), "[sheet] Fiche\n  a\n  1.2 (note) b\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", get_args(tree.Inline), ids=lambda kind: kind.__name__)
def test_an_inline(kind: type) -> None:
    inline, text = INLINES[kind]
    assert inline_text((inline,)) == text


@pytest.mark.parametrize("kind", get_args(tree.Block), ids=lambda kind: kind.__name__)
def test_a_block(kind: type) -> None:
    block, text = BLOCKS[kind]
    assert node_text(block) == text


def test_a_reference_to_a_whole_document_and_one_to_a_document_elsewhere() -> None:
    assert (
        inline_text((Reference("document:raci", Span("x"), text="annexe 1", document="raci"),))
        == "[annexe 1](raci)"
    )
    assert inline_text((Reference("document:offer", Span("x"), text="annexe 2"),)) == "annexe 2"


def test_a_document() -> None:
    inner = Division("a.b", "Clause", 2, (A,), label="1.1", position="fallback-1")
    hidden = Division("a.c", "Seule", 2, (A,), titled=False, number="2")
    articles = (
        Division("a", "Un", 1, (inner,), label="Article 1er"),
        Division("b", "Deux", 1, (hidden,), label="Article 2", omitted=True, page="landscape"),
    )
    document = Document(
        "contract", "Contrat", "fr", "REF", "1.0.0", "Final", False, "Contrat", "", children=(A, *articles)
    )
    assert as_text(document) == (
        "Contrat\ncontract · fr · REF · 1.0.0 · Final\na\n\n"
        "Article 1er Un\n  1.1 Clause (fallback-1)\n    a\n\n"
        "Article 2 Deux (omitted, landscape)\n  a\n"
    )
