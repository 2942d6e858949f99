import pytest

from docgen.model.outline import Article, UseBlock, UseClause, UseGlossary, articles, entries
from docgen.read.outline import read_outline
from docgen.text.source import Source, Span

PATH = "templates/outlines/raci.yaml"
TEXT = """\
kind: raci
title: {fr: Matrice}
order: 4
annex: true
cited_as: {fr: de la matrice}
body:
  - block: cover
  - article: objet
    title: {fr: Objet}
    optional: true
    numbered: false
    page: landscape
    break_before: true
    content:
      - clause: raci.objet
      - glossary: definitions
      - block: raci-matrix
        with: {by: [role]}
"""


def test_an_outline_is_read() -> None:
    outline, faults = read_outline(Source(PATH, TEXT))
    assert faults == ()
    assert outline is not None
    assert (outline.kind, outline.order, outline.annex, outline.built, outline.path) == (
        "raci",
        4,
        True,
        "always",
        PATH,
    )
    assert (outline.titles["fr"], outline.cited_as["fr"]) == ("Matrice", "de la matrice")
    cover, article = outline.body
    assert cover == UseBlock("cover", Span(PATH, 7, 12, 17), {})
    assert isinstance(article, Article)
    assert (article.id, article.optional, article.numbered, article.page, article.break_before) == (
        "objet",
        True,
        False,
        "landscape",
        True,
    )
    assert article.span == Span(PATH, 8, 14, 19)
    assert article.content == (
        UseClause("raci.objet", Span(PATH, 15, 17, 27)),
        UseGlossary("definitions", Span(PATH, 16, 19, 30)),
        UseBlock("raci-matrix", Span(PATH, 17, 16, 27), {"by": ("role",)}),
    )


def test_entries_stand_in_reading_order() -> None:
    outline, _ = read_outline(Source(PATH, TEXT))
    assert outline is not None
    assert [type(entry).__name__ for entry in entries(outline.body)] == [
        "UseBlock",
        "Article",
        "UseClause",
        "UseGlossary",
        "UseBlock",
    ]
    assert [article.id for article in articles(outline)] == ["objet"]


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("kind: raci", "kind: racy", "DG303", (1, 7, 11)),
        ("kind: raci", "kind: ../raci", "DG208", (1, 7, 14)),
        ("- block: cover", "- {block: cover, clause: a.b}", "DG303", (7, 5, 6)),
        ("- block: cover", "- {with: {a: 1}}", "DG303", (7, 5, 6)),
        ("    title: {fr: Objet}\n", "", "DG303", (8, 14, 19)),
        ("- clause: raci.objet", "- {clause: a.b, glossary: c}", "DG303", (15, 9, 10)),
        ("- clause: raci.objet", "- article: inner", "DG201", (15, 9, 16)),
        ("- clause: raci.objet", "- claus: a.b", "DG201", (15, 9, 14)),
        ("order: 4\n", "", "DG202", (1, 1, 1)),
        ("order: 4", "order: quatre", "DG203", (3, 8, 14)),
        ("page: landscape", "page: landscap", "DG205", (12, 11, 19)),
        ("body:", "body: []\nx:", "DG206", (6, 7, 8)),
    ],
)
def test_a_fault_is_placed(old: str, new: str, code: str, place: tuple[int, int, int]) -> None:
    assert TEXT.count(old) == 1
    outline, faults = read_outline(Source(PATH, TEXT.replace(old, new)))
    assert outline is None
    assert (code, Span(PATH, *place)) in [(fault.code, fault.span) for fault in faults]


def test_no_kind_takes_the_name_of_the_bound_pack() -> None:
    _, (fault,) = read_outline(
        Source("templates/outlines/pack.yaml", TEXT.replace("kind: raci", "kind: pack"))
    )
    assert (fault.code, fault.span.line) == ("DG303", 1)


def test_an_internal_document_is_no_annex() -> None:
    outline, (fault,) = read_outline(Source(PATH, TEXT.replace("order: 4", "order: 4\nbuilt: internal")))
    assert outline is None
    assert (fault.code, fault.span) == ("DG303", Span(PATH, 5, 8, 12))
    internal, faults = read_outline(Source(PATH, TEXT.replace("annex: true", "built: internal")))
    assert faults == ()
    assert internal is not None
    assert internal.internal
