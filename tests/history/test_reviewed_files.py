"""What became of files that are no clause: outlines in sentences, others word by word."""

from dataclasses import replace

import pytest

from docgen.history.reviewed_files import kind_of, review_files
from docgen.model.changes import ChangeClass, Op
from docgen.model.clause import Library
from docgen.model.outline import Article, Entry, Outline, UseBlock, UseClause, UseGlossary
from docgen.model.review import Fate, FileReview, Sentence
from docgen.read.config import Config, Paths
from docgen.read.shared_context import SharedContext
from docgen.text.source import Span

PATH = "templates/outlines/contract.yaml"
HERE = Span(PATH)
AMENDMENT, EDITORIAL = ChangeClass.AMENDMENT, ChangeClass.EDITORIAL


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docgen.yaml", "config"),
        ("clauses/terms.yaml", "terms"),
        ("clauses/a/b.fr.md", "clause"),
        ("clauses/a/note.txt", "other"),
        (PATH, "outline"),
        ("templates/locales/fr.yaml", "locale"),
        ("templates/page/a.css", "page"),
        ("templates/fonts/a.otf", "other"),
        ("outlines/contract.yaml", "other"),
        ("README.md", "other"),
    ],
)
def test_the_kind_of_a_file_is_that_of_its_place(path: str, kind: str) -> None:
    assert kind_of(path, Paths()) == kind


def test_files_are_told_in_order_when_they_came_went_or_changed() -> None:
    old = {"z": "gone", "b": "same", "c": "un mot", "t": "a  b", "x": None}
    new = {"b": "same", "c": "deux mots", "a": "new", "t": "a b", "x": "text"}
    found = review_files(None, None, old, new)
    assert [(one.path, one.fate, one.kind, one.change) for one in found] == [
        ("a", Fate.ADDED, "other", EDITORIAL),
        ("c", Fate.CHANGED, "other", EDITORIAL),
        ("t", Fate.TYPESET, "other", EDITORIAL),
        ("x", Fate.CHANGED, "other", EDITORIAL),
        ("z", Fate.REMOVED, "other", EDITORIAL),
    ]
    assert [{run.op for run in one.runs} for one in found] == [
        {Op.ADDED}, {Op.REMOVED, Op.ADDED}, set(), set(), {Op.REMOVED},
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["clauses/terms.yaml", "clauses/a/b.md"])
def test_terms_and_clauses_that_cannot_be_read_ask_for_an_amendment(path: str) -> None:
    (found,) = review_files(None, None, {path: "un"}, {path: "deux"})
    assert found.change is AMENDMENT


# --- outlines ------------------------------------------------------------------------------------------------


def article(name: str, *content: Entry, title: str = "") -> Article:
    return Article(name, {"fr": title or f"Titre {name}", "en": "x"}, content, HERE)


def uses(name: str) -> UseClause:
    return UseClause(name, HERE)


CONTRACT = Outline(
    "contract",
    PATH,
    {},
    1,
    (
        article("a", uses("a.un"), uses("a.deux"), UseBlock("caps", HERE, {"x": 1})),
        article("b", UseGlossary("mots", HERE)),
    ),
    cited_as={"fr": "du Contrat"},
)


def reviewed(old: Outline | None, new: Outline | None) -> FileReview:
    """The review of an outline whose file says otherwise in any case."""

    def context(outline: Outline | None) -> SharedContext:
        shown = () if outline is None else (outline,)
        other = replace(CONTRACT, path="templates/outlines/other.yaml")
        return SharedContext(Config("fr", "#000000", "#000000"), Library(), (other, *shown), {})

    files = [{} if outline is None else {PATH: text} for outline, text in ((old, "un"), (new, "deux"))]
    (found,) = review_files(context(old), context(new), *files)
    assert (found.path, found.kind) == (PATH, "outline")
    return found


def told(*articles: Article) -> list[Sentence]:
    found = reviewed(CONTRACT, replace(CONTRACT, body=articles))
    assert found.change is AMENDMENT
    assert found.runs == ()
    return list(found.sentences)


A, B = (entry for entry in CONTRACT.body if isinstance(entry, Article))


def test_articles_come_go_and_are_called_otherwise() -> None:
    renamed = replace(A, titles={"fr": "Autre"})
    assert told(renamed, B, article("c")) == [
        Sentence("outline.article_added", {"item": "Titre c"}),
        Sentence("outline.article_retitled", {"old": "Titre a", "new": "Autre"}),
    ]
    assert told(A) == [
        Sentence("outline.article_removed", {"item": "Titre b"}),
        Sentence("outline.removed", {"item": "mots.*", "old": "Titre b", "new": "–"}),
    ]


def test_what_an_article_places_comes_goes_and_moves() -> None:
    block = A.content[2]
    assert told(replace(A, content=(uses("a.un"), uses("a.trois"), block)), B) == [
        Sentence("outline.removed", {"item": "a.deux", "old": "Titre a", "new": "–"}),
        Sentence("outline.added", {"item": "a.trois", "old": "–", "new": "Titre a"}),
    ]
    assert told(replace(A, content=(uses("a.deux"), uses("a.un"), block)), B) in (
        [Sentence("outline.reordered", {"item": "a.un", "article": "Titre a"})],
        [Sentence("outline.reordered", {"item": "a.deux", "article": "Titre a"})],
    )
    moved = told(replace(A, content=(uses("a.un"), block)), replace(B, content=(*B.content, uses("a.deux"))))
    assert moved == [Sentence("outline.moved", {"item": "a.deux", "old": "Titre a", "new": "Titre b"})]


def test_the_options_of_a_block_are_told() -> None:
    content = (*A.content[:2], UseBlock("caps", HERE, {"x": 2}))
    assert told(replace(A, content=content), B) == [Sentence("outline.options", {"item": "caps"})]


@pytest.mark.parametrize(
    ("outline", "change"),
    [
        (CONTRACT, AMENDMENT),
        (replace(CONTRACT, cited_as={}, annex=True), AMENDMENT),
        (replace(CONTRACT, cited_as={}), EDITORIAL),
    ],
)
def test_an_outline_that_comes_or_goes_asks_for_an_amendment_where_it_binds(
    outline: Outline, change: ChangeClass
) -> None:
    for found, fate in ((reviewed(None, outline), Fate.ADDED), (reviewed(outline, None), Fate.REMOVED)):
        assert (found.change, found.fate, found.sentences) == (change, fate, ())
        assert found.runs


def test_an_outline_that_only_reads_otherwise_is_editorial_word_by_word() -> None:
    found = reviewed(CONTRACT, CONTRACT)
    assert (found.change, found.fate, found.sentences) == (EDITORIAL, Fate.CHANGED, ())
    assert found.runs
