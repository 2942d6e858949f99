"""The texts of the example packs, as a reader sees them: golden files, to be read when they change."""

from collections.abc import Callable

import pytest

from docgen.assemble.assemble import assemble
from docgen.model.as_text import as_text, node_text
from docgen.model.document import Document
from docgen.model.pack import Pack
from docgen.model.tree import divisions

Golden = Callable[[str, str], None]

CHOSEN = ("objet", "penalites", "benchmark", "litiges")
"""Articles of the contract that hold lists, values, references within and across documents, terms."""


@pytest.fixture(scope="module")
def aurore(pack: Pack) -> dict[str, Document]:
    return _documents(pack)


@pytest.fixture(scope="module")
def boulange(small_pack: Pack) -> dict[str, Document]:
    return _documents(small_pack)


def _documents(pack: Pack) -> dict[str, Document]:
    documents, diagnostics = assemble(pack)
    assert diagnostics == ()
    return {document.kind: document for document in documents}


def articles(contract: Document) -> str:
    """The chosen articles that the contract holds."""
    return "\n".join(
        node_text(division).lstrip()
        for division in divisions(contract.children)
        if division.level == 1 and division.id in CHOSEN
    )


def headings(document: Document) -> str:
    """The numbers and titles of a document, one a line."""
    return "".join(
        f"{'  ' * (division.level - 1)}{division.label} {division.title}".rstrip() + "\n"
        for division in divisions(document.children)
        if division.titled
    )


@pytest.mark.parametrize("kind", ["raci", "escalation", "change-log"])
def test_the_short_documents_of_the_large_pack(
    aurore: dict[str, Document], golden: Golden, kind: str
) -> None:
    golden(f"aurore/{kind}.txt", as_text(aurore[kind]))


@pytest.mark.parametrize("kind", ["order-form", "contacts"])
def test_the_short_documents_of_the_small_pack(
    boulange: dict[str, Document], golden: Golden, kind: str
) -> None:
    golden(f"boulange/{kind}.txt", as_text(boulange[kind]))


def test_chosen_articles_of_the_contracts(
    aurore: dict[str, Document], boulange: dict[str, Document], golden: Golden
) -> None:
    golden("aurore/contract-articles.txt", articles(aurore["contract"]))
    golden("boulange/general-terms-articles.txt", articles(boulange["general-terms"]))


def test_the_headings_of_the_long_documents(aurore: dict[str, Document], golden: Golden) -> None:
    golden("aurore/contract-headings.txt", headings(aurore["contract"]))
    golden("aurore/sla-annex-headings.txt", headings(aurore["sla-annex"]))
