"""A tree becomes semantic HTML in which no text of the user is ever markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model import document as tree
from docgen.model.brand import Brand
from docgen.model.document import (
    Callout,
    Cell,
    Contents,
    Cover,
    Definition,
    Division,
    Document,
    Emphasis,
    Figure,
    Glossary,
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
)
from docgen.render.html import PageTemplates, css_string, to_html
from docgen.text.source import Span

HOSTILE = '</style></title><script>alert("1")</script>&\'{{ 7 * 7 }}'
WORDS = (("page", "Page"), ("version", "Version"), ("initials", "Paraphes"), ("omitted", "Sans objet."))
TEXT = (Text("texte"),)


def document(*children: tree.Block | Division, text: str = "x", watermark: str = "") -> Document:
    return Document(
        "contract", text, "fr", text, text, text, bool(watermark), text, watermark, WORDS, children
    )


@pytest.fixture
def html(page: PageTemplates):
    def render(*children: tree.Block | Division) -> str:
        checked = to_html(document(*children), page, Brand())
        assert checked.diagnostics == ()
        main = checked.value.partition("<main>")[2].partition("</main>")[0]
        return re.sub(r"\s*\n\s*", "", main)

    return render


def test_every_type_of_node_has_a_macro(page: PageTemplates) -> None:
    nodes = dict(page.texts)["nodes.html.j2"]
    macros = set(re.findall(r"macro (\w+)\(node, depth\)", nodes))
    names = {
        kind.__name__ for kind in (*get_args(tree.Block), *get_args(tree.Inline), Division, Item, Definition)
    }
    assert names <= macros


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Text("a < b"), "a &lt; b"),
        (Value("36 mois", "term.initial"), "36 mois"),
        (Strong((Text("fort"),)), "<strong>fort</strong>"),
        (Emphasis((Text("penché"),)), "<em>penché</em>"),
        (Superscript("er"), "<sup>er</sup>"),
        (LineBreak(), "<br>"),
        (
            Link("mailto:a@b.example", (Strong((Text("a"),)),)),
            '<a class="out" href="mailto:a@b.example">a</a>',
        ),
        (
            Reference("x", Span("c.md"), text="article 3", document="contract", anchor="a3"),
            '<a href="#a3">article 3</a>',
        ),
        (
            Reference("x", Span("c.md"), text="annexe", document="sla-annex", anchor="s1"),
            '<a href="docgen:sla-annex#s1">annexe</a>',
        ),
        (Reference("x", Span("c.md"), text="?"), "?"),
    ],
)
def test_inlines(html, inline: tree.Inline, expected: str) -> None:
    assert f"<p>{expected}</p>" in html(Paragraph((inline,)))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(TEXT, "12.1.2"), '<p class="n"><span class="no">12.1.2&#9;</span>texte</p>'),
        (Paragraph(TEXT, "1", "conspicuous"), '<p class="n conspicuous">'),
        (Paragraph(TEXT, role="note"), '<p class="note">texte</p>'),
        (
            ItemList(
                (Item((Paragraph(TEXT), ItemList((Item((Paragraph(TEXT),), "(i)"),), True)), "a)"),), True
            ),
            '<ol><li><span class="no">a)&#9;</span>texte<ol><li><span class="no">(i)&#9;</span>texte</li></ol></li></ol>',
        ),
        (
            ItemList((Item((Paragraph(TEXT), Paragraph(TEXT)), "–"),)),
            "–&#9;</span>texte<p>texte</p></li></ul>",
        ),
        (
            Glossary((Definition("Anomalie", (Paragraph(TEXT),), "d1"),)),
            '<dl><dt id="d1">Anomalie</dt><dd>texte</dd></dl>',
        ),
        (
            Callout("Titre", (Paragraph(TEXT),)),
            '<div class="callout"><p class="head">Titre</p><p>texte</p></div>',
        ),
        (
            Sheet("SLA-01", (Paragraph(TEXT),), "s1"),
            '<section id="s1" class="sheet"><h2 class="sheet-title">SLA-01</h2>',
        ),
        (
            Figure('<svg class="drawing"><rect/></svg>', "Un <mot>", "Légende"),
            '<svg class="drawing" role="img"><title>Un &lt;mot&gt;</title><style>',
        ),
        (
            Figure("<svg><rect/></svg>", "Alt", "Légende"),
            "<rect/></svg><figcaption>Légende</figcaption></figure>",
        ),
        (
            Signatures(TEXT, (SignatureBox(Party("Le Client", "Fictive SAS"), (("Nom", ""),)),)),
            '<p class="blank"><span class="what">Nom</span>',
        ),
    ],
)
def test_blocks(html, block: tree.Block, expected: str) -> None:
    assert expected in html(block)


def test_a_table_says_what_its_heads_head(html) -> None:
    table = Table(
        "Légende",
        (Row((Cell(TEXT, True), Cell(TEXT, True, colspan=2))),),
        (
            Row((Cell((Text("Groupe"),), True, colspan=3),), group=True),
            *(Row((Cell(TEXT, True), Cell(TEXT, tone="r", align="center"), Cell(TEXT))),) * 2,
        ),
        (2, 1, 1),
    )
    text = html(table)
    assert "<caption>Légende</caption>" in text
    assert '<col style="width:50.0%"><col style="width:25.0%"><col style="width:25.0%">' in text
    assert (
        '<thead><tr><th scope="col">texte</th><th scope="colgroup" colspan="2">texte</th></tr></thead>'
        in text
    )
    assert '<tr class="group"><th scope="rowgroup" colspan="3">Groupe</th></tr>' in text
    assert '<th scope="row">texte</th><td class="r center">texte</td><td>texte</td>' in text


def test_a_table_of_one_row_is_not_made_of_headers(html) -> None:
    text = html(
        Table("Légende", (Row((Cell(TEXT, True), Cell(TEXT, True))),), (Row((Cell(TEXT, True), Cell(TEXT))),))
    )
    assert '<tr><td class="title">texte</td><td>texte</td></tr>' in text


def test_facts_without_header_cells_get_row_heads(html) -> None:
    assert '<th scope="row">texte</th><td>texte</td>' in html(
        Table("", (), (Row((Cell(TEXT), Cell(TEXT))),), (), "facts")
    )


def test_turned_heads_stand_in_a_box_of_their_own(html) -> None:
    head = (Row((Cell(TEXT, True), Cell(TEXT, True, align="center"))),)
    assert html(Table("", head, (), (), "vertical-heads")).count('<div class="turned">') == 1


def test_divisions_are_sections_with_their_anchor_and_headings_of_their_rank(html) -> None:
    inner = Division("c", "Clause", 2, (Sheet("Fiche", ()),), label="12.3", anchor="a12-3")
    hidden = Division("h", "Caché", 1, (inner,), titled=False)
    text = html(
        Division(
            "a", "Objet", 1, (hidden,), label="Article 12", anchor="a12", page="landscape", break_before=True
        )
    )
    assert '<section id="a12" class="l1 fresh landscape">' in text
    assert '<h2 class="t1"><span class="label">Article 12 – </span>Objet</h2>' in text
    assert (
        '<h3 class="t2"><span class="label">12.3\t</span>Clause</h3>' in text
    )  # not h4: the hidden one has no title
    assert '<h4 class="sheet-title">Fiche</h4>' in text
    assert "Caché" not in text


def test_an_omitted_article_says_so(html) -> None:
    omitted = Division("a", "Réversibilité", 1, (), omitted=True, label="Article 2", anchor="a2")
    assert '<p class="gone">Sans objet.</p>' in html(omitted)


def test_contents_list_titled_divisions_to_their_depth(html) -> None:
    deep = Division("e", "Profond", 3, (), anchor="e")
    clause = Division("d", "Clause", 2, (deep,), label="1.1", anchor="d")
    unlisted = Division("u", "Absent", 1, (), anchor="u", listed=False)
    text = html(
        Contents("Sommaire"), Division("a", "Objet", 1, (clause,), label="Article 1er", anchor="a"), unlisted
    )
    listed = re.findall(r'<li class="(c\d)" data-to="(#\w+)">', text)
    assert listed == [("c1", "#a"), ("c2", "#d")]
    assert '<a href="#d">Clause</a>' in text


def test_a_document_without_a_cover_has_its_title_as_first_heading(html) -> None:
    cover = Cover("", "Contrat", "", (), (), "", "")
    assert '<h1 class="title">x</h1>' in html(Paragraph(TEXT))
    assert '<h1 class="title">' not in html(cover)
    assert "<h1>Contrat</h1>" in html(cover)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def test_hostile_text_is_text_everywhere(page: PageTemplates) -> None:
    inline = (Text(HOSTILE), Value(HOSTILE, HOSTILE), Superscript(HOSTILE), Link(HOSTILE, (Text(HOSTILE),)))
    party = Party(HOSTILE, HOSTILE, (HOSTILE,))
    cell = Cell(inline, align=HOSTILE, tone=HOSTILE)
    blocks: tuple[tree.Block, ...] = (
        Cover(HOSTILE, HOSTILE, HOSTILE, (party,), ((HOSTILE, HOSTILE),), HOSTILE, HOSTILE),
        Contents(HOSTILE),
        Paragraph((*inline, Strong(inline), Emphasis(inline)), HOSTILE, HOSTILE),
        ItemList((Item((Paragraph(inline),), HOSTILE),)),
        Table(HOSTILE, (Row((cell,)),), (Row((cell,)),), (), HOSTILE),
        Glossary((Definition(HOSTILE, (Paragraph(inline),), HOSTILE),)),
        Callout(HOSTILE, (Paragraph(inline),)),
        Sheet(HOSTILE, (Paragraph(inline),), HOSTILE),
        Figure("<svg></svg>", HOSTILE, HOSTILE),
        Signatures(inline, (SignatureBox(party, ((HOSTILE, HOSTILE),)),)),
    )
    division = Division("a", HOSTILE, 1, blocks, label=HOSTILE, anchor=HOSTILE, page=HOSTILE)
    reference = Paragraph((Reference("x", Span("c.md"), text=HOSTILE, document=HOSTILE, anchor=HOSTILE),))
    checked = to_html(document(*blocks, division, reference, text=HOSTILE, watermark=HOSTILE), page, Brand())
    assert checked.diagnostics == ()
    seen = _Tags()
    seen.feed(checked.value)
    assert "script" not in seen.tags
    assert "49" not in re.sub(r"base64,[^)\"]*", "", checked.value.partition("<body>")[2])
    assert (
        checked.value.count("</title>") == 3
    )  # the page, and the figure in the document and in the division


@given(st.text())
def test_a_css_string_can_close_nothing(text: str) -> None:
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"', css_string(text))


def test_a_draft_bears_its_watermark_and_a_release_none(page: PageTemplates) -> None:
    draft = to_html(document(Paragraph(TEXT), watermark="PROJET"), page, Brand()).value
    release = to_html(document(Paragraph(TEXT)), page, Brand()).value
    assert "data:image/svg+xml;base64," in draft
    assert "data:" not in release


def test_the_colours_of_the_brand_reach_the_stylesheets(page: PageTemplates) -> None:
    text = to_html(document(Paragraph(TEXT)), page, Brand(primary="#123456")).value
    assert "#123456" in text
    assert "var(--" not in text


def test_a_template_that_cannot_be_read_is_a_fault_at_its_line(page: PageTemplates) -> None:
    texts = dict(page.texts) | {"nodes.html.j2": "{# #}\n{% macro Text(node %}"}
    checked = to_html(document(Paragraph(TEXT)), PageTemplates.of(texts), Brand())
    (fault,) = checked.diagnostics
    assert (fault.code, fault.span.path, fault.span.line) == ("DG506", "templates/page/nodes.html.j2", 2)


def test_a_template_that_names_nothing_known_is_a_fault_at_its_line(page: PageTemplates) -> None:
    texts = dict(page.texts)
    texts["nodes.html.j2"] = texts["nodes.html.j2"].replace(
        "{{ node.caption }}</caption>", "\n{{ node.capt }}</caption>"
    )
    table = Table("Légende", (), (), ())
    checked = to_html(document(table), PageTemplates.of(texts), Brand())
    (fault,) = checked.diagnostics
    expected = texts["nodes.html.j2"].partition("node.capt }}")[0].count("\n") + 1
    assert (fault.code, fault.span.line) == ("DG506", expected)
    assert "capt" in fault.message


def test_the_same_tree_gives_the_same_text(page: PageTemplates) -> None:
    one = document(Paragraph(TEXT), watermark="PROJET")
    assert to_html(one, page, Brand()) == to_html(replace(one), page, Brand())
